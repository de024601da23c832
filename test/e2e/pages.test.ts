import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { StaticServer } from '../../pipelines/runtime/static-server.ts';
import { openBrowser } from '../support/browser.ts';
import { serveFolder } from '../support/serve-folder.ts';
import { cellText } from '../support/rows.ts';
import { sampleSite, type SampleSite } from '../support/sample-site.ts';
import { sampleVisit } from '../support/sample-visit.ts';
import type { SiteVisit } from '../support/site-reader.ts';

let sample: SampleSite;
let server: StaticServer;
let browser: Browser;
let visit: SiteVisit;

beforeAll(async () => {
  sample = await sampleSite();
  server = await serveFolder(sample.folder, 0);
  browser = await openBrowser();
  visit = await sampleVisit(sample);
  return async () => {
    await browser.close();
    server.close();
  };
});

describe('the report site in a browser', () => {
  it('shows every page without an error, a dead link or a request to another host', async () => {
    expect(visit.complaints).toEqual([]);
    const schools = await sample.edition.rows(
      'select distinct site_id from release.schools where fiscal_year = (select latest_fiscal_year from release.about)',
    );
    const expected = schools.map((school) => `/schools/${cellText(school, 'site_id')}/`);
    const pages = ['/', '/budget/', '/money/', '/quality/', '/results/', '/schools/', ...expected];
    expect([...visit.pages.keys()].sort()).toEqual(pages.sort());
  });

  it('has no word of a program on any page', () => {
    const words =
      /\bundefined\b|\bNaN\b|\bnull\b|\[object|cannot be used|Error in|\$\{|not_tied|not_yet/;
    const found = [...visit.pages.values()].flatMap(({ path, text }) => {
      const word = words.exec(text)?.[0];
      return word === undefined ? [] : [`${path}: ${word}`];
    });
    expect(found).toEqual([]);
  });

  it('says on every page whose dollars these are, of when, and how they are protected', () => {
    for (const { path, text, title, heading } of visit.pages.values()) {
      expect([path, text]).toEqual([path, expect.stringContaining('Invented district.')]);
      expect(text).toContain('Riverbend Public Schools');
      expect(text).toContain('Dollars spent');
      expect(text).toContain('Fiscal years 2023 to 2025');
      expect(text).toMatch(/As of: Ledger to \w+ \d+, \d{4}, staffing/);
      expect(text).toContain('internal: disclosure control is minimum-n only');
      expect(text).toContain(`Edition ${sample.edition.id}`);
      expect(text).toMatch(/Published automatically on \w+ \d+, \d{4}/);
      expect(heading).not.toBe('');
      expect(title).not.toBe('Evidence');
    }
    const titles = [...visit.pages.values()].map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('draws every chart, with its table on the same page', () => {
    const charts = [...visit.pages.values()].filter(({ charts }) => charts > 0);
    expect(charts.map(({ path }) => path).sort()).toEqual(['/money/', '/results/', '/schools/']);
    for (const { charts: all, drawn, tables } of charts) {
      expect(drawn).toBe(all);
      expect(tables.length).toBeGreaterThan(0);
    }
  });

  it('says the findings on the first page, each with figures, how sure, and a way on', async () => {
    const first = visit.pages.get('/');
    const findings = await sample.edition.rows(
      'select distinct sentence, how_sure from release.findings where available',
    );
    expect(findings.length).toBeGreaterThanOrEqual(4);
    for (const { sentence, how_sure: sure } of findings) {
      expect(first?.text).toContain(sentence);
      expect(first?.text).toContain(sure);
    }
  });

  it('says what became of each quality rule, and what to do about those that are broken', async () => {
    const page = visit.pages.get('/quality/');
    const results = await sample.edition.rows(
      `select rule_id, min(rule_title) as title, min(how_to_resolve) as resolve, bool_or(rule_status = 'warned') as warned,
        bool_and(rule_status = 'not_applicable') as idle from release.quality_results group by rule_id`,
    );
    const named = (caption: RegExp): number =>
      page?.tables.find((table) => caption.test(table.caption))?.rows.length ?? 0;
    const broken = results.filter(({ warned }) => warned === true);
    expect(broken.length).toBeGreaterThan(0);
    for (const rule of broken) {
      expect(page?.text).toContain(cellText(rule, 'title'));
      expect(page?.text).toContain(cellText(rule, 'resolve').replaceAll(/`([^`]*)`/g, '“$1”'));
    }
    expect(page?.text).toContain(`${results.length} rules look for what usually goes wrong`);
    const idle = results.filter((rule) => rule['idle'] === true).length;
    expect(named(/Rules that do not apply/)).toBe(idle);
    expect(named(/Rules that found nothing/)).toBe(results.length - broken.length - idle);
  });

  it('finds a school, sorts by a column, and opens the parts of a purpose', async () => {
    const page = await browser.newPage();
    await page.goto(new URL('/schools/', server.url).href, { waitUntil: 'networkidle' });
    await page.getByLabel('Find a school').fill('Alder');
    expect(await page.locator('tbody tr.row').count()).toBe(1);
    await page.getByLabel('Find a school').fill('');
    await page.getByRole('button', { name: 'Students' }).click();
    const students = await page.locator('tbody tr.row data[data-column=students]').allInnerTexts();
    const numbers = students.map((text) => Number(text.replaceAll(',', '')));
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    await page.goto(new URL('/money/', server.url).href, { waitUntil: 'networkidle' });
    expect(await page.locator('tr.part:visible').count()).toBe(0);
    await page.getByRole('button', { name: 'Show the parts of each purpose' }).click();
    expect(await page.locator('tr.part:visible').count()).toBeGreaterThan(20);
    await page.close();
  });
});
