import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Edition } from '../support/edition.ts';
import { realDataFolder } from '../support/real-data.ts';
import { mapRealDistrict } from '../support/real-map.ts';
import { scratchFolder } from '../support/scratch.ts';

describe('District of Columbia: the initial allocations of 2014-15', () => {
  const home = scratchFolder('dc');
  let edition: Edition;

  beforeAll(async () => {
    ({ edition } = await mapRealDistrict('dc', home, realDataFolder('dcps-fy15')));
  });

  it("finds that the items of 110 of 110 schools are the school's total", async () => {
    expect(
      await edition.rows(
        `select source_id, rows, note from release.quality where topic = 'stored totals'`,
      ),
    ).toEqual([{ source_id: 'allocations', rows: '110', note: 'a column of totals' }]);
    expect(
      await edition.figure(
        `select rows from release.quality
        where topic = 'rows' and source_id = 'allocations' and label = 'Rows loaded'`,
      ),
    ).toBe('110');
  });

  it('publishes the allocations, and with the council supplement the whole, to the cent', async () => {
    expect(
      await edition.rows(
        `select source_id, read_amount, assigned_amount, difference_amount
        from release.reconciliation order by source_id`,
      ),
    ).toEqual([
      {
        source_id: 'allocations',
        read_amount: '561524689.46',
        assigned_amount: '561524689.46',
        difference_amount: '0.00',
      },
      {
        source_id: 'council_supplement',
        read_amount: '2800000.00',
        assigned_amount: '2800000.00',
        difference_amount: '0.00',
      },
    ]);
    expect(await edition.figure('select sum(amount) from release.spending')).toBe('564324689.46');
  });

  it('ties to the total row of the final sheet', async () => {
    expect(
      await edition.rows(`select amount, note from release.quality where topic = 'control totals'`),
    ).toEqual([
      { amount: '0.00', note: 'compared with Final sheet of the workbook of allocations' },
    ]);
  });

  it('divides by 47,592 budgeted students', async () => {
    expect(await edition.figure('select sum(students) from release.schools')).toBe('47592');
    expect(
      await edition.figure(`select low_income_share from release.schools where site_id = '0202'`),
    ).toBe('0.732794');
  });

  it('says that results are two years older than the budget; 104 schools have one', async () => {
    expect(
      await edition.rows(
        `select school_year, spending_year, count(distinct site_id) as schools
        from release.results group by all`,
      ),
    ).toEqual([{ school_year: 2013, spending_year: 2015, schools: '104' }]);
  });

  it('says that it is a budget of schools alone', async () => {
    const [about] = await edition.rows('select amount_word, scope_note from release.about');
    expect(about?.['amount_word']).toBe('budgeted');
    expect(about?.['scope_note']).toMatch(/^Initial allocations to schools, at average salaries/);
  });
});

describe("District of Columbia: another year's files of the same family", () => {
  it('maps them by one parameter, with the students that the budget of that year is made for', async () => {
    const home = scratchFolder('dc-home');
    const files = join(scratchFolder('dc-files'), 'files');
    const given = realDataFolder('dcps-fy15');
    mkdirSync(files);
    const copies = {
      'fy15_initial_allocations.xlsx': 'fy16_initial_allocations.xlsx',
      // The headers of this file name both years.
      'fy15_fy16_budgeted_enrollment.xlsx': 'fy16_fy17_budgeted_enrollment.xlsx',
      'dc_school_outcomes_2013.json': 'dc_school_outcomes_2014.json',
    };
    for (const [from, to] of Object.entries(copies)) {
      copyFileSync(join(given, from), join(files, to));
    }
    const year = ['--set', 'fiscal_year=2016'];
    const next = await mapRealDistrict('dc', home, files, ...year);
    expect(
      await next.edition.rows(
        'select fiscal_year, sum(amount) as amount from release.spending group by all',
      ),
    ).toEqual([{ fiscal_year: 2016, amount: '564324689.46' }]);
    // Of 49,145 students nine are at a school that has fewer than the minimum.
    expect(await next.edition.figure('select sum(students) from release.schools')).toBe('49136');
  });
});
