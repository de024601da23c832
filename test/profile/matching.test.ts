import { describe, expect, test } from 'vitest';
import type { FileProfile } from '../../transforms/profile/file-profile.ts';
import { NAMES_BY_EXTRACT } from '../../transforms/profile/names/by-extract.ts';
import { COMMON_NAMES, FILE_WORDS } from '../../transforms/profile/names/common.ts';
import { nameScore } from '../../transforms/profile/names/index.ts';
import { personColumns } from '../../transforms/profile/persons.ts';
import { proposeDistrict } from '../../transforms/profile/propose-district.ts';
import { EXTRACTS } from '../../transforms/extracts/index.ts';
import { file, propose } from '../support/file-profile.ts';

const sites = file('Locations.csv', {
  FISCAL_YR: ['2024', '2024', '2024', '2024'],
  LOC_CODE: ['0101', '0102', '0103', '0900'],
  LOC_DESC: ['Alder', 'Birch', 'Cedar', 'District Office'],
  LOC_TYPE: ['School', 'School', 'School', 'Central Office'],
});

const chart = file('chart_of_accounts.csv', {
  FISCAL_YR: Array<string>(9).fill('2024'),
  SEGMENT: ['FUND', 'FUND', 'FUND', 'FUNC', 'FUNC', 'FUNC', 'OBJ', 'OBJ', 'OBJ'],
  CODE: ['100', '210', '220', '1110', '2213', '2410', '5100', '5200', '5300'],
  DESCR: [
    'General',
    'Federal',
    'State',
    'Regular',
    'Training',
    'Office',
    'Pay',
    'Benefits',
    'Other',
  ],
});

const ledger = file('gl_detail_FY2024.csv', {
  ACCTG_PERIOD: ['1', '2', '3', '3'],
  JE_NBR: ['J1', 'J2', 'J3', 'J4'],
  JE_LINE: ['1', '1', '1', '1'],
  ACCT_NBR: [
    '0101-5100-100-1110',
    '0102-5200-210-2213',
    '0103-5300-220-2410',
    '0900-5100-100-2410',
  ],
  MEMO: ['Pay of July', 'Training of staff', 'Office paper', 'Office pay'],
  DEBIT: ['12,345.00', '80.50', '7.00', ''],
  CREDIT: ['', '', '', '12.00'],
});

describe('columns are recognized by their names and by their values', () => {
  test('short forms and word order of many systems mean the same column', () => {
    for (const name of ['EMPLID', 'Employee #', 'emp_no', 'StaffUniqueId']) {
      expect(nameScore('staff_roster', 'staff_id', name), name).toBeGreaterThan(0.7);
    }
    expect(nameScore('gl_balances', 'amount', 'POSTED_TOTAL_AMT')).toBeGreaterThan(0.8);
    expect(nameScore('gl_transactions', 'fund_code', 'vendor')).toBe(0);
  });

  test('every name in the tables is of an extract and of a column that exist', () => {
    const columns = new Set([...EXTRACTS.values()].flatMap((one) => Object.keys(one.columns)));
    expect(Object.keys(COMMON_NAMES).filter((name) => !columns.has(name))).toEqual([]);
    expect(Object.keys(FILE_WORDS).filter((name) => !EXTRACTS.has(name))).toEqual([]);
    const strays = Object.entries(NAMES_BY_EXTRACT).flatMap(([extract, names]) =>
      Object.keys(names).filter((name) => !(name in (EXTRACTS.get(extract)?.columns ?? {}))),
    );
    expect(strays).toEqual([]);
  });

  test('the parts of an account are found by the codes of chart and site list, whatever their order', () => {
    const { district, chart: segments, questions } = propose(sites, chart, ledger);
    expect(questions).toEqual([]);
    expect([...segments].sort()).toEqual(['function', 'fund', 'object', 'site']);
    expect(district).toMatchObject({
      sources: [
        {
          extract: 'organizations',
          columns: { site_type: { map: { School: 'school', 'Central Office': 'central' } } },
        },
        { extract: 'account_codes', columns: { segment: { map: { FUNC: 'function' } } } },
        {
          extract: 'gl_transactions',
          file: 'gl_detail_FY{fiscal_year}.csv',
          number_format: { thousands: ',' },
          columns: {
            fiscal_year: { const: '{fiscal_year}' },
            site_id: { from: 'ACCT_NBR', split: { separator: '-', index: 0 } },
            object_code: { from: 'ACCT_NBR', split: { separator: '-', index: 1 } },
            fund_code: { from: 'ACCT_NBR', split: { separator: '-', index: 2 } },
            function_code: { from: 'ACCT_NBR', split: { separator: '-', index: 3 } },
            amount: { debit: 'DEBIT', credit: 'CREDIT' },
          },
        },
      ],
    });
  });

  test('ledgers of several years are one source', () => {
    const next = { ...ledger, name: 'gl_detail_FY2025.csv' };
    const { recognized } = propose(sites, chart, ledger, next);
    const family = recognized.find(({ source }) => source?.extract === 'gl_transactions')?.family;
    expect(family).toMatchObject({ pattern: 'gl_detail_FY{fiscal_year}.csv', years: [2024, 2025] });
  });

  test('columns of student groups become rows', () => {
    const students = file('enrollment.csv', {
      School_Year: ['2023-24', '2023-24', '2023-24'],
      Loc_Code: ['0101', '0102', '0103'],
      Total_Students: ['400', '350', '500'],
      Econ_Dis: ['200', '100', '90'],
      SWD: ['40', '35', '50'],
    });
    const { district } = propose(sites, students);
    expect(district).toMatchObject({
      sources: [
        { extract: 'organizations' },
        {
          extract: 'enrollment_counts',
          reshape: {
            columns: { Total_Students: 'all', Econ_Dis: 'low_income', SWD: 'special_education' },
          },
          columns: { school_year: { from: 'School_Year', year: 'range' } },
        },
      ],
    });
  });
});

