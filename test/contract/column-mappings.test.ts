import { expect, test } from 'vitest';
import { cellsOf } from '../support/rows.ts';
import { given } from '../support/staging-situations.ts';

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
  expect(cellsOf(await staged.rows('staging.gl_transactions'), ...columns)).toEqual([
    [2024, 7, '2023-07-04', 'actual', '0001', '110', '101', '-4.25', 'Café'],
  ]);
  expect(
    cellsOf(
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
  expect(cellsOf(await staged.rows('staging.outcome_aggregates'), ...columns)).toEqual([
    ['1', 1, 2023, 'Mathematics', '0.8470', 'ALL'],
    ['2', 1, 2023, 'Mathematics', '0.0925', 'ALL'],
  ]);
  const totals = await staged.rows('staging.read_totals');
  expect(cellsOf(totals, 'outcome', 'rule_id', 'records', 'rows')).toEqual([
    ['dropped', 'empty_cell', '1', '4'],
    ['in_file', null, '4', '8'],
    ['loaded', null, '1', '2'],
    ['quarantined', null, '2', '2'],
  ]);
});
