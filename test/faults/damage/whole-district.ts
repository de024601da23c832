import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The files of a district of twelve periods, by their paths in its folder. */
export type DistrictFiles = Map<string, string>;

const YEARS = [2023, 2024];
const PERIODS = Array.from({ length: 12 }, (_, i) => i + 1);
const ACCOUNTS = [
  ['0100', '1000', '0111', '001', 90_000],
  ['0100', '1000', '0111', '002', 70_000],
  ['0100', '2410', '0110', '001', 9_000],
  ['0100', '2610', '0410', '900', 5_000],
  ['0200', '2213', '0330', '900', 4_000],
  ['0200', '1000', '0610', '002', 2_000],
] as const;

/** Cents of an account in a month; no two months of the two years are alike. */
const cents = (dollars: number, year: number, period: number): number =>
  dollars * 100 + 1_000 * (year - 2020) + 7 * period;
const money = (amount: number): string =>
  `${Math.floor(amount / 100)}.${String(amount % 100).padStart(2, '0')}`;

const HEADER = 'fiscal_year,period,posted,journal,line,fund,function,object,site,amount';

/** The lines of a month, without their header. */
export function monthOf(year: number, period: number): readonly string[] {
  const calendarYear = period <= 6 ? year - 1 : year;
  const month = String(((period + 5) % 12) + 1).padStart(2, '0');
  return ACCOUNTS.flatMap(([fund, fn, object, site, dollars], i) =>
    [1, 2].map(
      (half) =>
        `${year},${period},${calendarYear}-${month}-${half === 1 ? '12' : '28'},J${year}-${period}-${i},${half},${fund},${fn},${object},${site},${money(cents(dollars, year, period))}`,
    ),
  );
}

/** A ledger file of some months. */
export function ledgerOf(year: number, periods: readonly number[]): string {
  return `${[HEADER, ...periods.flatMap((period) => monthOf(year, period))].join('\n')}\n`;
}

function trialBalance(): string {
  const lines = YEARS.flatMap((year) =>
    ['0100', '0200'].map((fund) => {
      const own = ACCOUNTS.filter(([code]) => code === fund);
      const total = PERIODS.flatMap((period) =>
        own.map(([, , , , dollars]) => 2 * cents(dollars, year, period)),
      ).reduce((sum, amount) => sum + amount, 0);
      return `${year},${fund},${money(total)}`;
    }),
  );
  return `fiscal_year,fund,amount\n${lines.join('\n')}\n`;
}

const perYear = (header: string, rows: readonly string[]): string =>
  `${[header, ...YEARS.flatMap((year) => rows.map((row) => `${year},${row}`))].join('\n')}\n`;

const CODES = [
  'fund,0100,General',
  'fund,0200,Grants',
  ...['1000', '2213', '2410', '2610'].map((code) => `function,${code},${code}`),
  ...['0110', '0111', '0330', '0410', '0610'].map((code) => `object,${code},${code}`),
];

const YAML = `version: 1
district: { id: whole, name: Whole Public Schools, state: OH }
invented: true
map: { amount_type: actual, chart: [fund, function, object, site] }
sources:
  - id: ledger
    extract: gl_transactions
    file: 'GL_FY{fiscal_year}*.csv'
    columns:
      fiscal_year: { from: fiscal_year }
      fiscal_period: { from: period }
      posting_date: { from: posted }
      journal_id: { from: journal }
      line_no: { from: line }
      amount_type: { const: actual }
      fund_code: { from: fund }
      function_code: { from: function }
      object_code: { from: object }
      site_id: { from: site }
      amount: { from: amount }
  - id: trial_balance
    extract: control_totals
    file: trial_balance.csv
    columns:
      fiscal_year: { from: fiscal_year }
      fund_code: { from: fund }
      amount_type: { const: actual }
      amount: { from: amount }
      source_document: { const: 'Trial balance' }
  - id: codes
    extract: account_codes
    file: chart.csv
    columns:
      fiscal_year: { from: fiscal_year }
      segment: { from: segment }
      code: { from: code }
      code_name: { from: name }
  - id: sites
    extract: organizations
    file: sites.csv
    columns:
      fiscal_year: { from: fiscal_year }
      site_id: { from: site }
      site_name: { from: name }
      site_type: { from: type }
      school_level: { from: level }
  - id: enrollment
    extract: enrollment_counts
    file: students.csv
    columns:
      school_year: { from: fiscal_year }
      site_id: { from: site }
      student_group: { const: all }
      students: { from: students }
`;

/** A district whose ledger comes as a file for each year and ties to its trial balance to the cent. */
export function wholeDistrict(): DistrictFiles {
  return new Map([
    ['district.yaml', YAML],
    [
      'coding/purpose.csv',
      `rule_id,rank,function_code,fund_code,code
workshops,10,2213,,workshops_training
principals,10,2410,,principals
buildings,10,2610,,maintenance
teachers,10,1000,0100,regular_teachers
grants,20,1000,0200,regular_teachers
`,
    ],
    ...YEARS.map((year) => [`extracts/GL_FY${year}.csv`, ledgerOf(year, PERIODS)] as const),
    ['extracts/trial_balance.csv', trialBalance()],
    ['extracts/chart.csv', perYear('fiscal_year,segment,code,name', CODES)],
    [
      'extracts/sites.csv',
      perYear('fiscal_year,site,name,type,level', [
        '001,Alder Elementary,school,elementary',
        '002,Birch Elementary,school,elementary',
        '900,District Office,central,',
      ]),
    ],
    ['extracts/students.csv', perYear('fiscal_year,site,students', ['001,400', '002,380'])],
  ]);
}

/** Writes the files into a folder. */
export function writeDistrict(folder: string, files: DistrictFiles): void {
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
