import { describe, expect, test } from 'vitest';
import { cellsOf } from '../support/rows.ts';
import { given } from '../support/staging-situations.ts';

/** A source of postings whose columns are `columns`, beside a year, a period and an amount. */
function ledger(columns: string, settings = ''): string {
  return `  - id: ledger
    extract: gl_transactions
    file: 'ledger*.csv'
    number_format: { negative: [minus, parentheses] }
${settings}    columns:
      fiscal_year: { const: '{fiscal_year}' }
      amount_type: { const: actual }
      amount: { const: '1.00' }
${columns}`;
}

const codes = `      fund_code: { const: '01' }
      object_code: { const: '110' }
`;

async function staged(sources: string, file: string, name = 'ledger.csv') {
  const district = await given(sources, { [name]: file });
  const read = await district.stage('ledger');
  return {
    rows: await read.rows('staging.gl_transactions'),
    aside: await read.rows('staging.quarantined_rows'),
  };
}

describe('a period from what the sender calls a month', () => {
  const file = `month\n7\nJuly\nJUN\nSept 2023\nJan-24\n2024-02\n202403\n2024-04-30\n5/2024\n06/15/2024\n13\nSmarch\n`;

  test('of a year that begins in July', async () => {
    const { rows, aside } = await staged(
      ledger(`${codes}      fiscal_period: { from: month, period: month }\n`),
      file,
    );
    expect(rows.map((row) => row['fiscal_period'])).toEqual([1, 1, 12, 3, 7, 8, 9, 10, 11, 12]);
    expect(cellsOf(aside, 'record_no', 'column_name', 'rule_id')).toEqual([
      ['12', 'month', 'F12'],
      ['13', 'month', 'F12'],
    ]);
  });

  test('of a year that begins in September', async () => {
    const { rows } = await staged(
      ledger(`${codes}      fiscal_period: { from: month, period: month, first_month: 9 }\n`),
      'month\nSep\nAug\n2024-01\n',
    );
    expect(rows.map((row) => row['fiscal_period'])).toEqual([1, 12, 5]);
  });

  test('a quarter stands at its last period', async () => {
    const { rows, aside } = await staged(
      ledger(`${codes}      fiscal_period: { from: quarter, period: quarter }\n`),
      'quarter\nQ1\n2\nqtr 4\nQ5\n',
    );
    expect(rows.map((row) => row['fiscal_period'])).toEqual([3, 6, 12]);
    expect(cellsOf(aside, 'record_no', 'rule_id')).toEqual([['5', 'F12']]);
  });
});

test('text out of the file’s name, which other files of the source have otherwise', async () => {
  const columns = `${codes}      fiscal_period: { file_name: '_P(\\d\\d)\\.csv$' }
      journal_source: { file_name: '/?(\\w+?)_P', map: { ledger_a: Food, ledger_b: Grants } }
      description: { from: memo }
`;
  const { rows } = await staged(ledger(columns), 'memo\nMilk\n', 'ledger_b_P04.csv');
  expect(cellsOf(rows, 'fiscal_period', 'journal_source', 'description')).toEqual([
    [4, 'Grants', 'Milk'],
  ]);
});

test('a year in the words of a map', async () => {
  const columns = `${codes}      fiscal_period: { const: '12' }
      description: { from: year, map: { Current: 'Year {fiscal_year}', Prior: '{fiscal_year-1}' } }
`;
  const { rows } = await staged(ledger(columns), 'year\nCurrent\nPrior\n');
  expect(rows.map((row) => row['description'])).toEqual(['Year 2024', '2023']);
});

test('several notations of a date, and a column with its own', async () => {
  const columns = `${codes}      fiscal_period: { const: '12' }
      posting_date: { from: day, date_format: ['%m/%d/%Y', '%B %d, %Y', '%d-%b-%y'] }
`;
  const { rows, aside } = await staged(
    ledger(columns, "    date_format: '%Y%m%d'\n"),
    'day\n07/04/2023\n"July 5, 2023"\n6-Jul-23\n2023-07-07\n20230708\n45115\n',
  );
  expect(rows.map((row) => row['posting_date'])).toEqual([
    '2023-07-04',
    '2023-07-05',
    '2023-07-06',
    '2023-07-07',
  ]);
  expect(cellsOf(aside, 'record_no', 'rule_id')).toEqual([
    ['6', 'F12'],
    ['7', 'F11'],
  ]);
});

test('a code out of the middle of a cell, and empty where there is none', async () => {
  const columns = `      fund_code: { const: '01' }
      object_code: { from: account, extract: 'OBJ (\\d+)', pad_left: { width: 4, with: '0' } }
      fiscal_period: { const: '12' }
`;
  const { rows } = await staged(
    ledger(columns),
    'account\nFUND 01 OBJ 110 SITE 3\nFUND 01\nOBJ 6100\n',
  );
  expect(rows.map((row) => row['object_code'])).toEqual(['0110', null, '6100']);
});

test('a code that a spreadsheet has damaged is set aside before it is cut', async () => {
  const columns = `      fund_code: { from: account, split: { separator: '-', index: 0 } }
      object_code: { from: object, width: 4 }
      fiscal_period: { const: '12' }
`;
  const { rows, aside } = await staged(
    ledger(columns),
    'account,object\n01-2010,0110\n1-Oct,0110\n1.23E+11,0110\n01-2010,110\n01-2010,\n',
  );
  expect(cellsOf(rows, 'fund_code', 'object_code')).toEqual([
    ['01', '0110'],
    ['01', null],
  ]);
  expect(cellsOf(aside, 'record_no', 'column_name', 'rule_id')).toEqual([
    ['3', 'account', 'F11'],
    ['4', 'account', 'F10'],
    ['5', 'object', 'F10'],
  ]);
});
