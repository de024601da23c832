import { describe, expect, test } from 'vitest';
import { rowsSql } from '../../support/rows.ts';
import { modelSql, runModel } from '../../support/run-model.ts';

const readColumns =
  'extract source_id outcome amount_type fiscal_year fund_code amount source_file_key';
const read = rowsSql(readColumns, [
  ['gl_transactions', 'ledger', 'in_file', null, null, null, null, 'f'],
  ['gl_transactions', 'ledger', 'loaded', 'actual', 2024, '100', 1000, 'f'],
  ['gl_transactions', 'ledger', 'quarantined', 'actual', 2024, '100', 40, 'f'],
  ['gl_transactions', 'ledger', 'dropped', null, null, null, 1000, 'f'],
  ['payroll_lines', 'payroll', 'loaded', null, 2024, '100', null, 'p'],
]);

describe('dollar_movements', () => {
  test('lays what was read beside where it went, of ledgers only', async () => {
    const rows = await runModel('marts.dollar_movements', {
      'staging.read_totals': `${read} union all
        select 'budget_lines', 'budget', 'loaded', 'budget_original', 2025, '100', 500, 'b'`,
      'staging.fiscal_years': 'select 2024 as fiscal_year',
      'marts.ledger_periods': rowsSql('source_id amount_type fiscal_year fund_code status amount', [
        ['ledger', 'actual', 2024, '100', 'assigned', 700],
        ['ledger', 'actual', 2024, '100', 'assigned', 100],
        ['ledger', 'actual', 2024, '100', 'excluded', 200],
      ]),
      'marts.benefits_waiting': rowsSql('source_id amount_type fiscal_year fund_code amount', [
        ['ledger', 'actual', 2024, '100', 30],
      ]),
    });
    expect(
      rows.map((row) => [row['fiscal_year'], row['fund_code'], row['movement'], row['amount']]),
    ).toEqual([
      // 30 of the 800 are benefits without an assigned salary.
      [2024, '100', 'assigned', '770.00'],
      [2024, '100', 'excluded', '200.00'],
      [2024, '100', 'not_yet_assigned', '30.00'],
      [2024, '100', 'quarantined', '40.00'],
      [2024, '100', 'read', '1040.00'],
      [0, 'none', 'dropped', '1000.00'],
      [0, 'none', 'read', '1000.00'],
    ]);
  });
});

describe('benefits_waiting', () => {
  /** `[source, fund, benefits]` as coded, and `[fund, status, benefits]` as the spread left them. */
  async function waiting(
    coded: readonly (readonly [string, string | null, number])[],
    spread: readonly (readonly [string | null, string, number])[],
  ) {
    const rows = await runModel('marts.benefits_waiting', {
      'core.coded_lines': rowsSql(
        'fiscal_year amount_type status attribution source_id fund_code amount',
        [
          ...coded.map((line) => [2024, 'actual', 'assigned', 'salary', ...line]),
          [2024, 'actual', 'assigned', 'recorded', 'ledger', '100', 900],
        ],
      ),
      'core.pools': rowsSql('fiscal_year amount_type follows_salary fund_code status amount', [
        ...spread.map((pool) => [2024, 'actual', true, ...pool]),
        [2024, 'actual', false, '100', 'not_yet_assigned', 77],
      ]),
    });
    return rows.map((row) => [row['source_id'], row['fund_code'], row['amount']]);
  }

  test('are those of a fund without salaries, and of salaries that are not yet assigned', async () => {
    expect(
      await waiting(
        [
          ['ledger', '100', 50],
          ['ledger', null, 8],
          ['ledger', '300', 4],
        ],
        [
          ['100', 'assigned', 39.99],
          ['100', 'not_yet_assigned', 10.01],
          [null, 'not_yet_assigned', 8],
          ['300', 'assigned', 4],
        ],
      ),
    ).toEqual([
      ['ledger', '100', '10.01'],
      ['ledger', 'none', '8.00'],
    ]);
  });

  test('of several sources each has its part, to the cent, whatever their signs', async () => {
    // 0.05 over 3.00: 1.67 cents after the first dollar, 3.33 after the second, 5 after the third, rounded down.
    const three = [
      ['a', '100', 1],
      ['b', '100', 1],
      ['c', '100', 1],
    ] as const;
    const spread = [
      ['100', 'assigned', 2.95],
      ['100', 'not_yet_assigned', 0.05],
    ] as const;
    expect((await waiting(three, spread)).map(([, , amount]) => amount)).toEqual([
      '0.01',
      '0.02',
      '0.02',
    ]);
    // All of it waits: each source's own dollars.
    const signs = [
      ['a', '100', 100],
      ['b', '100', -40],
    ] as const;
    expect(await waiting(signs, [['100', 'not_yet_assigned', 60]])).toEqual([
      ['a', '100', '100.00'],
      ['b', '100', '-40.00'],
    ]);
  });
});

