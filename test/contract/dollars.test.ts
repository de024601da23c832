import { expect, test } from 'vitest';
import { cellsOf } from '../support/rows.ts';
import { given, LEDGER, problemOf } from '../support/staging-situations.ts';

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
    cellsOf(await staged.rows('staging.gl_balances'), 'record_no', 'fund_code', 'amount'),
  ).toEqual([
    ['2', '01', '1000.50'],
    ['3', '01', '-0.25'],
    ['8', '02', '-3.00'],
  ]);
  const totals = await staged.rows('staging.read_totals');
  expect(cellsOf(totals, 'outcome', 'rule_id', 'fund_code', 'records', 'amount')).toEqual([
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
    cellsOf(await staged.rows('staging.stored_totals'), 'group_label', 'amount', 'items_amount'),
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
