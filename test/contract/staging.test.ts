import { createHash, createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { Problem } from '../../transforms/problem.ts';
import { districtWith, type DistrictOptions, type StagedDistrict } from '../support/stage.ts';

const open: StagedDistrict[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((district) => district.remove()));
});

const HEAD = `version: 1
district: { id: small, name: Small, state: OH }
parameters: { fiscal_year: { default: 2024, describe: The year } }
map: { amount_type: actual, chart: [fund, object] }
sources:
`;

const LEDGER = `  - id: ledger
    extract: gl_balances
    file: 'GL_FY{fiscal_year}*.csv'
    columns:
      fiscal_year: { from: year }
      amount_type: { const: actual }
      fund_code: { from: fund }
      object_code: { from: item }
      amount: { from: amount }
`;

async function given(
  sources: string,
  files: Readonly<Record<string, string | Buffer>>,
  options?: DistrictOptions,
): Promise<StagedDistrict> {
  const named = Object.entries(files).map(
    ([name, content]) => [name.includes('/') ? name : `extracts/${name}`, content] as const,
  );
  const district = await districtWith(HEAD + sources, Object.fromEntries(named), options);
  open.push(district);
  return district;
}

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const error: unknown = await work.catch((reason: unknown) => reason);
  if (!(error instanceof Problem)) throw new Error(`Not refused: ${String(error)}`);
  return error;
}

const only = <T>(rows: readonly T[], ...names: readonly (keyof T)[]): unknown[][] =>
  rows.map((row) => names.map((name) => row[name]));

