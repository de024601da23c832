import { expect, test } from 'vitest';
import { readCorrections } from '../../transforms/reference-tables/read-corrections.ts';
import { cellsOf } from '../support/rows.ts';
import { given } from '../support/staging-situations.ts';

const HEADER =
  'correction_id,owner,reason,extract,match_column,match_value,also_column,also_value,column_name,from_value,to_value,first_year,last_year';

/** A line of the table: what it looks for, and what it changes. */
function line(id: string, match: string, change: string, extract = 'gl_transactions'): string {
  return `${id},Budget office,The feeder has it wrong.,${extract},${match},${change}`;
}

function table(...lines: string[]): string {
  return [HEADER, ...lines, ''].join('\n');
}

const SOURCE = `  - id: ledger
    extract: gl_transactions
    file: 'ledger*.csv'
    columns:
      fiscal_year: { const: '{fiscal_year}' }
      fiscal_period: { from: period }
      amount_type: { const: actual }
      fund_code: { from: fund }
      object_code: { from: object, width: 3 }
      site_id: { from: site, map: { N: north, S: south } }
      account_string: { from: account }
      amount: { from: amount }
`;

async function staged(corrections: string, rows: readonly string[]) {
  const file = ['period,fund,object,site,account,amount', ...rows, ''].join('\n');
  const district = await given(SOURCE, {
    'ledger.csv': file,
    'coding/corrections.csv': corrections,
  });
  const read = await district.stage('ledger');
  return {
    rows: await read.rows('staging.gl_transactions'),
    aside: await read.rows('staging.quarantined_rows'),
    corrected: await read.rows('staging.corrected_rows'),
  };
}

test('a correction changes the cell of the rows that it names, where it is as the table says, and no amount', async () => {
  const { rows, corrected } = await staged(
    table(line('C1', 'account_string,01-110-7', ',,object_code,110,111,,')),
    ['1,01,110,N,01-110-7,10.00', '1,01,120,N,01-110-7,20.00', '1,01,110,N,01-110-8,40.00'],
  );
  expect(cellsOf(rows, 'object_code', 'amount')).toEqual([
    ['111', '10.00'],
    ['120', '20.00'],
    ['110', '40.00'],
  ]);
  expect(cellsOf(corrected, 'record_no', 'column_name', 'correction_id')).toEqual([
    ['2', 'object_code', 'C1'],
  ]);
});

test('a row that would be set aside for the wrong code is kept when a correction puts it right', async () => {
  const { rows, aside } = await staged(
    table(
      line('width', 'account_string,A', ',,object_code,11,011,,'),
      line('word', 'account_string,B', ',,site_id,,south,,'),
      line('date', 'account_string,C', ',,object_code,6-Nov,611,,'),
    ),
    ['1,01,11,N,A,1.00', '1,01,110,West,B,2.00', '1,01,6-Nov,S,C,4.00', '1,01,11,S,D,8.00'],
  );
  expect(cellsOf(rows, 'object_code', 'site_id', 'amount')).toEqual([
    ['011', 'north', '1.00'],
    ['110', 'south', '2.00'],
    ['611', 'south', '4.00'],
  ]);
  expect(cellsOf(aside, 'record_no', 'rule_id')).toEqual([['5', 'F10']]);
});

test('of two corrections for one cell the first counts; a second cell and the years narrow a correction', async () => {
  const { rows, corrected } = await staged(
    table(
      line('first', 'account_string,A', ',,object_code,110,111,,'),
      line('later', 'fund_code,01', ',,object_code,110,112,,'),
      line('both', 'fund_code,02', 'account_string,C,object_code,110,113,,'),
      line('old', 'fund_code,03', ',,object_code,110,114,,2023'),
      line('now', 'fund_code,03', ',,object_code,110,115,2024,'),
    ),
    ['1,01,110,N,A,1.00', '1,01,110,N,B,1.00', '1,02,110,N,C,1.00', '1,02,110,N,D,1.00'].concat(
      '1,03,110,N,B,1.00',
    ),
  );
  expect(cellsOf(rows, 'object_code')).toEqual([['111'], ['112'], ['113'], ['110'], ['115']]);
  expect(cellsOf(corrected, 'correction_id')).toEqual([['first'], ['later'], ['both'], ['now']]);
});

