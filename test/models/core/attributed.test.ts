import { describe, expect, test } from 'vitest';
import { modelSql, runModel } from '../../support/run-model.ts';

const sites = `select 2024 as fiscal_year, * from (values
  ('S1', true), ('S2', true), ('S3', true), ('C1', false), ('P1', false)) t(site_id, is_school)`;

const weights = `select 2024 as fiscal_year, * from (values
  ('assignment', 'coaches', 'C1', 1::bigint), ('assignment', 'coaches', 'S1', 1), ('assignment', 'coaches', 'S2', 1),
  ('project_sites', 'G7', 'S2', 600000), ('project_sites', 'G7', 'S3', 400000),
  ('students', 'all', 'S1', 412), ('students', 'all', 'S2', 388), ('students', 'all', 'S3', 951)
  ) t(driver, driver_key, site_id, weight)`;

interface Pool {
  readonly attribution: string;
  readonly key?: string;
  readonly site?: string;
  readonly operating?: boolean;
  readonly followsSalary?: boolean;
  readonly reason?: string;
  readonly amount: string;
}

/** The parts of one pool, as `[site, label, measure, basis, reason, amount]`. */
async function attribute(pool: Pool, driverWeights = weights) {
  const text = (value: string | undefined) =>
    value === undefined ? 'null::varchar' : `'${value}'`;
  const rows = await runModel('core.attributed', {
    'core.pools': `select 'pool' as pool_key, 'assigned' as status, 2024 as fiscal_year, '${pool.attribution}' as attribution,
      ${text(pool.key)} as driver_key, ${text(pool.site)} as site_id, ${pool.operating ?? true} as operating,
      ${pool.followsSalary ?? false} as follows_salary, ${text(pool.reason)} as attribution_reason,
      ${pool.amount}::decimal(18,2) as amount`,
    'core.driver_weights': driverWeights,
    'core.sites': sites,
    'core.followed_pools': modelSql('core.followed_pools'),
  });
  return rows.map((row) =>
    ['site_id', 'attribution_label', 'measure', 'basis', 'reason', 'amount'].map(
      (name) => row[name],
    ),
  );
}

describe('where a pool of dollars works', () => {
  test('what is recorded at a school is school-reported; at a program or an office it is in no measure', async () => {
    const recorded = { attribution: 'recorded', amount: '10.00' };
    expect(await attribute({ ...recorded, site: 'S1' })).toEqual([
      ['S1', 'recorded at the site', 'school_reported', null, null, '10.00'],
    ]);
    expect(await attribute({ ...recorded, site: 'P1' })).toEqual([
      ['P1', 'recorded at the site', 'none', null, null, '10.00'],
    ]);
  });

  test('people go where they are assigned; the part at the central office stays there', async () => {
    // 1,000.00 over three equal weights: the first place by id gets the cent that is left.
    expect(
      await attribute({ attribution: 'assignment', key: 'coaches', site: 'C1', amount: '1000.00' }),
    ).toEqual([
      ['C1', 'by assignment', 'none', '333333', null, '333.34'],
      ['S1', 'by assignment', 'central_people_and_grants', '333333', null, '333.33'],
      ['S2', 'by assignment', 'central_people_and_grants', '333333', null, '333.33'],
    ]);
  });

  test("an account of one person tells no pay: its basis is in millionths, the split by the pay's own cents", async () => {
    // $81,234.50 at two sites, 0.3 and 0.7 of the time: cents times 10,000.
    const pay = `select 2024 as fiscal_year, 'assignment' as driver, 'coach' as driver_key, * from (values
      ('S1', 24370350000::bigint), ('S2', 56864150000)) t(site_id, weight)`;
    const parts = await attribute(
      { attribution: 'assignment', key: 'coach', amount: '1000.01' },
      pay,
    );
    // 300.003 and 700.007 dollars: the second has the larger remainder.
    expect(parts.map(([site, , , basis, , amount]) => [site, basis, amount])).toEqual([
      ['S1', '300000', '300.00'],
      ['S2', '700000', '700.01'],
    ]);
  });

  test('a grant goes to its sites, a reversal with the same split', async () => {
    // 0.05 x 0.6 = 3 cents and x 0.4 = 2 cents.
    expect(await attribute({ attribution: 'project_sites', key: 'G7', amount: '-0.05' })).toEqual([
      ['S2', "by the grant's sites", 'central_people_and_grants', '600000', null, '-0.03'],
      ['S3', "by the grant's sites", 'central_people_and_grants', '400000', null, '-0.02'],
    ]);
  });

  test('the central pool goes by students', async () => {
    // 1,751 students and 100.00: 23.529, 22.158 and 54.311 dollars, so S1 gets the cent that is left (.983 of one).
    expect(
      await attribute({ attribution: 'students', key: 'all', site: 'C1', amount: '100.00' }),
    ).toEqual([
      ['S1', 'by students', 'central_pool', '412', null, '23.53'],
      ['S2', 'by students', 'central_pool', '388', null, '22.16'],
      ['S3', 'by students', 'central_pool', '951', null, '54.31'],
    ]);
  });

  test('benefits carry their own label and the measure of their salary', async () => {
    const benefits = { followsSalary: true, amount: '2.00' };
    expect(await attribute({ ...benefits, attribution: 'recorded', site: 'S1' })).toEqual([
      ['S1', 'follows salary', 'school_reported', null, null, '2.00'],
    ]);
    expect(
      (await attribute({ ...benefits, attribution: 'project_sites', key: 'G7' })).map((row) =>
        row.slice(1, 3),
      ),
    ).toEqual([
      ['follows salary', 'central_people_and_grants'],
      ['follows salary', 'central_people_and_grants'],
    ]);
  });
});

describe('what has no basis says why', () => {
  test.each([
    [{ attribution: 'recorded' }, null, 'the ledger line names no site'],
    [{ attribution: 'none', reason: 'the ledger has no site' }, null, 'the ledger has no site'],
    [
      { attribution: 'assignment', key: 'x', site: 'C1' },
      'C1',
      'no payroll names the people paid from this account',
    ],
    [
      { attribution: 'project_sites', key: 'x' },
      null,
      'the list of project sites does not name this project',
    ],
    [
      { attribution: 'students', key: 'all', site: 'C1', operating: false },
      'C1',
      'outside the operating budget',
    ],
    [
      { attribution: 'assignment', key: 'coaches', operating: false },
      null,
      'outside the operating budget',
    ],
  ])('%o', async (pool, site, reason) => {
    expect(await attribute({ ...pool, amount: '7.00' })).toEqual([
      [site, 'not attributed', 'none', null, reason, '7.00'],
    ]);
  });

  test('a year without students at a school', async () => {
    const none = `select * from (${weights}) where false`;
    expect(await attribute({ attribution: 'students', key: 'all', amount: '7.00' }, none)).toEqual([
      [
        null,
        'not attributed',
        'none',
        null,
        'no students are counted at a school in this year',
        '7.00',
      ],
    ]);
  });

  test('dollars outside the operating budget stay where they are recorded, in no measure', async () => {
    expect(
      await attribute({ attribution: 'recorded', site: 'S1', operating: false, amount: '7.00' }),
    ).toEqual([['S1', 'recorded at the site', 'none', null, null, '7.00']]);
  });
});
