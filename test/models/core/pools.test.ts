import { describe, expect, test } from 'vitest';
import { textOf, type Row } from '../../../pipelines/runtime/duckdb.ts';
import { runModel } from '../../support/run-model.ts';

/** `[pool, fund, object group, attribution, purpose, amount, status]`. */
type Line = readonly [string, string, string, string, string, string, string?];

function codedLines(lines: readonly Line[]): string {
  const rows = lines.map(
    ([pool, fund, group, attribution, purpose, amount, status]) =>
      `(${status === 'excluded' ? 'null' : `'${pool}'`}, '${fund}', '${group}', '${attribution}', '${purpose}', ${amount}::decimal(18,2), '${status ?? 'assigned'}')`,
  );
  return `select *, 2024 as fiscal_year, 'actual' as amount_type, '1000' as function, '1000' as comparable_function,
      null::varchar as project_code, 'S1' as site_id, 'school' as site_type, null::varchar as priority_id,
      'school' as control, 'school' as level, 'school' as comparable_level, 'project' as how_sure, false as is_default,
      null::varchar as driver_key, null::varchar as attribution_reason
    from (values ${rows.join(', ')}) t(pool_key, fund_code, object_group, attribution, purpose_id, amount, status)`;
}

const purposes = `select * from (values ('teaching', true), ('coaching', true), ('debt', false),
  ('not_yet_assigned', true)) t(purpose_id, operating)`;

async function spread(lines: readonly Line[]): Promise<{ shares: Row[]; pools: Row[] }> {
  const coded = codedLines(lines);
  const recorded = await runModel('core.recorded_pools', { 'core.coded_lines': coded });
  const recordedPools = `select pools.* replace (sums.amount as amount)
    from (select distinct on (pool_key) * from (${coded}) where pool_key is not null order by pool_key) pools
    inner join (values ${recorded.map((row) => `('${textOf(row['pool_key'])}', ${textOf(row['amount'])}::decimal(18,2))`).join(', ')})
      sums(pool_key, amount) on sums.pool_key = pools.pool_key`;
  const shares = await runModel('core.benefit_shares', {
    'core.coded_lines': coded,
    'core.recorded_pools': recordedPools,
  });
  const values = shares.map(
    (row) =>
      `('${textOf(row['pool_key'])}', '${textOf(row['basis_pool_key'])}', ${textOf(row['amount'])}::decimal(18,2))`,
  );
  const given = `select * from (values ('', '', 0::decimal(18,2)) ${values.map((value) => `, ${value}`).join('')})
    t(pool_key, basis_pool_key, amount) where pool_key <> ''`;
  const pools = await runModel('core.pools', {
    'core.coded_lines': coded,
    'core.recorded_pools': recordedPools,
    'core.benefit_shares': given,
    'staging.purposes': purposes,
  });
  return { shares, pools };
}

const pick = (rows: readonly Row[], ...names: string[]) =>
  rows
    .map((row) => names.map((name) => row[name]))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

describe('benefits follow the salaries of their fund', () => {
  test('by salary dollars, to the cent, with the codes of the salaries', async () => {
    const { shares, pools } = await spread([
      ['a', 'general', '100', 'recorded', 'teaching', '600.00'],
      ['a', 'general', '100', 'recorded', 'teaching', '100.00'],
      ['b', 'general', '100', 'students', 'coaching', '200.00'],
      ['c', 'general', '600', 'recorded', 'teaching', '50.00'],
      ['d', 'grant', '100', 'recorded', 'coaching', '10.00'],
      ['benefits', 'general', '200', 'salary', 'follows_salary', '100.00'],
      ['benefits', 'general', '200', 'salary', 'follows_salary', '-0.01'],
    ]);
    // 99.99 over 700.00 and 200.00: 77.77 and 22.22 exactly.
    expect(pick(shares, 'pool_key', 'basis_pool_key', 'weight', 'weight_total', 'amount')).toEqual([
      ['benefits', 'a', '70000', '90000', '77.77'],
      ['benefits', 'b', '20000', '90000', '22.22'],
    ]);
    expect(
      pick(
        pools,
        'purpose_id',
        'fund_code',
        'object_group',
        'follows_salary',
        'attribution',
        'amount',
      ),
    ).toEqual([
      ['coaching', 'general', '100', false, 'students', '200.00'],
      ['coaching', 'general', '200', true, 'students', '22.22'],
      ['coaching', 'grant', '100', false, 'recorded', '10.00'],
      ['teaching', 'general', '100', false, 'recorded', '700.00'],
      ['teaching', 'general', '200', true, 'recorded', '77.77'],
      ['teaching', 'general', '600', false, 'recorded', '50.00'],
    ]);
  });

  test('salaries at or below zero carry none, and excluded salaries are no basis', async () => {
    const { shares } = await spread([
      ['a', 'general', '100', 'recorded', 'teaching', '30.00'],
      ['b', 'general', '100', 'recorded', 'coaching', '-30.00'],
      ['c', 'general', '100', 'recorded', 'coaching', '0.00'],
      ['x', 'general', '100', 'none', 'teaching', '99.00', 'excluded'],
      ['benefits', 'general', '200', 'salary', 'follows_salary', '5.00'],
    ]);
    expect(pick(shares, 'basis_pool_key', 'amount')).toEqual([['a', '5.00']]);
  });

  test('benefits of a fund without salaries stay not yet assigned, whole', async () => {
    const { shares, pools } = await spread([
      ['a', 'grant', '100', 'recorded', 'teaching', '30.00'],
      ['benefits', 'general', '200', 'salary', 'follows_salary', '5.00'],
    ]);
    expect(shares).toEqual([]);
    expect(pools.find((pool) => pool['fund_code'] === 'general')).toMatchObject({
      purpose_id: 'not_yet_assigned',
      status: 'not_yet_assigned',
      attribution: 'none',
      attribution_reason: 'no salaries in the same fund',
      amount: '5.00',
    });
  });

  test('excluded lines are in no pool, and purposes say what is operating', async () => {
    const { pools } = await spread([
      ['x', 'general', '900', 'none', 'teaching', '99.00', 'excluded'],
      ['d', 'general', '800', 'recorded', 'debt', '7.00'],
    ]);
    expect(pick(pools, 'purpose_id', 'operating', 'amount')).toEqual([['debt', false, '7.00']]);
  });
});