describe('a ledger', () => {
  test('every record and dollar is loaded, set aside or dropped by a named rule', async () => {
    const district = await given(
      `${LEDGER}    number_format: { thousands: ',', currency: $, negative: [minus, parentheses, trailing_minus] }
    keep: [{ column: book, in: ['GL'] }]
    drop:
      - { id: titles, when: { amount: '' } }
      - { id: fund_totals, when: { item: '~^Total' }, total_of: { by: [fund], amount: amount } }
`,
      {
        'GL_FY2024.csv':
          'book,year,fund,item,amount\nGL,2024,01,A,"$1,000.50"\nGL,2024,01,B,(0.25)\nGL,2024,01,Total 01,1000.25\n' +
          'GL,Page 2,,,\nPR,2024,01,C,5\n\nGL,2024,\u00a002 ,D,3.00-\nGL,2024,02,Total 02,"-3.00"\n,,,,\n',
      },
    );
    const staged = await district.stage('ledger');
    expect(
      only(await staged.rows('staging.gl_balances'), 'record_no', 'fund_code', 'amount'),
    ).toEqual([
      ['2', '01', '1000.50'],
      ['3', '01', '-0.25'],
      ['8', '02', '-3.00'],
    ]);
    const totals = await staged.rows('staging.read_totals');
    expect(only(totals, 'outcome', 'rule_id', 'fund_code', 'records', 'amount')).toEqual([
      ['dropped', 'blank_line', null, '1', null],
      ['dropped', 'fund_totals', '01', '1', '1000.25'],
      ['dropped', 'fund_totals', '02', '1', '-3.00'],
      ['dropped', 'keep', '01', '1', '5.00'],
      ['dropped', 'titles', null, '1', null],
      ['in_file', null, null, '2', null],
      ['in_file', null, '01', '4', '2005.50'],
      ['in_file', null, '02', '2', '-6.00'],
      ['loaded', null, '01', '2', '1000.25'],
      ['loaded', null, '02', '1', '-3.00'],
    ]);
    expect(
      only(await staged.rows('staging.stored_totals'), 'group_label', 'amount', 'items_amount'),
    ).toEqual([
      ['01', '1000.25', '1000.25'],
      ['02', '-3.00', '-3.00'],
    ]);
  });

  test.each([
    ['of its group', '{ by: [fund], amount: amount }'],
    ['since the total before', '{ since_last: true, amount: amount }'],
  ])('a stored total that is a cent off the rows %s stops the run', async (_, total) => {
    const sources = `${LEDGER}    drop: [{ id: totals, when: { item: T }, total_of: ${total} }]\n`;
    const text = (cents: string): string =>
      `year,fund,item,amount\n2024,01,A,1\n2024,01,B,2\n2024,01,T,3.00\n2024,02,A,4\n2024,02,T,4.${cents}\n`;
    const good = await given(sources, { 'GL_FY2024.csv': text('00') });
    expect((await good.stage('ledger')).made.relations['staging.gl_balances']?.rows).toBe(3);
    const wrong = await given(sources, { 'GL_FY2024.csv': text('01') });
    expect(await problemOf(wrong.stage('ledger'))).toMatchObject({
      code: 'stored_total_differs',
      exit: 3,
      where: { file: 'GL_FY2024.csv', line: 6, column: 'amount' },
    });
  });

  test.each([
    ['an amount that is not one', '2024,01,A,"1,5"', 'amount', 'is not an amount'],
    ['no amount', '2024,01,A,', 'amount', 'is empty'],
    [
      'another year than the file’s',
      '2023,01,A,5',
      'year',
      'is not 2024, the fiscal year that the file’s name says',
    ],
  ])('a row with %s stops the run, naming file, line and column', async (_, row, column, words) => {
    const district = await given(LEDGER, {
      'GL_FY2024.csv': `year,fund,item,amount\n2024,01,"two\nlines",1\n${row}\n`,
    });
    const problem = await problemOf(district.stage('ledger'));
    expect(problem.where).toEqual({ file: 'GL_FY2024.csv', line: 4, column });
    expect(problem.what).toContain(words);
  });

  test('a record with too few cells stops the run', async () => {
    const district = await given(LEDGER, {
      'GL_FY2024.csv': 'year,fund,item,amount\n2024,01\n2024,01,A,1\n',
    });
    expect(await problemOf(district.stage('ledger'))).toMatchObject({
      code: 'ledger_row_unreadable',
      where: { file: 'GL_FY2024.csv', line: 2 },
    });
  });

  test('a missing column is named with the line of the header', async () => {
    const district = await given(LEDGER, {
      'GL_FY2024.csv': 'year,fund,object,amount\n2024,01,A,1\n',
    });
    expect(await problemOf(district.stage('ledger'))).toMatchObject({
      code: 'column_missing',
      where: { file: 'GL_FY2024.csv', line: 1, column: 'item' },
    });
  });

  test('debit and credit, a year that starts, parts of an account, lookups and words', async () => {
    const district = await given(
      `  - id: ledger
    extract: gl_transactions
    file: 'GL{fiscal_year-1}-{fiscal_year:yy}.txt'
    format: { delimiter: '|', encoding: windows-1252 }
    date_format: '%m/%d/%Y'
    columns:
      fiscal_year: { from: FY, year: start }
      fiscal_period: { from: PER }
      posting_date: { from: DATE }
      amount_type: { from: TYPE, map: { A: actual }, otherwise: encumbrance }
      fund_code: { from: ACCT, split: { separator: '-', index: 0 }, pad_left: { width: 4, with: '0' } }
      object_code: { from: ACCT, substring: { start: 4, length: 3 } }
      site_id: { from: ORG, lookup: sites }
      amount: { debit: DR, credit: CR, negate: true }
      description: { from: MEMO, default: none }
lookups: { sites: { file: coding/sites.csv, key: org, value: site } }
`,
      {
        'GL2023-24.txt': Buffer.from(
          'FY|PER|DATE|TYPE|ACCT|ORG|DR|CR|MEMO\r2023|07|7/4/2023|A|01-110-9|X1|5.25|1|Caf\u00e9\r2023|1|02/30/2024|E|12345-6|X2||2|\r',
          'latin1',
        ),
        'coding/sites.csv': 'org,site\nX1,101\n',
      },
    );
    const staged = await district.stage('ledger');
    const columns = [
      'fiscal_year',
      'fiscal_period',
      'posting_date',
      'amount_type',
      'fund_code',
      'object_code',
      'site_id',
      'amount',
      'description',
    ];
    expect(only(await staged.rows('staging.gl_transactions'), ...columns)).toEqual([
      [2024, 7, '2023-07-04', 'actual', '0001', '110', '101', '-4.25', 'Café'],
    ]);
    expect(
      only(
        await staged.rows('staging.quarantined_rows'),
        'record_no',
        'column_name',
        'reason',
        'original',
      ),
    ).toEqual([
      [
        '3',
        'DATE',
        'The cell is not a date of the calendar between 1900 and 2199.',
        '2023|1|02/30/2024|E|12345-6|X2||2|',
      ],
      [
        '3',
        'ORG',
        'The cell is not in the lookup sites of district.yaml.',
        '2023|1|02/30/2024|E|12345-6|X2||2|',
      ],
    ]);
  });
});

