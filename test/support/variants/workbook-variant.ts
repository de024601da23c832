import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SheetCell, workbook } from '../workbook.ts';
import { riverbendTables, type TableName } from './riverbend-tables.ts';
import { type Fields, keyOf, type VariantColumn, type VariantFile } from './variant.ts';

type Column = VariantColumn<SheetCell>;

const text = (header: string, column: string): Column => ({
  header,
  truly: [column],
  cell: (fields) => fields[column] || null,
});
const number = (header: string, column: string): Column => ({
  header,
  truly: [column],
  cell: (fields) => {
    const cell = fields[column] ?? '';
    return /^-?\d+(\.\d+)?$/.test(cell) ? { written: cell } : cell || null;
  },
});
const date = (header: string, column: string): Column => ({
  header,
  truly: [column],
  cell: (fields) => {
    const cell = fields[column] ?? '';
    return Number.isNaN(Date.parse(cell)) ? cell || null : { day: dayOf(cell) };
  },
});
const constant = (header: string, cell: string): Column => ({
  header,
  truly: [],
  cell: () => cell,
});

/** Days since the last day of 1899, as spreadsheets count. */
const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569;

const unit = constant('BUSINESS_UNIT', 'RVBND');
const account: readonly Column[] = [
  text('ACCOUNT', 'object_code'),
  text('FUND_CODE', 'fund_code'),
  text('DEPTID', 'site_id'),
  text('CLASS_FLD', 'function_code'),
  text('PROGRAM_CODE', 'program_code'),
  text('PROJECT_ID', 'project_code'),
  text('JOBCODE', 'job_code'),
];

/** The chart lists its segments by the names that the ledger's columns have. */
const FIELDS: Readonly<Record<string, string>> = {
  fund: 'FUND_CODE',
  function: 'CLASS_FLD',
  object: 'ACCOUNT',
  program: 'PROGRAM_CODE',
  project: 'PROJECT_ID',
  job: 'JOBCODE',
};

const SHEETS: readonly (readonly [sheet: string, table: TableName, columns: readonly Column[]])[] =
  [
    [
      'JRNL_LN',
      'ledger',
      [
        unit,
        text('JOURNAL_ID', 'journal_id'),
        date('JOURNAL_DATE', 'posting_date'),
        number('JOURNAL_LINE', 'line_no'),
        text('SOURCE', 'journal_source'),
        number('FISCAL_YEAR', 'fiscal_year'),
        number('ACCOUNTING_PERIOD', 'fiscal_period'),
        ...account,
        number('MONETARY_AMOUNT', 'amount'),
        text('LINE_DESCR', 'description'),
        text('VENDOR_NAME1', 'vendor_name'),
      ],
    ],
    [
      'LEDGER',
      'balance',
      [
        unit,
        { header: 'LEDGER', truly: ['amount_type'], cell: () => 'ACTUALS' },
        number('FISCAL_YEAR', 'fiscal_year'),
        number('ACCOUNTING_PERIOD', 'fiscal_period'),
        text('FUND_CODE', 'fund_code'),
        number('POSTED_TOTAL_AMT', 'amount'),
        text('REPORT', 'source_document'),
      ],
    ],
    [
      'CHARTFIELDS',
      'chart',
      [
        {
          header: 'CHARTFIELD',
          truly: ['segment'],
          cell: (fields) => FIELDS[fields['segment'] ?? ''] ?? null,
        },
        text('CF_VALUE', 'code'),
        text('DESCR', 'code_name'),
        number('FISCAL_YEAR', 'fiscal_year'),
      ],
    ],
    [
      'LOCATION_TBL',
      'sites',
      [
        text('DEPTID', 'site_id'),
        text('DESCR', 'site_name'),
        text('DEPT_TYPE', 'site_type'),
        text('PARENT_DEPTID', 'parent_site_id'),
        text('SCHOOL_LEVEL', 'school_level'),
        text('GRADE_FROM', 'grade_low'),
        text('GRADE_TO', 'grade_high'),
        number('FISCAL_YEAR', 'fiscal_year'),
      ],
    ],
    [
      'EMPLOYEES',
      'roster',
      [
        text('EMPLID', 'staff_id'),
        { header: 'NAME', truly: [], cell: (it) => `${it['last_name']},${it['first_name']}` },
        date('ASOFDATE', 'snapshot_date'),
        date('HIRE_DT', 'hire_date'),
        date('TERMINATION_DT', 'exit_date'),
        number('FTE', 'total_fte'),
        number('YEARS_OF_EXP', 'years_experience'),
        text('HIGHEST_EDUC_LVL', 'highest_degree'),
        number('ANNUAL_RT', 'annual_base_salary'),
        number('FISCAL_YEAR', 'fiscal_year'),
      ],
    ],
    [
      'JOB',
      'assignments',
      [
        text('EMPLID', 'staff_id'),
        number('EMPL_RCD', 'assignment_no'),
        text('DEPTID', 'site_id'),
        text('JOBCODE', 'job_code'),
        number('FTE', 'fte'),
        number('FISCAL_YEAR', 'fiscal_year'),
      ],
    ],
    [
      'PAY_EARNINGS',
      'payroll',
      [
        text('EMPLID', 'staff_id'),
        number('FISCAL_YEAR', 'fiscal_year'),
        number('ACCOUNTING_PERIOD', 'fiscal_period'),
        text('ERNCD', 'earn_code'),
        ...account,
        number('OTH_EARNS', 'amount'),
      ],
    ],
    [
      'EARNINGS_TBL',
      'earnings',
      [
        text('ERNCD', 'earn_code'),
        text('DESCR', 'earn_name'),
        text('EARN_TYPE', 'pay_type'),
        text('PROF_LEARNING', 'professional_learning'),
      ],
    ],
    [
      'ENROLLMENT',
      'students',
      [
        text('SCHOOL_YEAR', 'school_year'),
        text('DEPTID', 'site_id'),
        text('SUBGROUP', 'student_group'),
        number('STUDENT_COUNT', 'students'),
      ],
    ],
    [
      'TEST_RESULTS',
      'results',
      [
        text('SCHOOL_YEAR', 'school_year'),
        text('DEPTID', 'site_id'),
        text('MEASURE', 'measure'),
        number('NUM_TESTED', 'students'),
        number('RESULT_PCT', 'value'),
      ],
    ],
  ];

const FILE = 'RVBND_EXTRACT_FY25.xlsx';

/** Riverbend's fiscal 2025 as one workbook, a sheet for each kind of file, its columns named as a large personnel and finance system names them. */
export function writeWorkbookVariant(folder: string): readonly VariantFile[] {
  mkdirSync(folder, { recursive: true });
  const tables = riverbendTables();
  const sheets = SHEETS.map(([name, table, columns]) => ({
    name,
    rows: [
      columns.map(({ header }) => header),
      ...tables[table].rows.map((fields: Fields) => columns.map((column) => column.cell(fields))),
    ],
  }));
  writeFileSync(join(folder, FILE), workbook(sheets));
  return SHEETS.map(([sheet, table, columns]) =>
    keyOf({ file: FILE, sheet }, tables[table].extract, columns),
  );
}
