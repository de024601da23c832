import { join } from 'node:path';
import { readLedger, readRecords } from '../generated-ledger.ts';
import { districtFolder } from '../repository.ts';
import type { Fields, Table } from './variant.ts';

const YEAR = 2025;
const SCHOOL_YEAR = '2024-25';
const folder = districtFolder('riverbend');
const SITE_TYPES: Readonly<Record<string, string>> = {
  SCHOOL: 'school',
  CENTRAL: 'central',
  PROGRAM: 'program',
  NETWORK: 'other',
};
const LEVELS: Readonly<Record<string, string>> = {
  ELEM: 'elementary',
  'K-8': 'k8',
  MIDDLE: 'middle',
  HIGH: 'high',
};
const GROUPS: Readonly<Record<string, string>> = {
  TOTAL: 'all',
  LOW_INCOME: 'low_income',
  DISABILITY: 'special_education',
  ENGLISH_LEARNER: 'english_learner',
};

export type Tables = Readonly<Record<TableName, Table>>;
export type TableName =
  | 'ledger'
  | 'balance'
  | 'chart'
  | 'sites'
  | 'roster'
  | 'assignments'
  | 'payroll'
  | 'earnings'
  | 'students'
  | 'results';

/** The files of the sample district for fiscal 2025, without the titles and totals of its reports. */
export function riverbendTables(): Tables {
  return {
    ledger: { extract: 'gl_transactions', rows: ledger() },
    balance: { extract: 'control_totals', rows: of('ledger/TB_FY2025.csv').map(balance) },
    chart: { extract: 'account_codes', rows: of('chart/CHART_FY2025.csv').map(chart) },
    sites: { extract: 'organizations', rows: ofYear('organizations/sites.csv').map(site) },
    roster: { extract: 'staff_roster', rows: of('staff/ROSTER_FY2025.csv').map(person) },
    assignments: { extract: 'staff_assignments', rows: of('staff/ASSIGN_FY2025.csv').map(job) },
    payroll: { extract: 'payroll_lines', rows: of('staff/PAYROLL_FY2025.csv').map(pay) },
    earnings: { extract: 'earn_codes', rows: of('staff/earn_codes.csv').map(earning) },
    students: { extract: 'enrollment_counts', rows: schoolYear('enrollment').flatMap(counts) },
    results: { extract: 'outcome_aggregates', rows: schoolYear('results').map(result) },
  };
}

const of = (name: string): Record<string, string>[] => readRecords(join(folder, 'extracts', name));
const ofYear = (name: string): Record<string, string>[] =>
  of(name).filter((row) => row['FY'] === String(YEAR));
const schoolYear = (name: string): Record<string, string>[] =>
  of(`students/${name}.csv`).filter((row) => row['SCHOOL_YEAR'] === SCHOOL_YEAR);

function ledger(): Fields[] {
  return readLedger(folder, YEAR)
    .filter(({ cells }) => cells['ACCOUNT'] !== '')
    .map(({ cells }) => ({
      fiscal_year: cells['FY'] ?? '',
      fiscal_period: cells['PER'] ?? '',
      posting_date: isoDate(cells['DATE'] ?? ''),
      journal_id: cells['JOURNAL'] ?? '',
      line_no: cells['LINE'] ?? '',
      journal_source: cells['SRC'] ?? '',
      ...account(cells),
      description: cells['DESCRIPTION'] ?? '',
      vendor_name: cells['VENDOR'] ?? '',
      amount: plain(cells['AMOUNT'] ?? ''),
    }));
}

function account(cells: Fields): Fields {
  const [fund = '', posted = '', object = '', program = '', place = ''] = (
    cells['ACCOUNT'] ?? ''
  ).split('-');
  return {
    fund_code: fund,
    function_code: posted,
    object_code: object,
    program_code: program,
    site_id: place,
    project_code: cells['PROJECT'] ?? '',
    job_code: cells['JOB'] ?? '',
  };
}

const balance = (row: Fields): Fields => ({
  fiscal_year: row['FY'] ?? '',
  fiscal_period: row['PER'] ?? '',
  fund_code: row['FUND'] ?? '',
  amount: row['BALANCE'] ?? '',
  source_document: row['DOCUMENT'] ?? '',
});

const chart = (row: Fields): Fields => ({
  fiscal_year: row['FY'] ?? '',
  segment: row['SEGMENT'] ?? '',
  code: row['CODE'] ?? '',
  code_name: row['NAME'] ?? '',
});

const site = (row: Fields): Fields => ({
  fiscal_year: row['FY'] ?? '',
  site_id: row['SITE'] ?? '',
  site_name: row['NAME'] ?? '',
  site_type: SITE_TYPES[row['TYPE'] ?? ''] ?? '',
  parent_site_id: row['PARENT'] ?? '',
  school_level: LEVELS[row['LEVEL'] ?? ''] ?? '',
  grade_low: row['LOW'] ?? '',
  grade_high: row['HIGH'] ?? '',
});

const person = (row: Fields): Fields => ({
  fiscal_year: row['FY'] ?? '',
  snapshot_date: isoDate(row['SNAPSHOT'] ?? ''),
  staff_id: row['EMPLOYEE'] ?? '',
  last_name: row['LAST_NAME'] ?? '',
  first_name: row['FIRST_NAME'] ?? '',
  hire_date: isoDate(row['HIRED'] ?? ''),
  exit_date: isoDate(row['LEFT'] ?? ''),
  total_fte: row['FTE'] ?? '',
  years_experience: row['YEARS'] ?? '',
  highest_degree: row['DEGREE'] ?? '',
  annual_base_salary: plain(row['CONTRACT_PAY'] ?? ''),
});

const job = (row: Fields): Fields => ({
  fiscal_year: row['FY'] ?? '',
  staff_id: row['EMPLOYEE'] ?? '',
  assignment_no: row['NUMBER'] ?? '',
  site_id: row['SITE'] ?? '',
  job_code: row['JOB'] ?? '',
  fte: row['FTE'] ?? '',
});

const pay = (row: Fields): Fields => ({
  fiscal_year: row['FY'] ?? '',
  fiscal_period: row['PERIOD'] ?? '',
  staff_id: row['EMPLOYEE'] ?? '',
  earn_code: row['EARN_CODE'] ?? '',
  ...account(row),
  amount: plain(row['AMOUNT'] ?? ''),
});

const earning = (row: Fields): Fields => ({
  earn_code: row['CODE'] ?? '',
  earn_name: row['NAME'] ?? '',
  pay_type: row['TYPE'] ?? '',
  professional_learning: row['TRAINING'] ?? '',
});

const counts = (row: Fields): Fields[] =>
  Object.entries(GROUPS)
    .filter(([column]) => row[column] !== '')
    .map(([column, group]) => ({
      school_year: SCHOOL_YEAR,
      site_id: row['SITE'] ?? '',
      student_group: group,
      students: row[column] ?? '',
    }));

const result = (row: Fields): Fields => ({
  school_year: SCHOOL_YEAR,
  site_id: row['SITE'] ?? '',
  measure: (row['MEASURE'] ?? '').replace('ABSENCE', 'chronic_absence').toLowerCase(),
  value: row['VALUE'] ?? '',
  students: row['STUDENTS'] ?? '',
});

/** `07/15/2024` as 2024-07-15; what is no date stays as it is. */
const isoDate = (text: string): string => text.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/, '$3-$1-$2');

/** `(1,234.50)` as -1234.50. */
const plain = (text: string): string =>
  text.replaceAll(',', '').replace(/^\((.*)\)$/, (_, amount: string) => `-${amount}`);