test('in a large file, corrected rows are checked as others are, and stay in their place', async () => {
  const many = Array.from({ length: 3000 }, (_, i) => `1,01,110,N,A${i},${i}.00`);
  const { rows, aside } = await staged(
    table(
      line('C1', 'account_string,A1500', ',,object_code,110,111,,'),
      line('C2', 'account_string,A1501', ',,fiscal_period,1,2,,'),
    ),
    many,
  );
  expect(aside).toEqual([]);
  expect(rows).toHaveLength(3000);
  const near = rows.slice(1499, 1503);
  expect(cellsOf(near, 'record_no', 'object_code', 'fiscal_period')).toEqual([
    ['1501', '110', 1],
    ['1502', '111', 1],
    ['1503', '110', 2],
    ['1504', '110', 1],
  ]);
});

function read(...lines: string[]) {
  return readCorrections(table(...lines), 'coding/corrections.csv');
}

test.each([
  ['account_string,A', ',,amount,1.00,2.00,,', 'column_name', 'never changes dollars'],
  ['account_string,A', ',,fiscal_year,2023,2024,,', 'column_name', 'never changes the year'],
  ['account_string,A', ',,amount_type,actual,encumbrance,,', 'column_name', 'kind of an amount'],
  ['account,A', ',,object_code,1,2,,', 'match_column', 'no column of this name'],
  ['account_string,A', ',,objects,1,2,,', 'column_name', 'no column of this name'],
  ['account_string,A', 'fund_code,,object_code,1,2,,', 'also_column', 'go together'],
  ['account_string,A', ',,object_code,1,1,,', 'to_value', 'what it was before'],
  ['account_string,A', ',,object_code,1,1.2E+05,,', 'to_value', 'is not a code'],
  ['account_string,A', ',,fiscal_period,1,,,', 'to_value', 'every row needs one'],
  ['account_string,A', ',,object_code,1,2,2025,2024', 'last_year', 'before the first'],
  ['fund_code,6-Nov', ',,object_code,1,2,,', 'match_value', 'date'],
  ['account_string,', ',,object_code,1,2,,', 'match_value', 'is empty'],
])('a correction of %s, %s is refused', (match, change, column, what) => {
  expect(() =>
    read(line('C0', 'fund_code,01', ',,object_code,1,2,,'), line('C1', match, change)),
  ).toThrowError(
    expect.objectContaining({
      code: 'correction_refused',
      where: { file: 'coding/corrections.csv', line: 3, column },
      what: expect.stringContaining(what) as string,
    }) as Error,
  );
});

test('a correction of whose row it is, of no kind of file, or of a name that is taken is refused', () => {
  const change = ',,object_code,1,2,,';
  const person = line('C1', 'assignment_no,1', ',,staff_id,E1,E2,,', 'staff_assignments');
  expect(() => read(person)).toThrowError('whose row it is');
  expect(() => read(line('C1', 'fund_code,01', change, 'ledger'))).toThrowError('no kind of file');
  const first = line('C1', 'fund_code,01', change);
  expect(() => read(first, first)).toThrowError('same correction_id');
});

test('a line that is refused is named as an editor counts it, whatever stands above it', () => {
  const good = line('C1', 'fund_code,01', ',,object_code,1,2,,');
  const bad = line('C2', 'fund_code,01', ',,amount,1.00,2.00,,');
  expect(() => read(good, '', bad)).toThrowError(
    expect.objectContaining({ where: expect.objectContaining({ line: 4 }) as object }) as Error,
  );
});

test('a table with a mistyped column, or without one that it needs, is refused', () => {
  const mistyped = HEADER.replace('from_value', 'from');
  expect(() => readCorrections(mistyped, 'c.csv')).toThrowError('no use for this column');
  const short = HEADER.replace(',to_value,first_year,last_year', '');
  expect(() => readCorrections(short, 'c.csv')).toThrowError('lacks this column');
});
