import { describe, expect, test } from 'vitest';
import { cellsOf, rowsSql } from '../../support/rows.ts';
import { modelSql, runModel } from '../../support/run-model.ts';

const sites = rowsSql('fiscal_year site_id site_name site_type', [
  [2026, 'A', 'Alder', 'school'],
  [2026, 'C1', 'Office', 'central'],
]);

/** Names of pools that share one purpose each: `[pool, purpose]`. */
const named = (...pools: readonly (readonly [string, string])[]) =>
  rowsSql(
    'pool_key purpose_id purpose_name child_purpose_id child_purpose_name operating project_code project_name',
    pools.map(([key, purpose]) => [
      key,
      'parent',
      'Parent',
      purpose,
      purpose,
      true,
      'none',
      'No project',
    ]),
  );

describe('budget_against_actual', () => {
  const fiscalYears = 'select 2026 as fiscal_year, 5 as last_period, true as in_progress';
  const pools = (rows: readonly (readonly [string, string, string | null, number])[]) =>
    rowsSql(
      'pool_key amount_type site_id amount fiscal_year',
      rows.map((row) => [...row, 2026]),
    );
  const measure = (rows: Parameters<typeof pools>[0]) =>
    runModel('marts.budget_against_actual', {
      'core.pools': pools(rows),
      'marts.coded_pools': named(
        ...rows.map(([key]) => [key, key[0] === 't' ? 'tutoring' : 'meals'] as const),
      ),
      'core.fiscal_years': fiscalYears,
      'core.sites': sites,
    });
  const columns = [
    'site_name',
    'child_purpose_id',
    'adopted_amount',
    'revised_amount',
    'spent_amount',
    'committed_amount',
    'left_amount',
  ] as const;

  test('lays adopted, revised, spent and committed side by side, at the site of the account', async () => {
    const rows = await measure([
      ['t1', 'budget_original', 'A', 240],
      ['t2', 'budget_revised', 'A', 180],
      ['t3', 'actual', 'A', 135],
      ['t4', 'encumbrance', 'A', 20],
      ['t5', 'budget_proposed', 'A', 999],
      ['m1', 'budget_original', 'C1', 50],
      ['m2', 'actual', 'C1', 60],
      ['m3', 'actual', null, 4],
    ]);
    expect(cellsOf(rows, ...columns)).toEqual([
      ['Alder', 'tutoring', '240.00', '180.00', '135.00', '20.00', '25.00'],
      // Of a budget that is revised, an account without a revised line has nothing any more.
      ['Office', 'meals', '50.00', '0.00', '60.00', '0.00', '-60.00'],
      ['No site', 'meals', '0.00', '0.00', '4.00', '0.00', '-4.00'],
    ]);
    expect(rows[0]).toMatchObject({ through_period: 5, in_progress: true });
  });

  test('takes the adopted budget with its changes, or alone, where nothing is called revised', async () => {
    const changed = await measure([
      ['m1', 'budget_original', 'C1', 50],
      ['m2', 'budget_adjustment', 'C1', -8],
      ['m3', 'actual', 'C1', 30],
    ]);
    expect(cellsOf(changed, 'revised_amount', 'left_amount')).toEqual([['42.00', '12.00']]);
    const alone = await measure([
      ['m1', 'budget_original', 'C1', 50],
      ['m3', 'actual', 'C1', 30],
    ]);
    expect(cellsOf(alone, 'revised_amount', 'left_amount')).toEqual([['50.00', '20.00']]);
  });

  test('is silent on a year that has a budget and no spending, or spending and no budget', async () => {
    expect(await measure([['m1', 'budget_original', 'C1', 50]])).toEqual([]);
    expect(await measure([['m1', 'actual', 'C1', 50]])).toEqual([]);
  });
});

/** Two whole years and one through its second period; in 2024 balances stand in the place of lines. */
const years = rowsSql('fiscal_year last_period in_progress has_periods', [
  [2024, 12, false, false],
  [2025, 12, false, true],
  [2026, 2, true, true],
]);
const periodColumns =
  'pool_key fiscal_year fiscal_period fund_code object_group follows_salary amount';
const noGrants = rowsSql('end_date', []).replace(
  'select',
  'select null::date as end_date where false --',
);

describe('core.pools_to_date', () => {
  test('takes the same periods of each year that tells them, with the benefits of their salaries', async () => {
    const rows = await runModel('core.pools_to_date', {
      'core.period_pools': rowsSql(periodColumns, [
        ['a24', 2024, 12, '100', '100', false, 900],
        ['a25', 2025, 1, '100', '100', false, 60],
        ['a25', 2025, 2, '100', '100', false, 60],
        ['a25', 2025, 3, '100', '100', false, 60],
        ['b25', 2025, 2, '100', '100', false, 40],
        ['x25', 2025, 2, '100', '600', false, 7],
        ['f25', 2025, 2, '100', null, true, 32],
        ['f25', 2025, 12, '100', null, true, 500],
        ['a26', 2026, 1, '100', '100', false, 70],
        ['f26', 2026, 2, '300', null, true, 5],
      ]),
      'core.fiscal_years': years,
      'staging.grants': noGrants,
      'core.year_parts': modelSql('core.year_parts'),
    });
    expect(cellsOf(rows, 'fiscal_year', 'through_period', 'pool_key', 'amount')).toEqual([
      // 32 of benefits over salaries of 120 and 40: 24 and 8.
      [2025, 2, 'a25', '144.00'],
      [2025, 2, 'b25', '48.00'],
      [2025, 2, 'x25', '7.00'],
      [2026, 2, 'a26', '70.00'],
      // Benefits of a fund without salaries stay as they are booked.
      [2026, 2, 'f26', '5.00'],
    ]);
  });

  test('ends a year with each grant that ends in it', async () => {
    const rows = await runModel('core.pools_to_date', {
      'core.period_pools': rowsSql(periodColumns, [
        ['g', 2025, 3, '210', '600', false, 10],
        ['g', 2025, 4, '210', '600', false, 20],
      ]),
      'core.fiscal_years': years,
      'staging.grants': `select date '2024-09-30' as end_date`,
      'core.year_parts': modelSql('core.year_parts'),
    });
    expect(cellsOf(rows, 'through_period', 'amount')).toEqual([[3, '10.00']]);
  });
});