test('the map is of the years in the ledger’s rows, where the name of its file says none', () => {
  const status = (name: string) =>
    file(name, {
      YEAR: ['2023', '2023', '2024', '2024'],
      FUND: ['100', '210', '220', '100'],
      OBJ: ['5100', '5200', '5300', '5300'],
      LOC: ['0101', '0102', '0103', '0103'],
      AMOUNT: ['100.00', '250.50', '75.25', '5.00'],
    });
  expect(propose(sites, status('budget_status.csv')).district).toMatchObject({
    fiscal_years: [2023, 2024],
  });
  const named = propose(sites, status('budget_status_FY2024.csv')).district;
  expect(named).not.toHaveProperty('fiscal_years');
});

test('dollars of each government that a stored total adds up are checked against it, but for its rounding', () => {
  const funds = file('school_funds.csv', {
    year: ['2024', '2024', '2024'],
    school_code: ['0101', '0102', '0103'],
    expenditure_category: ['SALARIES', 'SALARIES', 'SUPPLIES'],
    state_funds: ['7000.40', '8100.90', '300.10'],
    federal_funds: ['1000.45', '0.00', '12.05'],
    local_funds: ['2000.00', '5000.90', '0.00'],
    total_funds: ['10000', '13100', '312'],
    total_ppe: ['25.5', '26.5', '0.80'],
  });
  const { recognized } = propose(sites, funds);
  const ledgerSource = recognized.find(({ source }) => source?.extract === 'gl_balances')?.source;
  expect(ledgerSource?.reshape).toMatchObject({
    columns: { state_funds: 'state', federal_funds: 'federal', local_funds: 'local' },
    // 8,100.90 and 5,000.90 are 13,101.80, 1.80 more than the total says.
    total: { column: 'total_funds', within: 2 },
  });
});