describe('other extracts', () => {
  const results = `  - id: results
    extract: outcome_aggregates
    file: results.csv
    missing: ['--']
    format: { header: false, columns: [school, year, math, reading] }
    reshape: { columns: { math: Mathematics, reading: Reading }, name: subject, value: percent }
    columns:
      school_year: { from: year, year: range }
      site_id: { from: school }
      measure: { from: subject }
      value: { from: percent, scale: percent }
`;

  test('wide becomes long, an empty cell makes no row, and a record counts once', async () => {
    const district = await given(results, {
      'results.csv': '1,2022-2023,84.7,--\n2,2022-23,9.25,x\n3,2022-2024,1,\n4,2022-2023,--,\n',
    });
    const staged = await district.stage('results');
    const columns = ['record_no', 'record_part', 'school_year', 'measure', 'value', 'grade'];
    expect(only(await staged.rows('staging.outcome_aggregates'), ...columns)).toEqual([
      ['1', 1, 2023, 'Mathematics', '0.8470', 'ALL'],
      ['2', 1, 2023, 'Mathematics', '0.0925', 'ALL'],
    ]);
    const totals = await staged.rows('staging.read_totals');
    expect(only(totals, 'outcome', 'rule_id', 'records', 'rows')).toEqual([
      ['dropped', 'empty_cell', '1', '4'],
      ['in_file', null, '4', '8'],
      ['loaded', null, '1', '2'],
      ['quarantined', null, '2', '2'],
    ]);
  });

  const roster = `  - id: roster
    extract: staff_roster
    file: roster.csv
    columns:
      fiscal_year: { const: '{fiscal_year}' }
      snapshot_date: { const: '2023-10-01' }
      staff_id: { from: id }
      total_fte: { from: fte }
`;

  test('a person’s number becomes its HMAC and stands in no typed file', async () => {
    const district = await given(roster, {
      'roster.csv': 'id,fte,name\nE7731904,1.0,Canary\nE7731905,x,Wren\n',
    });
    const staged = await district.stage('roster');
    const key = createHmac('sha256', 'a secret of the test')
      .update('E7731904')
      .digest('hex')
      .slice(0, 32);
    expect(only(await staged.rows('staging.staff_roster'), 'staff_key', 'total_fte')).toEqual([
      [key, '1.0000'],
    ]);
    const bytes = await readFile(join(staged.directory, 'staging.staff_roster.parquet'));
    expect(bytes.includes('E7731904') || bytes.includes('Canary')).toBe(false);
    expect(only(await staged.rows('staging.quarantined_rows'), 'column_name', 'original')).toEqual([
      ['fte', 'E7731905,x,Wren'],
    ]);
  });

  test('the bytes do not depend on threads or on the file’s name', async () => {
    const text = `id,fte\n${Array.from({ length: 3000 }, (_, i) => `E${i},${i % 7 === 0 ? 'x' : 1}`).join('\n')}\n`;
    const hashes = await Promise.all(
      [1, 2].map(async (threads) => {
        const name = `${threads}/roster.csv`;
        const sources = roster.replace('roster.csv', `'*/roster.csv'`);
        const district = await given(sources, { [`extracts/${name}`]: text }, { threads });
        const { made, directory } = await district.stage('roster');
        const files = Object.values(made.relations).map(({ file }) =>
          readFile(join(directory, file)),
        );
        return (await Promise.all(files)).map((bytes) =>
          createHash('sha256').update(bytes).digest('hex'),
        );
      }),
    );
    expect(hashes[0]).toEqual(hashes[1]);
  });
});

describe('the folder of extracts', () => {
  const row = 'year,fund,item,amount\n2024,01,A,1\n';

  test('the same content under two names is refused', async () => {
    const district = await given(LEDGER, { 'GL_FY2024.csv': row, 'GL_FY2024 copy.csv': row });
    const problem = await problemOf(district.stage('ledger'));
    expect(problem.code).toBe('file_twice');
    expect(problem.message).toContain('GL_FY2024.csv');
  });

  test('a source without a file is refused, with the name that was looked for', async () => {
    const district = await given(LEDGER, { 'GL_FY2023.csv': row });
    const problem = await problemOf(district.stage('ledger'));
    expect(problem).toMatchObject({ code: 'file_missing' });
    expect(problem.what).toContain('GL_FY2024*.csv');
  });
});