describe('year_to_date', () => {
  test('adds up by purpose and by the site of the account; other cuts of a year are not in it', async () => {
    const rows = await runModel('marts.year_to_date', {
      'core.pools_to_date': rowsSql('fiscal_year through_period pool_key amount', [
        [2026, 2, 't1', 30],
        [2026, 2, 't2', 12],
        [2026, 2, 'gone', 5],
        [2025, 3, 't1', 999],
      ]),
      'core.fiscal_years': years,
      'staging.grants': `select date '2024-09-30' as end_date`,
      'core.year_parts': modelSql('core.year_parts'),
      'core.recorded_pools': rowsSql('pool_key site_id', [
        ['t1', 'A'],
        ['t2', 'A'],
      ]),
      'marts.coded_pools': named(['t1', 'tutoring'], ['t2', 'tutoring']),
      'core.sites': sites,
    });
    expect(cellsOf(rows, 'site_name', 'child_purpose_id', 'amount')).toEqual([
      ['Alder', 'tutoring', '42.00'],
      ['No site', 'not_yet_assigned', '5.00'],
    ]);
  });
});

test('the year so far is told per student of its own year; what is not operating is in no such figure', async () => {
  const rows = await runModel('marts.to_date_years', {
    'marts.year_to_date': rowsSql('fiscal_year through_period operating amount', [
      [2025, 5, true, 100],
      [2025, 5, true, 20],
      [2026, 5, true, 130],
      [2026, 5, false, 999],
    ]),
    'marts.district_years': rowsSql('fiscal_year students', [
      [2024, 8],
      [2025, 7],
      [2026, 6],
    ]),
  });
  // 120 over 7 students is 17.142…, 130 over 6 is 21.666….
  expect(
    cellsOf(rows, 'fiscal_year', 'through_period', 'to_date_amount', 'to_date_per_student'),
  ).toEqual([
    [2025, 5, '120.00', '17.14'],
    [2026, 5, '130.00', '21.67'],
  ]);
});

describe('grant_years', () => {
  const grant = (
    project: string,
    award: number,
    start: string,
    end: string,
    listed: number | null = null,
  ) =>
    `select '${project}' as project_code, 'Grant ${project}' as project_name, 'federal' as funding_level,
      ${award}.00::decimal(18,2) as award_amount, date '${start}' as start_date, date '${end}' as end_date,
      ${listed ?? 'null'}::integer as fiscal_year, 'g' as source_id, 'f' as source_file_key, 2 as record_no, 1 as record_part`;
  const given = (...grants: readonly string[]) => ({
    'staging.grants': grants.join(' union all '),
    'core.fiscal_years': years,
    'core.pools': rowsSql('fiscal_year project_code status amount', [
      [2024, 'G1', 'assigned', 100],
      [2025, 'G1', 'assigned', 60],
      [2025, 'G1', 'excluded', 900],
      [2026, 'G1', 'assigned', 15],
    ]),
    'core.recorded_pools': rowsSql('pool_key project_code', [['p', 'G1']]),
    'core.pools_to_date': rowsSql('fiscal_year through_period pool_key amount', [
      [2025, 3, 'p', 45],
    ]),
  });
  const columns = [
    'fiscal_year',
    'spent_amount',
    'after_end_amount',
    'left_amount',
    'began_before_ledger',
  ] as const;

  test('a grant that ends on September 30 splits its last fiscal year there', async () => {
    const rows = await runModel(
      'marts.grant_years',
      given(grant('G1', 200, '2023-07-01', '2024-09-30')),
    );
    expect(cellsOf(rows, ...columns)).toEqual([
      [2024, '100.00', '0.00', '100.00', false],
      [2025, '45.00', '15.00', '55.00', false],
      [2026, '0.00', '15.00', '55.00', false],
    ]);
  });

  test('an award that two years list is one; of one that began before the ledger more was spent than is known', async () => {
    const rows = await runModel(
      'marts.grant_years',
      given(
        grant('G1', 190, '2020-07-01', '2026-06-30', 2024),
        grant('G1', 200, '2020-07-01', '2026-06-30', 2025),
      ),
    );
    expect(cellsOf(rows, ...columns)).toEqual([
      [2024, '100.00', '0.00', '100.00', true],
      [2025, '60.00', '0.00', '40.00', true],
      [2026, '15.00', '0.00', '25.00', true],
    ]);
  });
});

describe('year_to_date_complete', () => {
  const given = (toDate: number) => ({
    'release.fiscal_years': rowsSql('fiscal_year in_progress', [
      [2025, false],
      [2026, true],
    ]),
    'release.spending': rowsSql('fiscal_year amount', [
      [2025, 900],
      [2026, 40],
      [2026, 2],
    ]),
    'release.year_to_date': rowsSql('fiscal_year amount', [
      [2025, 70],
      [2026, toDate],
    ]),
  });

  test('is silent when the year so far is what the map has of it, and fires on a cent', async () => {
    expect(await runModel('checks.year_to_date_complete', given(42))).toEqual([]);
    const [row] = await runModel('checks.year_to_date_complete', given(41.99));
    expect(row?.['what']).toBe('Fiscal year 2026: $42.00 in the map, $41.99 in the year so far.');
  });
});
