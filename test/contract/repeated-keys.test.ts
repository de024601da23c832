import { expect, test } from 'vitest';
import { WORTH_A_TEST } from '../../pipelines/materialize/staging/plain-row.ts';
import { cellsOf } from '../support/rows.ts';
import { given } from '../support/staging-situations.ts';

const LEDGER = `  - id: ledger
    extract: gl_transactions
    file: ledger.csv
    columns:
      fiscal_year: { const: '2024' }
      fiscal_period: { from: period }
      journal_id: { from: journal }
      line_no: { from: line }
      amount_type: { const: actual }
      fund_code: { from: fund }
      object_code: { from: item }
      amount: { from: amount }
`;

/** Lines 2 to 1,001 of the file: journals J0001, J0002 and so on, of one line each. */
const lines = Array.from(
  { length: WORTH_A_TEST },
  (_, i) => `7,J${String(i + 1).padStart(4, '0')},1,01,0110,1.00\n`,
).join('');

async function setAside(tail: string): Promise<readonly unknown[]> {
  const text = `period,journal,line,fund,item,amount\n${lines}${tail}`;
  const district = await given(LEDGER, { 'ledger.csv': text });
  const staged = await district.stage('ledger');
  const kept = cellsOf(await staged.rows('staging.gl_transactions'), 'record_no');
  const aside = cellsOf(await staged.rows('staging.quarantined_rows'), 'record_no', 'rule_id');
  const last = kept.slice(WORTH_A_TEST).map(([recordNo]) => Number(recordNo));
  return [kept.length, last, aside.map((cells) => cells.join(' '))];
}

test('a file of more than 8 MB with a blank line is read in its order', async () => {
  const note = 'x'.repeat(450);
  const rows = Array.from({ length: 20_000 }, (_, i) => `7,J${i},1,01,0110,1.00,${note}\n`).join(
    '',
  );
  const text = `period,journal,line,fund,item,amount,note\n${rows}\n`;
  expect(text.length).toBeGreaterThan(9_000_000);
  const district = await given(LEDGER, { 'ledger.csv': text });
  const { made } = await district.stage('ledger');
  expect(made.relations['staging.gl_transactions']?.rows).toBe(20_000);
});

test('of rows that repeat the one before, the first is kept', async () => {
  expect(
    await setAside(
      '8,J2000,1,01,0110,1.00\n8,J2000,1,01,0110,2.00\n8,J2000,1,01,0110,1.00\n8,J2001,1,01,0110,1.00\n',
    ),
  ).toEqual([1002, [1002, 1005], ['1003 K01', '1004 K01']]);
});

test('a row that is right is kept behind one that is wrong and has its key', async () => {
  expect(await setAside('99,J2000,1,01,0110,1.00\n8,J2000,1,01,0110,1.00\n')).toEqual([
    1001,
    [1003],
    ['1002 F09'],
  ]);
});

test('a row that repeats one far above it, or is written otherwise, is told too', async () => {
  expect(
    await setAside('8,J0500,1,01,0110,1.00\n8,J2000,1,01,0110,1.00\n8,J2000,01,01,0110,1.00\n'),
  ).toEqual([1001, [1003], ['1002 K01', '1004 K01']]);
});

test('in a ledger whose journals do not ascend, repeated rows are told as well', async () => {
  expect(
    await setAside(
      '8,A1,1,01,0110,1.00\n8,A1,1,01,0110,1.00\n8,A1,2,01,0110,1.00\n8,J0001,1,01,0110,1.00\n',
    ),
  ).toEqual([1002, [1002, 1004], ['1003 K01', '1005 K01']]);
});
