import { expect, test } from 'vitest';
import { rowsSql } from '../../support/rows.ts';
import { runModel } from '../../support/run-model.ts';

/** The totals that are compared, by fund, of a trial balance with `[fund, period, amount]` in 2026. */
async function compared(
  lastPeriod: number,
  totals: readonly (readonly [string, number, number])[],
  amountType = 'actual',
  mapOf = 'actual',
) {
  const rows = await runModel('core.control_totals', {
    'staging.control_totals': rowsSql(
      'fiscal_year amount_type fund_code fiscal_period amount source_document source_id source_file_key record_no record_part',
      totals.map(([fund, period, amount], place) => [
        2026,
        amountType,
        fund,
        period,
        amount,
        'TB',
        'trial_balance',
        'f',
        place + 2,
        1,
      ]),
    ),
    'core.fiscal_years': `select 2026 as fiscal_year, ${lastPeriod} as last_period`,
    'staging.settings': `select '${mapOf}' as amount_type`,
  });
  return rows.map((row) => [row['fund_code'], row['amount']]);
}

test('of monthly trial balances only that of the last period is compared', async () => {
  const months = [
    ['100', 4, 400],
    ['100', 5, 500],
    ['300', 5, 50],
    ['300', 6, 60],
  ] as const;
  expect(await compared(5, months)).toEqual([
    ['100', 500],
    ['300', 50],
  ]);
  expect(await compared(6, months)).toEqual([['300', 60]]);
});

test('a trial balance without periods stands for the period that the ledger has come to', async () => {
  expect(await compared(5, [['100', 12, 500]])).toEqual([['100', 500]]);
});

test('of a complete year the last trial balance that the ledger has come to is compared', async () => {
  const close = [
    ['100', 11, 1100],
    ['100', 12, 1200],
    ['100', 13, 1300],
  ] as const;
  expect(await compared(12, close)).toEqual([['100', 1200]]);
  expect(await compared(13, close)).toEqual([['100', 1300]]);
});

test('a budget is compared with its latest total, however far the ledger has come', async () => {
  const revisions = [
    ['100', 3, 900],
    ['100', 4, 950],
  ] as const;
  expect(await compared(5, revisions, 'budget_revised')).toEqual([['100', 950]]);
});

test('a map of a budget is compared with the latest total of that budget', async () => {
  const totals = [
    ['100', 0, 900],
    ['100', 3, 950],
  ] as const;
  expect(await compared(12, totals, 'budget_original', 'budget_original')).toEqual([['100', 950]]);
});
