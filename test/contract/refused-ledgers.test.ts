import { expect, test } from 'vitest';
import { otherDelimiter } from '../../pipelines/materialize/staging/other-delimiter.ts';
import { fileFormat } from '../../transforms/config/format.ts';
import { given, LEDGER, problemOf } from '../support/staging-situations.ts';

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

test.each([
  ['semicolons', ';', `set format.delimiter to ';'`],
  ['tabs', '\t', 'set format.delimiter to "\\t"'],
  ['vertical bars', '|', `set format.delimiter to '|'`],
])(
  'a header whose names stand apart by %s says which delimiter to set',
  async (said, mark, words) => {
    const rows = ['year,fund,item,amount', '2024,01,A,1'].join('\n').replaceAll(',', mark);
    const district = await given(LEDGER, { 'GL_FY2024.csv': `${rows}\n` });
    const problem = await problemOf(district.stage('ledger'));
    expect(problem).toMatchObject({ code: 'column_missing', where: { line: 1 } });
    expect(problem.fix).toContain(said);
    expect(problem.fix).toContain(words);
  },
);

test('a title above the header is not taken for a header with another delimiter', async () => {
  const district = await given(LEDGER, {
    'GL_FY2024.csv': 'The amount by year and fund\nyear,fund,item,amount\n2024,01,A,1\n',
  });
  expect((await problemOf(district.stage('ledger'))).fix).not.toContain('delimiter');
});

test('a file whose format district.yaml does not say is to be saved with commas', () => {
  const columns = ['fund;amount'];
  const fix = otherDelimiter(fileFormat.parse({}), columns, ['amount', 'fund'], false);
  expect(fix).toContain('semicolons: save it as CSV with commas');
  // What is set already is no advice, and a header that lacks a column has another fault.
  const set = fileFormat.parse({ delimiter: ';' });
  expect(otherDelimiter(set, columns, ['amount', 'fund'], true)).toBeNull();
  expect(otherDelimiter(fileFormat.parse({}), columns, ['amount', 'site'], true)).toBeNull();
});

test('a difference of debit and credit that is too large for an amount stops the run', async () => {
  const sources = LEDGER.replace('{ from: amount }', '{ debit: debit, credit: credit }');
  const district = await given(sources, {
    'GL_FY2024.csv': 'year,fund,item,debit,credit\n2024,01,A,9999999999999999,-1\n',
  });
  const problem = await problemOf(district.stage('ledger'));
  expect(problem.where).toMatchObject({ line: 2, column: 'debit and credit' });
  expect(problem.what).toContain('is not an amount');
});
