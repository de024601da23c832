import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CommandResult } from '../support/command.ts';
import type { Edition } from '../support/edition.ts';
import { realDataFolder } from '../support/real-data.ts';
import { mapRealDistrict } from '../support/real-map.ts';
import { scratchFolder } from '../support/scratch.ts';

describe('Durham: the school report cards of 2018-19', () => {
  const home = scratchFolder('durham');
  let result: CommandResult;
  let edition: Edition;

  beforeAll(async () => {
    const files = realDataFolder('durham-nc-2018-19');
    ({ result, edition } = await mapRealDistrict('durham', home, files));
  });

  it('drops the 53 stored totals, which are their categories but for $453.97 of rounding', async () => {
    expect(
      await edition.rows(
        `select note, rows, amount from release.quality where topic = 'stored totals' order by note`,
      ),
    ).toEqual([
      {
        note: 'a column of totals; $453.97 of rounding in all',
        rows: '371',
        amount: '378337183.00',
      },
      { note: 'rule stored_totals', rows: '53', amount: '378337183.00' },
    ]);
    expect(
      await edition.rows(
        'select fund_code, sum(amount) as amount from release.spending group by all order by all',
      ),
    ).toEqual([
      { fund_code: 'federal', amount: '39605221.80' },
      { fund_code: 'local', amount: '129572987.36' },
      { fund_code: 'state', amount: '209159427.81' },
    ]);
  });

  it('gives the central offices to no school as its own spending', async () => {
    expect(
      await edition.rows(
        `select measure, sum(amount) as amount from release.spending
        where level = 'central' group by all`,
      ),
    ).toEqual([{ measure: 'central_pool', amount: '20899630.08' }]);
  });

  it("divides by the students of the state's own figures, with which 52 schools agree to the cent", async () => {
    expect(await edition.figure('select sum(students) from release.schools')).toBe('32249');
    expect(
      await edition.rows(
        `select count(distinct site_id) as schools, max(abs(published_per_student - ledger_per_student)) as off
        from release.published_per_student where agrees and ledger_per_student is not null`,
      ),
    ).toEqual([{ schools: '52', off: '0.00' }]);
  });

  it('names the school whose published figures have lost 100,000, and copies none of them', async () => {
    expect(
      await edition.rows(
        `select site_id, fund_code, published_per_student, ledger_per_student
        from release.published_per_student where not agrees order by fund_code`,
      ),
    ).toEqual(
      ['all', 'state'].map((fund_code) => ({
        site_id: '320336',
        fund_code,
        // Seven students: fewer than the minimum.
        published_per_student: null,
        ledger_per_student: null,
      })),
    );
    expect(result.output).toContain('DPS Hospital School (320336)');
    expect(
      await edition.figure(
        `select sum(amount) from release.spending where site_id = '320336' and measure = 'school_reported'`,
      ),
    ).toBe('1144632.65');
  });

  it('keeps rates over 95 percent as words', async () => {
    expect(
      await edition.rows(
        `select site_id, value, rating from release.results
        where measure = 'graduation_rate' and student_group = 'all' and (rating is not null or value >= 95)
        order by site_id`,
      ),
    ).toEqual([
      { site_id: '320309', value: null, rating: 'over 95%' },
      { site_id: '320317', value: null, rating: 'over 95%' },
      // 95.0 without the mark is the rate itself.
      { site_id: '320323', value: '95.0000', rating: null },
      { site_id: '320353', value: null, rating: 'over 95%' },
      { site_id: '320701', value: null, rating: 'over 95%' },
    ]);
  });

  it('says that what is known of teachers is a year older than the dollars', async () => {
    expect(
      await edition.rows(
        `select distinct school_year, spending_year from release.results where measure = 'new_teachers'`,
      ),
    ).toEqual([{ school_year: 2018, spending_year: 2019 }]);
  });
});

describe("Durham: another year's files of the same family", () => {
  it('maps them by one parameter', async () => {
    const home = scratchFolder('durham-home');
    const files = join(scratchFolder('durham-files'), 'files');
    cpSync(realDataFolder('durham-nc-2018-19'), files, { recursive: true });
    const given = realDataFolder('durham-nc-2018-19');
    for (const name of [
      'rcd_funds2.csv',
      'rcd_location.csv',
      'rcd_acc_eds.csv',
      'rcd_acc_spg2.csv',
      'rcd_acc_eg.csv',
      'rcd_acc_cgr.csv',
      'rcd_chronic_absent.csv',
      'rcd_sar.csv',
      'rcd_effectiveness3.csv',
    ]) {
      const text = readFileSync(join(given, name), 'utf8').replaceAll(/^2019,/gm, '2020,');
      writeFileSync(join(files, name), text);
    }
    rmSync(join(files, 'rcd_experience_2018.csv'));
    const experience = readFileSync(join(given, 'rcd_experience_2018.csv'), 'utf8');
    writeFileSync(
      join(files, 'rcd_experience_2019.csv'),
      experience.replaceAll(/^2018,/gm, '2019,'),
    );
    const year = ['--set', 'fiscal_year=2020'];
    const next = await mapRealDistrict('durham', home, files, ...year);
    expect(
      await next.edition.rows(
        'select fiscal_year, sum(amount) as amount from release.spending group by all',
      ),
    ).toEqual([{ fiscal_year: 2020, amount: '378337636.97' }]);
  });
});
