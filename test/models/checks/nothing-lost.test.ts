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

  test('counts a row that was sent again where it was first, and in the file in which it came again', async () => {
    const counts = [
      ['ledger', 'f1', 'in_file', 10],
      ['ledger', 'f1', 'loaded', 9],
      ['ledger', 'f1', 'replaced', 1],
      ['ledger', 'f2', 'in_file', 1],
      ['ledger', 'f2', 'loaded', 1],
    ] as const;
    const read = (rows: typeof counts | readonly (typeof counts)[number][]) => ({
      'staging.read_totals': rowsSql('source_id source_file_key outcome records', [...rows]),
    });
    expect(await what('rows_equation', read(counts))).toEqual([]);
    expect(await what('rows_equation', read(counts.slice(0, 4)))).toHaveLength(1);
  });

  test('names the file when a row is missing', async () => {
    expect(await what('rows_equation', given(6))).toEqual([
      'Source ledger, file f1: 10 rows in the file, but 6 loaded, 1 set aside, 0 sent again and 2 dropped by a rule.',
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
      'Fund 100, fiscal year 2024, source ledger (actual): $0.01 of what was read are in none of them.',
    ]);
  });
});

describe('ledger_ties_to_control_totals', () => {
  const given = (ledger: string, amountType = 'actual', fund = '100', document = 'TB_FY2024') => ({
    'marts.control_ties': `select 2024 as fiscal_year, '${amountType}' as amount_type, '${fund}' as fund_code,
      '${document}' as source_document, 1234.55::decimal(18,2) as control_amount,
      ${ledger}::decimal(18,2) as ledger_amount, (${ledger} - 1234.55)::decimal(18,2) as difference_amount`,
  });

  test('is silent when the ledger ties', async () => {
    expect(await what('ledger_ties_to_control_totals', given('1234.55'))).toEqual([]);
    expect(await what('ledger_ties_to_control_totals', given('null'))).toEqual([]);
  });

  test('fires when the ledger is off by one cent, with both amounts', async () => {
    expect(await what('ledger_ties_to_control_totals', given('1234.56'))).toEqual([
      'Fund 100, fiscal year 2024: the ledger has $1,234.56, the trial balance (TB_FY2024) $1,234.55, $0.01 apart.',
    ]);
    expect(
      await what('ledger_ties_to_control_totals', given('-0.45', 'budget_revised', 'all')),
    ).toEqual([
      'All funds, fiscal year 2024, budget revised: the ledger has -$0.45, the trial balance (TB_FY2024) $1,234.55, $1,235.00 apart.',
    ]);
    const printed = given('1234.56', 'actual', '100', 'Adopted budget');
    expect(await what('ledger_ties_to_control_totals', printed)).toEqual([
      'Fund 100, fiscal year 2024: the ledger has $1,234.56, the control total (Adopted budget) $1,234.55, $0.01 apart.',
    ]);
    const unnamed = given('1234.56', 'actual', '100', 'Trial balance');
    expect(await what('ledger_ties_to_control_totals', unnamed)).toEqual([
      'Fund 100, fiscal year 2024: the ledger has $1,234.56, the trial balance $1,234.55, $0.01 apart.',
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
      'Fiscal year 2024: $100.00 assigned or not yet assigned, $99.99 attributed or not attributed.',
    ]);
  });
});

describe('pools_split_exactly', () => {
  const given = (parts: string) => ({
    'core.pools': `select * from (values ('p1', 'assigned', 10.00), ('budget', 'excluded', 9.00)) t(pool_key, status, amount)`,
    'core.attributed': `select * from (values ${parts}) t(pool_key, amount)`,
  });

  test('is silent when the parts are the pool', async () => {
    expect(
      await what('pools_split_exactly', given("('p1', 3.34), ('p1', 3.33), ('p1', 3.33)")),
    ).toEqual([]);
  });

  test('fires when the parts are a cent short, and for parts of no pool', async () => {
    expect(await what('pools_split_exactly', given("('p1', 3.33), ('p1', 6.66)"))).toEqual([
      'Pool p1 has $10.00, its parts have $9.99.',
    ]);
    expect(await what('pools_split_exactly', given("('p1', 10.00), ('p2', 1.00)"))).toEqual([
      'Pool p2 has $0.00, its parts have $1.00.',
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
      'Fiscal year 2024: $100.00 assigned or not yet assigned, $170.00 published.',
    ]);
  });
});

describe('statuses_agree', () => {
  const given = (assigned: string, waiting: string) => ({
    'release.reconciliation': `select * from (values ('ledger', '100', ${assigned}, ${waiting}), ('second', '100', 10.00, 0.00),
      ('ledger', '900', 0.00, 0.00)) t(source_id, fund_code, assigned_amount, not_yet_assigned_amount), (values (2024)) y(fiscal_year)`,
    'release.spending': `select * from (values ('meals', 70.00), ('buildings', 20.00), ('not_yet_assigned', 5.00))
      t(purpose_id, amount), (values (2024, '100')) c(fiscal_year, fund_code)`,
  });

  test('is silent when both pages say the same of a fund', async () => {
    expect(await what('statuses_agree', given('80.00', '5.00'))).toEqual([]);
  });

  test('fires when benefits are assigned on one page and not on the other', async () => {
    expect(await what('statuses_agree', given('85.00', '0.00'))).toEqual([
      'Fund 100, fiscal year 2024: $0.00 not yet assigned on the quality page, $5.00 in the published spending.',
      'Fund 100, fiscal year 2024: $95.00 assigned on the quality page, $90.00 in the published spending.',
    ]);
  });
});
