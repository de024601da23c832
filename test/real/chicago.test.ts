import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Edition } from '../support/edition.ts';
import { realDataFolder } from '../support/real-data.ts';
import { mapRealDistrict } from '../support/real-map.ts';
import { scratchFolder } from '../support/scratch.ts';

describe('Chicago: the position roster of 30 June 2018', () => {
  const home = scratchFolder('chicago');
  let edition: Edition;

  beforeAll(async () => {
    const files = realDataFolder('chicago-2017-18');
    ({ edition } = await mapRealDistrict('chicago', home, files));
  });

  it('publishes 38,169 rows with their salaries and benefits, to the dollar', async () => {
    expect(
      await edition.rows(
        `select source_id, label, rows from release.quality
        where topic = 'rows' and source_id in ('position_costs', 'positions') order by source_id, label`,
      ),
    ).toEqual(
      ['position_costs', 'positions'].flatMap((source_id) =>
        ['Rows in the files', 'Rows loaded'].map((label) => ({ source_id, label, rows: '38169' })),
      ),
    );
    expect(
      await edition.rows(
        `select object_group_name, sum(amount) as amount from release.spending group by all order by all`,
      ),
    ).toEqual([
      { object_group_name: 'Employee benefits', amount: '894418322.00' },
      { object_group_name: 'Salaries', amount: '2384918004.00' },
    ]);
  });

  it('publishes 37,170.6 full-time equivalents, and 2,761 vacant positions', async () => {
    expect(
      await edition.rows(
        `select snapshot_date::varchar as day, sum(positions) as positions, sum(budgeted_fte) as fte,
            sum(vacant_positions) as vacant
        from release.positions group by all`,
      ),
    ).toEqual([{ day: '2018-06-30', positions: '38169', fte: '37170.6000', vacant: '2761' }]);
  });

  it('publishes what the budget had for its positions, no kind of position with so few that it tells a pay', async () => {
    expect(
      await edition.rows(
        `select sum(budgeted_salary) as salary, sum(budgeted_benefits) as benefits, min(positions) >= 10 as enough
        from release.position_dollars`,
      ),
    ).toEqual([{ salary: '2384918004.00', benefits: '894418322.00', enough: true }]);
  });

  it('says that it is a budget of staff alone, assigned to the last dollar', async () => {
    const [about] = await edition.rows('select * from release.about');
    expect(about).toMatchObject({ amount_word: 'budgeted', latest_fiscal_year: 2018 });
    expect(about?.['scope_note']).toMatch(/^Salaries and benefits of budgeted positions only/);
    expect(
      await edition.figure(
        `select count(*) from release.spending where purpose_id = 'not_yet_assigned' or site_type = 'unlisted'`,
      ),
    ).toBe('0');
  });

  it('codes staff of the central departments for special education as work in schools', async () => {
    expect(
      await edition.rows(
        `select distinct level, measure from release.spending where child_purpose_id = 'related_services'
        order by all`,
      ),
    ).toEqual([
      { level: 'school', measure: 'central_pool' },
      { level: 'school', measure: 'school_reported' },
    ]);
  });

  it('counts the students of both campuses of a department: Alcott has 647 and 316', async () => {
    expect(
      await edition.figure(`select students from release.schools where site_id = '22041'`),
    ).toBe('963');
  });

  it('says that ratings are of the year before the roster', async () => {
    expect(
      await edition.rows('select distinct school_year, spending_year from release.results'),
    ).toEqual([{ school_year: 2017, spending_year: 2018 }]);
  });
});

describe("Chicago: another year's files of the same family", () => {
  it('maps them by one parameter, packed or not', async () => {
    const home = scratchFolder('chicago-home');
    const files = join(scratchFolder('chicago-files'), 'files');
    const given = realDataFolder('chicago-2017-18');
    mkdirSync(files);
    const packed = readFileSync(join(given, 'employeepositionroster_2018-06-30.csv.gz'));
    writeFileSync(join(files, 'employeepositionroster_2019-06-30.csv'), gunzipSync(packed));
    copyFileSync(
      join(given, 'school_profile_SY1718.csv'),
      join(files, 'school_profile_SY1819.csv'),
    );
    const year = ['--set', 'fiscal_year=2019'];
    const next = await mapRealDistrict('chicago', home, files, ...year);
    expect(
      await next.edition.rows(
        'select fiscal_year, sum(amount) as amount from release.spending group by all',
      ),
    ).toEqual([{ fiscal_year: 2019, amount: '3279336326.00' }]);
  });
});
