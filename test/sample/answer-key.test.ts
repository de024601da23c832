import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine, Row } from '../../pipelines/runtime/duckdb.ts';
import { inventWithKey, openJudged } from '../support/answer-key.ts';
import { cellText } from '../support/rows.ts';
import { sampleSite } from '../support/sample-site.ts';
import { scratchFolder } from '../support/scratch.ts';
import { type Share, splitCents, toCents } from '../support/split-cents.ts';

describe('the sample district against its answer key', () => {
  const folder = scratchFolder('answer-key');
  const key = join(folder, 'key');
  let engine: Engine;
  const rows = (sql: string): Promise<Row[]> => engine.rows(sql);

  beforeAll(async () => {
    const { edition } = await sampleSite();
    await inventWithKey(folder, []);
    engine = await openJudged(edition.folder, folder);
    for (const name of ['assignments', 'project_sites', 'students']) {
      await engine.run(
        `create table ${name}_key as select * from read_csv('${join(key, `${name}.csv`)}', all_varchar = true)`,
      );
    }
  });
  afterAll(() => {
    engine.close();
  });

  it('reads every line of the ledger, with its amount', async () => {
    expect(
      await rows('select count(*) as lines from judged where coded_amount is distinct from amount'),
    ).toEqual([{ lines: '0' }]);
  });

  it('gives every decidable line its true purpose, control and site', async () => {
    expect(
      await rows(
        `select file, record_no, purpose_id, coded_purpose, control, coded_control, site_id, coded_site
        from judged
        where kind = 'event' and decidable and (
            status <> 'assigned' or parts <> 1 or coded_purpose is distinct from purpose_id
            or coded_control is distinct from control
            or (basis = 'recorded' and (attribution <> 'recorded' or coded_site is distinct from site_id))
            or (basis <> 'recorded' and (attribution <> basis or (driver <> '' and driver_key is distinct from driver)))
        ) limit 5`,
      ),
    ).toEqual([]);
  });

  it('excludes what is no spending, under its true name, and spreads all benefits', async () => {
    expect(
      await rows(
        `select file, record_no, kind, purpose_id, status, exclusion_id, attribution from judged
        where (kind = 'excluded' and exclusion_id is distinct from purpose_id)
            or (kind = 'benefits' and attribution is distinct from 'salary')
            or (kind <> 'excluded' and status = 'excluded') limit 5`,
      ),
    ).toEqual([]);
  });

  it('leaves the undecidable lines, and no other, not yet assigned: at most 2 % of a year', async () => {
    expect(
      await rows(
        `select file, record_no from judged
        where (status = 'not_yet_assigned') <> (not decidable) limit 5`,
      ),
    ).toEqual([]);
    const shares = await rows(
      `select fiscal_year, sum(amount) filter (where not decidable) <= 0.02 * sum(amount) as little,
          count(*) filter (where not decidable) > 0 as some
      from judged where kind <> 'excluded' group by fiscal_year`,
    );
    expect(shares.map(({ little, some }) => [little, some])).toEqual(
      shares.map(() => [true, true]),
    );
  });

  it('codes at most 20 % by a default rule, though 1 % of lines carry a wrong or missing code', async () => {
    expect(
      await rows(
        `select count(*) filter (where mistyped) >= 0.01 * count(*) as wrong_codes,
            coalesce(sum(amount) filter (where is_default), 0) <= 0.2 * sum(amount) as few_defaults
        from judged where kind <> 'excluded'`,
      ),
    ).toEqual([{ wrong_codes: true, few_defaults: true }]);
  });

  it('splits each shared pool to the cent by the driver of the key', async () => {
    const weights = await keyWeights();
    const pools = new Map<string, { cents: bigint; driver: string; parts: Map<string, bigint> }>();
    for (const row of await rows(
      `select pools.pool_key, pools.fiscal_year || '/' || pools.attribution || '/' || pools.driver_key as driver,
          pools.amount as pool_amount, attributed.site_id, attributed.amount
      from map.core.pools inner join map.core.attributed using (pool_key)
      where attributed.driver is not null`,
    )) {
      const pool = pools.get(cellText(row, 'pool_key')) ?? {
        cents: toCents(cellText(row, 'pool_amount')),
        driver: cellText(row, 'driver'),
        parts: new Map<string, bigint>(),
      };
      pool.parts.set(cellText(row, 'site_id'), toCents(cellText(row, 'amount')));
      pools.set(cellText(row, 'pool_key'), pool);
    }
    expect(pools.size).toBeGreaterThan(50);
    for (const { cents, driver, parts } of pools.values()) {
      const shares = weights.get(driver);
      if (!shares) throw new Error(`The key has no driver ${driver}.`);
      const expected = [...splitCents(cents, shares)].filter(([, part]) => part !== 0n);
      const made = [...parts].filter(([, part]) => part !== 0n);
      expect(new Map(made)).toEqual(new Map(expected));
    }
  });

  it('spreads the benefits of each fund over its salaries to the cent', async () => {
    const spread = await rows(
      `select benefits.fiscal_year || '/' || benefits.driver as fund, sum(benefits.amount)::decimal(18,2) as truth,
          (select sum(pools.amount)::decimal(18,2) from map.core.pools
          where pools.follows_salary and pools.status <> 'excluded' and pools.fiscal_year = benefits.fiscal_year
              and pools.fund_code = benefits.driver) as published
      from judged as benefits where benefits.kind = 'benefits' group by all`,
    );
    expect(spread.length).toBeGreaterThan(0);
    for (const { fund, truth, published } of spread)
      expect([fund, published]).toEqual([fund, truth]);
    const shares = new Map<
      string,
      { cents: bigint; weights: Share[]; parts: Map<string, bigint> }
    >();
    for (const row of await rows(
      `select shares.pool_key, shares.basis_pool_key, shares.amount, salaries.amount as salary,
          sum(shares.amount) over (partition by shares.pool_key)::decimal(18,2) as benefits
      from map.core.benefit_shares as shares
      inner join map.core.pools as salaries on salaries.pool_key = shares.basis_pool_key and salaries.status <> 'excluded'`,
    )) {
      const place = cellText(row, 'basis_pool_key');
      const pool = shares.get(cellText(row, 'pool_key')) ?? {
        cents: toCents(cellText(row, 'benefits')),
        weights: [],
        parts: new Map<string, bigint>(),
      };
      pool.weights.push({ place, weight: toCents(cellText(row, 'salary')) });
      pool.parts.set(place, toCents(cellText(row, 'amount')));
      shares.set(cellText(row, 'pool_key'), pool);
    }
    for (const { cents, weights, parts } of shares.values()) {
      expect(parts).toEqual(splitCents(cents, weights));
    }
  });

  /** The weights of every driver in the key, by `year/basis/driver`. */
  async function keyWeights(): Promise<Map<string, Share[]>> {
    const found = await rows(
      `select fiscal_year || '/assignment/' || driver as driver, site_id, pay_cents as weight from assignments_key
      union all select years.fiscal_year || '/project_sites/' || project_code, site_id, millionths
      from project_sites_key cross join (select distinct fiscal_year from judged) as years
      union all select fiscal_year || '/students/all', site_id, students from students_key`,
    );
    const weights = new Map<string, Share[]>();
    for (const row of found) {
      const driver = cellText(row, 'driver');
      const share = { place: cellText(row, 'site_id'), weight: BigInt(cellText(row, 'weight')) };
      weights.set(driver, [...(weights.get(driver) ?? []), share]);
    }
    return weights;
  }
});
