import { describe, expect, test } from 'vitest';
import { cellText, rowsSql } from '../../support/rows.ts';
import { runModel } from '../../support/run-model.ts';

const what = async (check: string, given: Record<string, string>) =>
  (await runModel(`checks.${check}`, given)).map((row) => cellText(row, 'what'));

describe('rows_equation', () => {
  const given = (loaded: number) => ({
    'staging.read_totals': rowsSql('source_id source_file_key outcome records', [
      ['ledger', 'f1', 'in_file', 10],
      ['ledger', 'f1', 'loaded', loaded],
      ['ledger', 'f1', 'quarantined', 1],
      ['ledger', 'f1', 'dropped', 2],
    ]),
  });

  test('is silent when 10 rows are 7 loaded, 1 set aside and 2 dropped', async () => {
    expect(await what('rows_equation', given(7))).toEqual([]);
  });

  test('names the file when a row is missing', async () => {
    expect(await what('rows_equation', given(6))).toEqual([
      'Source ledger, file f1: 10 rows in the file, but 6 loaded, 1 set aside and 2 dropped by a rule.',
    ]);
  });
});

describe('dollars_equation', () => {
  const given = (difference: string) => ({
    'marts.reconciliation': `select 'ledger' as source_id, 'actual' as amount_type, 2024 as fiscal_year,
      '100' as fund_code, ${difference}::decimal(18,2) as difference_amount`,
  });

  test('is silent at 0.00', async () => {
    expect(await what('dollars_equation', given('0.00'))).toEqual([]);
  });

  test('fires on one cent, and names source, fund and year', async () => {
    expect(await what('dollars_equation', given('0.01'))).toEqual([
      'Source ledger, actual, fiscal year 2024, fund 100: 0.01 dollars of what was read are in no outcome.',
    ]);
  });
});

describe('stored_totals_equal_items', () => {
  const given = (amount: string, items: string) => ({
    'staging.stored_totals': `select 'budgets' as source_id, 'f1' as source_file_key, 14 as record_no,
      'School 101' as group_label, ${amount} as amount, ${items} as items_amount`,
  });

  test('is silent when a total equals its rows', async () => {
    expect(await what('stored_totals_equal_items', given('12.50', '12.50'))).toEqual([]);
  });

  test('fires when it does not, or when it has no rows', async () => {
    expect(await what('stored_totals_equal_items', given('12.50', '12.49'))).toEqual([
      'Source budgets, file f1, line 14: the total of School 101 says 12.50, its rows add up to 12.49.',
    ]);
    expect(
      await what('stored_totals_equal_items', given('12.50', 'null::decimal(18,2)')),
    ).toHaveLength(1);
  });
});

describe('ledger_ties_to_control_totals', () => {
  const given = (ledger: string) => ({
    'marts.control_ties': `select 2024 as fiscal_year, 'actual' as amount_type, '100' as fund_code,
      'Trial balance, June 2024' as source_document, 1000.00::decimal(18,2) as control_amount,
      ${ledger}::decimal(18,2) as ledger_amount, (${ledger} - 1000.00)::decimal(18,2) as difference_amount`,
  });

  test('is silent when the ledger ties', async () => {
    expect(await what('ledger_ties_to_control_totals', given('1000.00'))).toEqual([]);
  });

  test('fires when the ledger is off by one cent, with both amounts', async () => {
    expect(await what('ledger_ties_to_control_totals', given('999.99'))).toEqual([
      'Fiscal year 2024, actual, fund 100: the ledger has 999.99, Trial balance, June 2024 says 1000.00, a difference of -0.01.',
    ]);
  });
});

describe('attribution_complete', () => {
  const given = (attributed: string) => ({
    'core.coded_lines': `select * from (values
      (2024, 'assigned', 70.00), (2024, 'not_yet_assigned', 30.00), (2024, 'excluded', 500.00))
      t(fiscal_year, status, amount)`,
    'marts.attribution_totals': `select * from (values (2024, 60.00), (2024, ${attributed})) t(fiscal_year, amount)`,
  });

  test('is silent when attributed and not attributed are all dollars in scope', async () => {
    expect(await what('attribution_complete', given('40.00'))).toEqual([]);
  });

  test('fires when a cent is lost on the way', async () => {
    expect(await what('attribution_complete', given('39.99'))).toEqual([
      'Fiscal year 2024: 100.00 dollars assigned or not yet assigned, 99.99 attributed or not attributed.',
    ]);
  });
});

describe('pools_split_exactly', () => {
  const given = (parts: string) => ({
    'core.pools': `select 'p1' as pool_key, 10.00 as amount`,
    'core.attributed': `select * from (values ${parts}) t(pool_key, amount)`,
  });

  test('is silent when the parts are the pool', async () => {
    expect(
      await what('pools_split_exactly', given("('p1', 3.34), ('p1', 3.33), ('p1', 3.33)")),
    ).toEqual([]);
  });

  test('fires when the parts are a cent short, and for parts of no pool', async () => {
    expect(await what('pools_split_exactly', given("('p1', 3.33), ('p1', 6.66)"))).toEqual([
      'Pool p1 has 10.00 dollars, its parts have 9.99.',
    ]);
    expect(await what('pools_split_exactly', given("('p1', 10.00), ('p2', 1.00)"))).toEqual([
      'Pool p2 has 0.00 dollars, its parts have 1.00.',
    ]);
  });
});

describe('release_spending_complete', () => {
  const given = (published: string) => ({
    'core.coded_lines': `select * from (values
      (2024, 'assigned', 70.00), (2024, 'not_yet_assigned', 30.00), (2024, 'excluded', 500.00))
      t(fiscal_year, status, amount)`,
    'release.spending': `select 2024 as fiscal_year, ${published} as amount`,
  });

  test('is silent when the published dollars are those in scope', async () => {
    expect(await what('release_spending_complete', given('100.00'))).toEqual([]);
  });

  test('fires when a row is published twice', async () => {
    expect(await what('release_spending_complete', given('170.00'))).toEqual([
      'Fiscal year 2024: 100.00 dollars assigned or not yet assigned, 170.00 published.',
    ]);
  });
});
