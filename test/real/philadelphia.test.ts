import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCommand, type CommandResult } from '../support/command.ts';
import { currentEdition, type Edition } from '../support/edition.ts';
import { realDataFolder } from '../support/real-data.ts';
import { mapRealDistrict } from '../support/real-map.ts';
import { districtFolder } from '../support/repository.ts';
import { scratchFolder } from '../support/scratch.ts';

describe('Philadelphia: the public school budgets of 2012-13', () => {
  const home = scratchFolder('philadelphia');
  let result: CommandResult;
  let edition: Edition;

  beforeAll(async () => {
    const files = realDataFolder('philadelphia-fy13');
    ({ result, edition } = await mapRealDistrict('philadelphia', home, files));
    expect(result.output).toContain('Published');
  });

  it('stages 4,616 items and drops 370 stored totals of 4,986 lines', async () => {
    expect(
      await edition.rows(
        `select label, note, rows from release.quality
        where topic = 'rows' and source_id = 'school_budgets' order by label`,
      ),
    ).toEqual([
      { label: 'Rows dropped by a rule', note: 'rule stored_totals', rows: '370' },
      { label: 'Rows in the files', note: '', rows: '4986' },
      { label: 'Rows loaded', note: '', rows: '4616' },
    ]);
  });

  it('publishes every item, and no stored total, to the dollar', async () => {
    expect(await edition.figure('select sum(amount) from release.spending')).toBe('1215121091.00');
    expect(
      await edition.rows(
        `select read_amount, assigned_amount, not_yet_assigned_amount, excluded_amount, quarantined_amount,
            dropped_amount, difference_amount
        from release.reconciliation`,
      ),
    ).toEqual([
      {
        read_amount: '2430242182.00',
        assigned_amount: '1215121091.00',
        not_yet_assigned_amount: '0.00',
        excluded_amount: '0.00',
        quarantined_amount: '0.00',
        dropped_amount: '1215121091.00',
        difference_amount: '0.00',
      },
    ]);
  });

  it('has the totals of the two reports that the district printed', async () => {
    const school = (id: string): Promise<string> =>
      edition.figure(`select sum(amount) from release.spending where site_id = '${id}'`);
    expect(await school('2620')).toBe('4558383.00');
    expect(await school('1300')).toBe('3716537.00');
  });

  it('names 240 schools and holds the other 130 units in one group', async () => {
    expect(
      await edition.rows(
        `select count(distinct site_id) as sites, sum(amount) as amount
        from release.spending where site_type = 'school'`,
      ),
    ).toEqual([{ sites: '240', amount: '1154465472.00' }]);
    expect(
      await edition.rows(
        `select distinct site_id, site_name, sum(amount) over () as amount
        from release.spending where site_type <> 'school'`,
      ),
    ).toEqual([
      {
        site_id: 'unlisted',
        site_name: 'Units that are not in the site list',
        amount: '60655619.00',
      },
    ]);
    expect(
      await edition.rows(
        `select sum(rows) as units, sum(amount) as amount from release.quality where topic = 'unlisted units'`,
      ),
    ).toEqual([{ units: '130', amount: '60655619.00' }]);
  });

  it('puts the budget items under their purposes', async () => {
    expect(
      await edition.rows(
        `select purpose_id, sum(amount) as amount from release.spending
        where purpose_id in ('professional_learning', 'added_time')
            or child_purpose_id = 'principals'
        group by purpose_id order by purpose_id`,
      ),
    ).toEqual([
      { purpose_id: 'added_time', amount: '2889957.00' },
      { purpose_id: 'professional_learning', amount: '3469799.00' },
      { purpose_id: 'school_leadership', amount: '67687650.00' },
    ]);
  });

  it('divides the dollars of 2013 by the students of 2013', async () => {
    expect(
      await edition.figure('select sum(students) from release.schools where fiscal_year = 2013'),
    ).toBe('137020');
    expect(
      await edition.figure(
        `select count(*) from release.schools
        where fiscal_year = 2013
            and school_reported_per_student <> round(school_reported_amount / students, 2)`,
      ),
    ).toBe('0');
  });

  it('counts 138,369 students in 240 schools the year before', async () => {
    expect(
      await edition.rows(
        `select count(*) as schools, sum(students) as students from release.schools where fiscal_year = 2012`,
      ),
    ).toEqual([{ schools: '240', students: '138369' }]);
  });

  it('says that results are older than the dollars beside them', async () => {
    expect(
      await edition.rows(
        `select distinct school_year, spending_year, already_public, value_hidden, students
        from release.results`,
      ),
    ).toEqual([
      {
        school_year: 2012,
        spending_year: 2013,
        already_public: true,
        value_hidden: false,
        students: null,
      },
    ]);
  });

  it('says that it is a budget, of schools only', async () => {
    const [about] = await edition.rows('select * from release.about');
    expect(about).toMatchObject({
      amount_type: 'budget_original',
      amount_word: 'budgeted',
      latest_fiscal_year: 2013,
      ties_to: "the file's own totals",
    });
    expect(about?.['scope_note']).toMatch(/^School-budgeted dollars only: /);
  });

  it('finds at least two things, and names what its files cannot give', async () => {
    const findings = await edition.rows(
      'select distinct finding_id, available, sentence from release.findings order by finding_id',
    );
    expect(findings.filter(({ available }) => available === true).length).toBeGreaterThanOrEqual(2);
    expect(findings.filter(({ available }) => available === false).length).toBeGreaterThan(0);
  });

  it('has a report site that says so on every page, with the printed totals on the pages of their schools', async () => {
    const files = ['--extracts', realDataFolder('philadelphia-fy13'), '--home', home];
    const built = await runCommand(['refresh', districtFolder('philadelphia'), ...files]);
    expect(built.code, built.output).toBe(0);
    expect(currentEdition(home, 'philadelphia').id).toBe(edition.id);
    const site = join(edition.folder, 'site');
    const pages = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.html') && !file.endsWith('404.html'),
    );
    expect(pages.length).toBeGreaterThanOrEqual(245);
    const silent = pages.filter((page) => {
      const text = visibleText(join(site, page));
      return !/Dollars budgeted/.test(text) || !/School-budgeted dollars only: /.test(text);
    });
    expect(silent).toEqual([]);
    const school = (id: string): string => visibleText(join(site, 'schools', id, 'index.html'));
    expect(school('2620')).toContain('$4,558,383');
    expect(school('1300')).toContain('$3,716,537');
    const results = visibleText(join(site, 'results', 'index.html'));
    expect(results).toContain('school year 2012');
    expect(results).toContain('fiscal year 2013');
  });
});

/** What a reader sees of a page before any script has run. */
function visibleText(file: string): string {
  return readFileSync(file, 'utf8')
    .replaceAll(/<(script|style)\b.*?<\/\1>/gs, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ');
}
