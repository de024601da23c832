import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { riverbendTables, type TableName } from './riverbend-tables.ts';
import {
  type Fields,
  keyOf,
  same,
  unused,
  type VariantColumn,
  type VariantFile,
  written,
} from './variant.ts';

const MONTHS: readonly string[] = [
  'JUL',
  'AUG',
  'SEP',
  'OCT',
  'NOV',
  'DEC',
  'JAN',
  'FEB',
  'MAR',
  'APR',
  'MAY',
  'JUN',
];
const monthOf = (period: string): string => MONTHS[Number(period) - 1] ?? '';
/** `7/5/2024` */
const usDate = (text: string): string =>
  text.replace(
    /^(\d{4})-(\d\d)-(\d\d)$/,
    (_, year: string, month: string, day: string) => `${Number(month)}/${Number(day)}/${year}`,
  );
/** `(1,234.50)` */
const inParentheses = (text: string): string => {
  const grouped = text.replace('-', '').replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return text.startsWith('-') ? `(${grouped})` : grouped;
};
/** The state's account: fund, object, function, program, school and project in one string. */
const SEGMENTS: readonly string[] = [
  'fund_code',
  'object_code',
  'function_code',
  'program_code',
  'site_id',
  'project_code',
];
const account: VariantColumn = {
  header: 'USAS_ACCOUNT',
  truly: [...SEGMENTS, 'account_string'],
  parts: SEGMENTS,
  cell: (fields) => SEGMENTS.map((segment) => fields[segment] ?? '').join('.'),
};
const schoolYear = written('SCHOOL_YR', 'fiscal_year', (year) => `${Number(year) - 1}-${year}`);

/** Columns with the width that each takes on a line. */
const LEDGER: readonly (readonly [width: number, column: VariantColumn])[] = [
  [10, schoolYear],
  [6, written('MONTH', 'fiscal_period', monthOf)],
  [12, written('POST_DATE', 'posting_date', usDate)],
  [34, account],
  [5, same('JOB', 'job_code')],
  [12, same('DOC_NO', 'journal_id')],
  [6, same('SEQ', 'line_no')],
  [5, same('SRC', 'journal_source')],
  [34, same('EXPLANATION', 'description')],
  [36, same('PAYEE', 'vendor_name')],
  [17, written('EXPENDED', 'amount', inParentheses)],
];

/** A value on each line: the other files, as a state's portal hands them out. */
const LINES: readonly (readonly [
  file: string,
  table: TableName,
  columns: readonly VariantColumn[],
])[] = [
  [
    'fund_balance_report_2025.jsonl',
    'balance',
    [
      schoolYear,
      same('fund', 'fund_code'),
      written('through', 'fiscal_period', monthOf),
      same('fytdExpended', 'amount'),
      same('reportName', 'source_document'),
    ],
  ],
  [
    'account_dimensions_2025.jsonl',
    'chart',
    [
      schoolYear,
      written('dimension', 'segment', (segment) => segment.toUpperCase()),
      same('dimensionCode', 'code'),
      same('dimensionName', 'code_name'),
    ],
  ],
  [
    'buildings_2025.jsonl',
    'sites',
    [
      schoolYear,
      same('buildingNo', 'site_id'),
      same('buildingName', 'site_name'),
      same('buildingType', 'site_type'),
      same('reportsToNo', 'parent_site_id'),
      same('gradeBand', 'school_level'),
      same('lowGrade', 'grade_low'),
      same('highGrade', 'grade_high'),
      unused('county', 'Riverbend'),
    ],
  ],
  [
    'staff_2025.jsonl',
    'roster',
    [
      schoolYear,
      same('employeeNo', 'staff_id'),
      { header: 'lastName', truly: [], cell: (fields) => fields['last_name'] ?? '' },
      written('asOf', 'snapshot_date', usDate),
      written('hired', 'hire_date', usDate),
      written('separated', 'exit_date', usDate),
      same('totalFte', 'total_fte'),
      same('experienceYears', 'years_experience'),
      same('education', 'highest_degree'),
      same('contractSalary', 'annual_base_salary'),
    ],
  ],
  [
    'staff_positions_2025.jsonl',
    'assignments',
    [
      schoolYear,
      same('employeeNo', 'staff_id'),
      same('positionSeq', 'assignment_no'),
      same('buildingNo', 'site_id'),
      same('job', 'job_code'),
      same('positionFte', 'fte'),
    ],
  ],
  [
    'payroll_detail_2025.jsonl',
    'payroll',
    [
      schoolYear,
      written('month', 'fiscal_period', monthOf),
      same('employeeNo', 'staff_id'),
      same('payCode', 'earn_code'),
      { ...account, header: 'account', truly: SEGMENTS },
      same('job', 'job_code'),
      same('grossPay', 'amount'),
    ],
  ],
  [
    'pay_codes.jsonl',
    'earnings',
    [
      same('payCode', 'earn_code'),
      same('payCodeName', 'earn_name'),
      same('payKind', 'pay_type'),
      same('staffDevelopment', 'professional_learning'),
    ],
  ],
  [
    'october_count_2024-25.jsonl',
    'students',
    [
      same('schoolYear', 'school_year'),
      same('buildingNo', 'site_id'),
      same('subgroup', 'student_group'),
      same('headcount', 'students'),
    ],
  ],
  [
    'report_card_2024-25.jsonl',
    'results',
    [
      same('schoolYear', 'school_year'),
      same('buildingNo', 'site_id'),
      same('indicator', 'measure'),
      same('studentsTested', 'students'),
      same('percent', 'value'),
    ],
  ],
];

const LEDGER_FILE = 'EXPENDITURE_DETAIL_2025.txt';

/** Riverbend's fiscal 2025 as a state collects it: the ledger in fixed columns under a line of names, the rest as JSON lines. */
export function writeFixedWidthVariant(folder: string): readonly VariantFile[] {
  mkdirSync(folder, { recursive: true });
  const tables = riverbendTables();
  const columns = LEDGER.map(([, column]) => column);
  writeFileSync(join(folder, LEDGER_FILE), fixedWidth(tables.ledger.rows));
  for (const [file, table, cells] of LINES) {
    const lines = tables[table].rows.map((fields) => JSON.stringify(objectOf(cells, fields)));
    writeFileSync(join(folder, file), `${lines.join('\n')}\n`);
  }
  return [
    keyOf({ file: LEDGER_FILE }, tables.ledger.extract, columns),
    ...LINES.map(([file, table, cells]) => keyOf({ file }, tables[table].extract, cells)),
  ];
}

function fixedWidth(rows: readonly Fields[]): string {
  const line = (cell: (column: VariantColumn) => string): string =>
    LEDGER.map(([width, column]) =>
      cell(column)
        .slice(0, width - 1)
        .padEnd(width),
    ).join('');
  const lines = [
    line(({ header }) => header),
    ...rows.map((fields) => line((column) => column.cell(fields))),
  ];
  return `${lines.join('\n')}\n`;
}

const objectOf = (columns: readonly VariantColumn[], fields: Fields): Record<string, string> =>
  Object.fromEntries(columns.map((column) => [column.header, column.cell(fields)]));