describe('a file that says more than one thing', () => {
  const positions = file('position_roster_2018-06-30.csv', {
    'Pos #': ['P1', 'P2', 'P3', 'P4'],
    'Dept ID': ['0101', '0102', '0103', '0103'],
    Department: ['Alder School', 'Birch School', 'Cedar School', 'Cedar School'],
    JobCode: ['231', '231', '402', '231'],
    FTE: ['1.0', '0.5', '1.0', '1.0'],
    'FTE Annual Salary': ['60000.00', '31000.00', '98000.50', '64000.00'],
    'Annual Benefit Cost': ['15000.00', '7750.00', '24500.10', '16000.00'],
  });

  test('positions with their pay are the dollars, where no other file has any, and the day is in the name', () => {
    const { district } = propose(sites, positions);
    expect(district).toMatchObject({
      sources: [
        { extract: 'organizations' },
        {
          extract: 'gl_balances',
          reshape: {
            columns: { 'FTE Annual Salary': 'salary', 'Annual Benefit Cost': 'benefits' },
          },
          columns: { site_id: { from: 'Dept ID' }, job_code: { from: 'JobCode' } },
        },
        {
          extract: 'positions',
          columns: {
            snapshot_date: { const: '{fiscal_year}-06-30' },
            site_id: { from: 'Dept ID' },
          },
        },
      ],
    });
  });

  const allocations = (sheet: string, items: readonly string[]): FileProfile => ({
    ...file('fy25_allocations.xlsx', {
      'School Code': ['0101', '0102', '0103'],
      'School Name': ['Alder', 'Birch', 'Cedar'],
      ...Object.fromEntries(items.map((item) => [item, ['5000.125', '7000.5', '9000']])),
      Total: ['5000.125', '7000.5', '9000'].map((each) => String(Number(each) * items.length)),
    }),
    format: { type: 'xlsx', sheet },
  });
  const ITEMS = [
    'Enrollment',
    'Special Education',
    'Title',
    'Specialty',
    'Library',
    'Nurse',
    'Art',
  ];

  test('an item in each column is a ledger whose total is checked, and its schools are the list of sites', () => {
    const { district } = propose(allocations('Items', ITEMS));
    expect(district).toMatchObject({
      sources: [
        { extract: 'organizations', columns: { site_type: { const: 'school' } } },
        {
          extract: 'gl_balances',
          file: 'fy{fiscal_year:yy}_allocations.xlsx',
          reshape: {
            columns: Object.fromEntries(ITEMS.map((item) => [item, item])),
            total: { column: 'Total' },
          },
          columns: { amount: { round: 'carry' } },
        },
      ],
    });
  });

  test('the same dollars on two sheets count once, and a person is told', () => {
    const sheets = [allocations('Items', ITEMS), allocations('Categories', ITEMS.slice(1))];
    const { recognized, questions } = propose(...sheets);
    const ledgers = recognized.filter(({ source }) => source?.extract === 'gl_balances');
    expect(ledgers.map(({ family }) => family.profile.format)).toEqual([
      { type: 'xlsx', sheet: 'Items' },
    ]);
    expect(questions.map(({ text }) => text).join(' ')).toContain('sheet “Categories”');
  });

  test('a column of the file’s own year is found again next year, one of another year is not taken', () => {
    const students = file('fy15_enrollment.csv', {
      School: ['0101', '0102', '0103'],
      'Students (FY14)': ['380', '360', '510'],
      'Students (FY15)': ['400', '350', '500'],
    });
    expect(propose(sites, students).district).toMatchObject({
      sources: [
        { extract: 'organizations' },
        { columns: { students: { from: 'Students (FY{fiscal_year:yy})' } } },
      ],
    });
  });
});

describe('what the files do not say is asked', () => {
  test('two columns of amounts that could both be meant make a question, and neither is taken', () => {
    const two = file('budget_status_FY2024.csv', {
      FUND: ['100', '210', '220', '100'],
      OBJ: ['5100', '5200', '5300', '5300'],
      LOC: ['0101', '0102', '0103', '0103'],
      'NET AMOUNT': ['100.00', '250.50', '75.25', '5.00'],
      'GROSS AMOUNT': ['110.00', '260.50', '85.25', '6.00'],
    });
    const { questions, district } = propose(sites, two);
    const asked = questions.find(({ path }) => path.includes('amount'));
    expect(asked?.candidates.slice(0, 2).sort()).toEqual(['GROSS AMOUNT', 'NET AMOUNT']);
    expect(JSON.stringify(district)).toContain(`"amount":{"from":"QUESTION ${asked?.number}"}`);
  });

  test('a word that nobody knows is asked with the words that it may be', () => {
    const odd = file('Locations.csv', {
      FISCAL_YR: ['2024', '2024', '2024'],
      LOC_CODE: ['0101', '0102', '0103'],
      LOC_DESC: ['Alder', 'Birch', 'Cedar'],
      LOC_TYPE: ['School', 'Central Office', 'Zzyzx'],
    });
    const { questions } = propose(odd, chart, ledger);
    expect(questions.map(({ text }) => text)).toEqual([
      'LOC_TYPE says also: Zzyzx. Is “other” right for them?',
    ]);
    expect(questions[0]?.candidates).toEqual(['school', 'central', 'program', 'other']);
  });

  test('a folder that says neither name nor state of the district asks for both', () => {
    const { questions } = proposeDistrict([sites], { id: 'x', name: undefined, state: undefined });
    expect(questions.slice(0, 2).map(({ path }) => path.join('.'))).toEqual([
      'district.name',
      'district.state',
    ]);
  });
});

test('cells of columns that name a person, or by which one could be known, are never shown', () => {
  const ids = Array.from({ length: 80 }, (_, i) => `E${1000 + i}`);
  const people = file('roster.csv', {
    EMPLID: ids,
    'Last Name': ids.map((_, i) => `Person${i}`),
    Salary: ids.map((_, i) => String(50_000 + i)),
    Degree: ids.map((_, i) => (i % 2 === 0 ? 'BA' : 'MA')),
  });
  expect([...personColumns(people)].sort()).toEqual(['EMPLID', 'Last Name', 'Salary']);
});
