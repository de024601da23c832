import { describe, expect, test } from 'vitest';
import { rowsSql } from '../../support/rows.ts';
import { runModel } from '../../support/run-model.ts';

/** A ledger of one year: the period and the amount type of each line, and the day of the last posting. */
const ledger = (
  lines: readonly (readonly [period: number, amountType: string, extract?: string])[],
  posted: string | null,
) => ({
  'core.ledger_lines': rowsSql(
    'fiscal_year fiscal_period amount_type extract',
    lines.map(([period, type, extract]) => [2026, period, type, extract ?? 'gl_transactions']),
  ),
  'staging.gl_transactions': `select 2026 as fiscal_year, 'actual' as amount_type,
    ${posted === null ? 'null' : `'${posted}'`}::date as posting_date`,
  'staging.gl_balances': `select 2026 as fiscal_year, 'budget_original' as amount_type, date '2026-06-30' as as_of_date`,
  'staging.settings': `select 'actual' as amount_type`,
});

describe('core.fiscal_years', () => {
  test('a year posted through its fifth period is in progress, whatever its budget says', async () => {
    const rows = await runModel(
      'core.fiscal_years',
      ledger(
        [
          [1, 'actual'],
          [5, 'actual'],
          [12, 'budget_original', 'budget_lines'],
        ],
        '2025-11-28',
      ),
    );
    expect(rows).toEqual([
      {
        fiscal_year: 2026,
        last_period: 5,
        in_progress: true,
        has_periods: true,
        ledger_as_of: '2025-11-28',
      },
    ]);
  });

  test.each([12, 13])('a year posted through period %i is complete', async (period) => {
    const [row] = await runModel('core.fiscal_years', ledger([[period, 'actual']], null));
    expect(row).toMatchObject({ in_progress: false, ledger_as_of: null });
  });

  test('balances cannot say what an earlier month was', async () => {
    const [row] = await runModel(
      'core.fiscal_years',
      ledger([[12, 'actual', 'gl_balances']], null),
    );
    expect(row).toMatchObject({ has_periods: false });
  });

  test('a budget is of the whole year, though it was booked before its first month', async () => {
    const [row] = await runModel('core.fiscal_years', {
      ...ledger([[0, 'budget_original']], null),
      'staging.settings': `select 'budget_original' as amount_type`,
    });
    expect(row).toMatchObject({ last_period: 12, in_progress: false });
  });
});