describe('control totals', () => {
  const totals = (rows: readonly (readonly [string | null, number])[]) =>
    rowsSql(
      'fiscal_year amount_type fund_code amount source_document',
      rows.map(([fund, amount]) => [2024, 'actual', fund, amount, 'TB']),
    );
  const given = (rows: readonly (readonly [string | null, number])[]) => ({
    'core.control_totals': totals(rows),
    'core.ledger_lines': rowsSql('fiscal_year amount_type fund_code amount is_replaced', [
      [2024, 'actual', '300', 6, true],
      [2024, 'actual', '300', 7, false],
    ]),
    'staging.read_totals': `${read} union all select 'gl_balances', 'other', 'loaded', 'actual', 2024, '300', 7, 'november'
      union all select 'gl_balances', 'other', 'loaded', 'actual', 2024, '300', 6, 'october'
      union all select 'gl_balances', 'other', 'loaded', 'budget_original', 2024, '400', 9, 'november'`,
    'core.ledger_totals': modelSql('core.ledger_totals'),
    'staging.settings': `select 'actual' as amount_type`,
  });

  test('are compared by fund, or for all funds, with loaded and quarantined rows', async () => {
    const rows = await runModel('marts.control_ties', {
      ...given([
        ['100', 1040.01],
        ['200', 5],
        [null, 1047],
      ]),
      'marts.control_coverage': modelSql('marts.control_coverage'),
    });
    expect(
      rows.map((row) => [row['fund_code'], row['ledger_amount'], row['difference_amount']]),
    ).toEqual([
      ['100', '1040.00', '-0.01'],
      ['200', '0.00', '-5.00'],
      ['all', '1047.00', '0.00'],
    ]);
  });

  test('a fund of the map without one is listed as not compared', async () => {
    const rows = await runModel('marts.control_ties', {
      ...given([['100', 1040]]),
      'marts.control_coverage': modelSql('marts.control_coverage'),
    });
    expect(rows.map((row) => [row['fund_code'], row['difference_amount'], row['note']])).toEqual([
      ['100', '0.00', 'compared with TB'],
      ['300', null, 'not compared: the district sent no control total for it'],
    ]);
  });

  test.each([
    ['the trial balance', [true, true]],
    ['the trial balance, for 1 of 2 funds and years', [true, false]],
    ["the file's own totals", [false, false]],
    ["the file's own totals", []],
  ])('the map ties to %s', async (words, covered) => {
    expect(await tiesTo(covered, [0])).toBe(words);
  });

  test('what the map ties to is called what it is: a printed budget is no trial balance', async () => {
    const tiedTo = (document: string): Promise<unknown> => tiesTo([true, true], [0], { document });
    expect(await tiedTo('Adopted budget, page 12')).toBe("the district's own totals");
    expect(await tiedTo('Trial Balance of June 30, 2025')).toBe('the trial balance');
  });

  test('a map that is off its trial balance, which a person has accepted, does not say that it ties', async () => {
    expect(await tiesTo([true, true], [0, -0.01])).toBe(
      'the trial balance, but for differences that the district has accepted',
    );
    expect(await tiesTo([true], [5], { mapOf: 'budget_original' })).toBe('the trial balance');
  });
});

/** What a map ties to in which each of some funds has a control total or not, and the ledger is off the actuals by so much. */
async function tiesTo(
  covered: readonly boolean[],
  off: readonly number[],
  { document = 'TB of June 30', mapOf = 'actual' } = {},
) {
  const [row] = await runModel('marts.tie_out', {
    'staging.settings': `select '${mapOf}' as amount_type`,
    'marts.control_ties': rowsSql('amount_type fund_code source_document difference_amount', [
      ['actual', 'all', null, null],
      ...off.map((amount, fund) => ['actual', String(fund), document, amount]),
    ]),
    'marts.control_coverage': rowsSql(
      'fund_code has_control_total',
      covered.map((has, fund) => [String(fund), has]),
    ),
  });
  return row?.['ties_to'];
}

describe('reconciliation', () => {
  const given = (assigned: number) => ({
    'marts.dollar_movements': rowsSql(
      'source_id amount_type fiscal_year fund_code movement amount',
      [
        ['ledger', 'actual', 2024, '100', 'read', 1040],
        ['ledger', 'actual', 2024, '100', 'assigned', assigned],
        ['ledger', 'actual', 2024, '100', 'not_yet_assigned', 10],
        ['ledger', 'actual', 2024, '100', 'excluded', 200],
        ['ledger', 'actual', 2024, '100', 'quarantined', 40],
        ['ledger', 'actual', 2024, '100', 'dropped', 20],
        ['second', 'actual', 2024, '100', 'read', 1],
        ['second', 'actual', 2024, '100', 'assigned', 1],
      ],
    ),
    'core.account_codes': rowsSql('fiscal_year segment code code_name', [
      [2024, 'fund', '100', 'General fund'],
    ]),
    'marts.control_ties': rowsSql(
      'fiscal_year amount_type fund_code control_amount difference_amount',
      [[2024, 'actual', '100', 1041, 0]],
    ),
  });

  test('ties to 0.00, with the control total on the first source of the fund only', async () => {
    const rows = await runModel('marts.reconciliation', given(770));
    expect(
      rows.map((row) => [row['source_id'], row['difference_amount'], row['control_amount']]),
    ).toEqual([
      ['ledger', '0.00', 1041],
      ['second', '0.00', null],
    ]);
    expect(rows[0]?.['fund_name']).toBe('General fund');
  });

  test('shows the cent that is in no outcome', async () => {
    const rows = await runModel('marts.reconciliation', given(769.99));
    expect(rows[0]?.['difference_amount']).toBe('0.01');
  });
});

test('benefits that wait stand among the new codes, with their fund and their dollars', async () => {
  const rows = await runModel('marts.quality_dollars', {
    'marts.benefits_waiting': rowsSql('fiscal_year source_id fund_code amount', [
      [2024, 'ledger', '200', 240],
      [2024, 'ledger', '300', 0],
    ]),
    'marts.new_codes': rowsSql('fiscal_year source_id label not_in_chart lines amount', []),
    'marts.payroll_ties': rowsSql(
      'fiscal_year fund_code payroll_amount ledger_amount difference_amount',
      [],
    ),
    'marts.control_ties': rowsSql('fiscal_year fund_code amount_type note difference_amount', []),
    'marts.published_per_student': rowsSql('fiscal_year site_id site_name fund_code agrees', []),
  });
  expect(rows.map((row) => [row['topic'], row['label'], row['amount']])).toEqual([
    ['new codes', 'benefits of fund 200', '240.00'],
  ]);
});
