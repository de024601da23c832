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

const SITE_TYPES: Readonly<Record<string, string>> = {
  school: 'SCH',
  central: 'ADM',
  program: 'PRG',
  other: 'NET',
};
const LEVELS: Readonly<Record<string, string>> = {
  elementary: 'Elementary',
  k8: 'K-8',
  middle: 'Middle',
  high: 'High',
};
const GROUPS: Readonly<Record<string, string>> = {
  all: 'All students',
  low_income: 'Economically disadvantaged',
  special_education: 'Students with disabilities',
  english_learner: 'English learners',
};
const word = (words: Readonly<Record<string, string>>) => (text: string) => words[text] ?? text;

/** `07/15/24` */
const shortDate = (text: string): string => text.replace(/^\d\d(\d\d)-(\d\d)-(\d\d)$/, '$2/$3/$1');
/** Signs that UTF-8 and windows-1252 write differently. */
const typographic = (text: string): string =>
  text.replace('Teachers Corner', 'Teachers\u2019 Corner').replace(' Network', ' \u2013 Network');

const isCredit = (fields: Fields): boolean => (fields['amount'] ?? '').startsWith('-');
const grouped = (text: string): string => text.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
const side = (header: string, credit: boolean): VariantColumn => ({
  header,
  truly: ['amount'],
  cell: (fields) =>
    isCredit(fields) === credit ? grouped((fields['amount'] ?? '').replace('-', '')) : '',
});

const account: readonly VariantColumn[] = [
  same('Fund', 'fund_code'),
  same('Func', 'function_code'),
  same('Prog', 'program_code'),
  same('Loc', 'site_id'),
  same('Obj', 'object_code'),
  same('Proj', 'project_code'),
  same('Job Cls', 'job_code'),
];

interface Plan {
  readonly file: string;
  readonly table: TableName;
  readonly titles?: readonly string[];
  readonly columns: readonly VariantColumn[];
}

const PLANS: readonly Plan[] = [
  {
    file: 'glacctdetail_2025.csv',
    table: 'ledger',
    titles: ['Riverbend Public Schools', 'G/L Account Detail', 'Year 2025 \u2013 Periods 1 to 12'],
    columns: [
      same('Yr', 'fiscal_year'),
      same('Per', 'fiscal_period'),
      ...account,
      same('Jnl', 'journal_id'),
      same('Jnl Line', 'line_no'),
      same('Src', 'journal_source'),
      written('Eff Date', 'posting_date', shortDate),
      side('Debit', false),
      side('Credit', true),
      written('Vendor Name', 'vendor_name', typographic),
      same('Line Desc', 'description'),
      unused('Clerk', 'batch'),
    ],
  },
  {
    file: 'gltrialbal_2025.csv',
    table: 'balance',
    columns: [
      same('Fund', 'fund_code'),
      same('Yr', 'fiscal_year'),
      same('Through Per', 'fiscal_period'),
      same('Ending Balance', 'amount'),
      same('Report', 'source_document'),
    ],
  },
  {
    file: 'glsegments.csv',
    table: 'chart',
    columns: [
      same('Segment', 'segment'),
      same('Segment Code', 'code'),
      same('Long Desc', 'code_name'),
      same('Yr', 'fiscal_year'),
    ],
  },
  {
    file: 'locations.csv',
    table: 'sites',
    columns: [
      same('Loc', 'site_id'),
      written('Location Name', 'site_name', typographic),
      written('Loc Type', 'site_type', word(SITE_TYPES)),
      same('Reports To', 'parent_site_id'),
      written('Grade Span', 'school_level', word(LEVELS)),
      same('From Grade', 'grade_low'),
      same('To Grade', 'grade_high'),
      same('Yr', 'fiscal_year'),
    ],
  },
  {
    file: 'premployee_2025.csv',
    table: 'roster',
    columns: [
      same('Emp No', 'staff_id'),
      { header: 'Emp Name', truly: [], cell: (it) => `${it['last_name']}, ${it['first_name']}` },
      written('Hire Dt', 'hire_date', shortDate),
      written('Term Dt', 'exit_date', shortDate),
      same('Tot FTE', 'total_fte'),
      same('Yrs Exp', 'years_experience'),
      same('Degree', 'highest_degree'),
      written('Annual Salary', 'annual_base_salary', grouped),
      written('As Of', 'snapshot_date', shortDate),
      same('Yr', 'fiscal_year'),
    ],
  },
  {
    file: 'prjobsalary_2025.csv',
    table: 'assignments',
    columns: [
      same('Emp No', 'staff_id'),
      same('Seq', 'assignment_no'),
      same('Job Cls', 'job_code'),
      same('Loc', 'site_id'),
      same('FTE', 'fte'),
      same('Yr', 'fiscal_year'),
    ],
  },
  {
    file: 'prearnhist_2025.csv',
    table: 'payroll',
    columns: [
      same('Emp No', 'staff_id'),
      same('Pay Cd', 'earn_code'),
      same('Yr', 'fiscal_year'),
      same('Per', 'fiscal_period'),
      ...account,
      written('Gross', 'amount', grouped),
    ],
  },
  {
    file: 'prpaycodes.csv',
    table: 'earnings',
    columns: [
      same('Pay Cd', 'earn_code'),
      same('Pay Desc', 'earn_name'),
      same('Pay Type', 'pay_type'),
      same('Prof Dev', 'professional_learning'),
    ],
  },
  {
    file: 'oct1_headcount.csv',
    table: 'students',
    columns: [
      same('School Year', 'school_year'),
      same('Loc', 'site_id'),
      written('Student Group', 'student_group', word(GROUPS)),
      same('Headcount', 'students'),
    ],
  },
  {
    file: 'assessment_summary.csv',
    table: 'results',
    columns: [
      same('School Year', 'school_year'),
      same('Loc', 'site_id'),
      same('Measure', 'measure'),
      same('N Tested', 'students'),
      same('Pct', 'value'),
    ],
  },
];

/** Riverbend's fiscal 2025 as a municipal finance system exports it: semicolons, windows-1252, a column for each segment, debit and credit. */
export function writeDelimitedVariant(folder: string): readonly VariantFile[] {
  mkdirSync(folder, { recursive: true });
  const tables = riverbendTables();
  return PLANS.map(({ file, table, titles = [], columns }) => {
    const { extract, rows } = tables[table];
    const lines = [
      ...titles,
      columns.map(({ header }) => header).join(';'),
      ...rows.map((fields) => columns.map((column) => cellText(column.cell(fields))).join(';')),
    ];
    writeFileSync(join(folder, file), windows1252(`${lines.join('\r\n')}\r\n`));
    return keyOf({ file }, extract, columns);
  });
}

const cellText = (text: string): string =>
  /[;"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** Only these signs of windows-1252 are no latin-1. */
const windows1252 = (text: string): Buffer =>
  Buffer.from(text.replaceAll('\u2019', '\u0092').replaceAll('\u2013', '\u0096'), 'latin1');
