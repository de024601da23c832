import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../pipelines/runtime/duckdb.ts';
import { openMapDatabase } from '../support/map-database.ts';
import { cellText } from '../support/rows.ts';
import { sampleSite, type SampleSite } from '../support/sample-site.ts';
import { sampleVisit } from '../support/sample-visit.ts';
import type { SitePage, TableRow } from '../support/site-reader.ts';

let sample: SampleSite;
let map: Engine;
let pages: ReadonlyMap<string, SitePage>;

beforeAll(async () => {
  sample = await sampleSite();
  map = await openMapDatabase(sample.edition.folder);
  ({ pages } = await sampleVisit(sample));
  return () => map.close();
});

const latest = '(select latest_fiscal_year from release.about)';
const latestLines = '(select latest_fiscal_year from map.release.about)';

/** The dollars of lines that are outside the operating budget, benefits with the salaries that they follow. */
const outsideOfLines = `(select sum(amount) from map.core.pools where status <> 'excluded' and fiscal_year = ${latestLines} and purpose_id in
    (select distinct child_purpose_id from map.release.spending where not operating))`;
const linesOfMap = `(select sum(amount) from map.core.coded_lines where fiscal_year = ${latestLines} and status <> 'excluded')`;
const operatingOfLines = `select ${linesOfMap} - ${outsideOfLines}`;
const operating = `select sum(amount) from release.spending where operating and fiscal_year = ${latest}`;

/** A printed total, what the package says, and what the ledger's lines add up to. */
const totals: readonly {
  path: string;
  caption: RegExp;
  row: string;
  column: string;
  package: string;
  lines: string;
}[] = [
  ...[/by purpose/, /by priority/, /by who decides/, /by where the work/, /by what they buy/].map(
    (caption) => ({
      path: '/money/',
      caption,
      row: 'All operating dollars',
      column: 'amount',
      package: operating,
      lines: operatingOfLines,
    }),
  ),
  {
    path: '/money/',
    caption: /by purpose/,
    row: 'All dollars of this map',
    column: 'amount',
    package: `select sum(amount) from release.spending where fiscal_year = ${latest}`,
    lines: `select ${linesOfMap}`,
  },
  {
    path: '/money/',
    caption: /Left out of the map/,
    row: 'All excluded',
    column: 'amount',
    package: `select sum(amount) from release.exclusions where fiscal_year = ${latest} and exclusion_id <> 'other_amount_type'`,
    lines: `select sum(amount) from map.core.coded_lines where fiscal_year = ${latestLines} and status = 'excluded'
        and exclusion_id <> 'other_amount_type'`,
  },
  ...[/How dollars got their purpose/, /How dollars are followed/].map((caption) => ({
    path: '/quality/',
    caption,
    row: 'All dollars of this map',
    column: 'amount',
    package: `select sum(amount) from release.attribution_totals where fiscal_year = ${latest}`,
    lines: `select ${linesOfMap}`,
  })),
];

describe('what the pages print', () => {
  it.each(totals)('$path $caption, $row, is the package and the ledger', async (total) => {
    const printed = find(total.path, total.caption, total.row)[total.column];
    expect(cents(printed)).toBe(await packageCents(total.package));
    expect(cents(printed)).toBe(await lineCents(total.lines));
  });

  it('adds up: a total is the sum of its rows, in every table', () => {
    const summed =
      /amount$|^lines$|^rows$|^records$|^loaded$|^in_files$|^set_aside$|^dropped$|^fte$/;
    const wrong: string[] = [];
    for (const { path, tables } of pages.values()) {
      for (const { caption, rows } of tables) {
        const total = rows.filter(({ kind }) => kind === 'total')[0];
        const items = itemsOf(rows);
        if (!total || items.length === 0) continue;
        for (const [column, value] of Object.entries(total.values)) {
          if (!summed.test(column)) continue;
          const sum = items.reduce((all, { values }) => all + (values[column] ?? 0), 0);
          if (Math.abs(sum - value) > 0.0049) wrong.push(`${path} ${caption}: ${column}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('ties every year to the trial balance, from the lines that were read', async () => {
    const table = pages
      .get('/quality/')
      ?.tables.find(({ caption }) => /Every dollar/.test(caption));
    // A year has a row for each source and kind of amount: what was spent, its budgets, its open orders.
    const rows = table?.rows.filter(({ name }) => /^\d{4}$/.test(name)) ?? [];
    const years = new Set(rows.map(({ name }) => name));
    expect([...years].sort()).toEqual(['2023', '2024', '2025', '2026']);
    for (const year of years) {
      const ofYear = rows.filter(({ name }) => name === year);
      // Totals that the report itself prints are read, too, and dropped by rule.
      const lines = ofYear.reduce(
        (sum, { values }) =>
          sum + (values['read_amount'] ?? NaN) - (values['dropped_amount'] ?? NaN),
        0,
      );
      expect(cents(lines)).toBe(
        await lineCents(
          `select sum(amount) from map.core.ledger_lines where fiscal_year = ${year}`,
        ),
      );
      for (const { values } of ofYear) expect(cents(values['difference_amount'])).toBe('0.00');
    }
  });

  it('shows on each school page what the package says of the school and what its own ledger lines say', async () => {
    const schools = await sample.edition.rows(
      `select * from release.schools where fiscal_year = ${latest} order by site_id`,
    );
    expect(schools.length).toBe(24);
    for (const school of schools) {
      const path = `/schools/${cellText(school, 'site_id')}/`;
      const measures = ['school_reported', 'with_central', 'all_in'] as const;
      const names = ['Recorded at the school', 'With central people and grants', 'All-in'];
      for (const [index, measure] of measures.entries()) {
        const printed = find(path, /Three measures/, names[index] ?? '');
        expect(cents(printed['amount'])).toBe(school[`${measure}_amount`]);
        expect(cents(printed['per_student'])).toBe(school[`${measure}_per_student`]);
      }
      expect(pages.get(path)?.figures['students']).toBe(Number(school['students']));
      const total = find(path, /for this school by purpose/, 'All dollars shown of this school');
      expect(cents(total['amount'])).toBe(school['all_in_amount']);
      const recorded = find(path, /came to be counted here/, 'Recorded at the site')['amount'];
      expect(cents(recorded)).toBe(await lineCents(recordedAt(cellText(school, 'site_id'))));
    }
  });

  it('prints the figures of the findings as the package has them', async () => {
    const rows = await sample.edition.rows('select * from release.findings where available');
    const expected = rows.map((row): [string, number] => [
      `${cellText(row, 'finding_id')}/${cellText(row, 'figure_id')}`,
      Number(row['value']),
    ]);
    expect(pages.get('/')?.findings).toEqual(Object.fromEntries(expected));
    expect(cents(pages.get('/')?.figures['operating_amount'])).toBe(await packageCents(operating));
  });
});

/** The dollars that the ledger's own lines put at a school, without benefits, which follow salaries. */
function recordedAt(site: string): string {
  return `select sum(amount) from map.core.coded_lines
    where fiscal_year = ${latestLines} and site_id = '${site}' and attribution = 'recorded'
        and status <> 'excluded' and purpose_id <> 'follows_salary' and purpose_id not in
        (select distinct child_purpose_id from map.release.spending where not operating)`;
}

/** What a total adds up: the rows, without their parts; and of a table with subtotals of rows alone, only those rows. */
function itemsOf(rows: readonly TableRow[]): readonly TableRow[] {
  return rows.filter(({ kind }) => kind === 'row' || kind === 'purpose');
}

function find(path: string, caption: RegExp, row: string): Readonly<Record<string, number>> {
  const tables = pages.get(path)?.tables.filter((table) => caption.test(table.caption)) ?? [];
  const found = tables.flatMap(({ rows }) => rows.filter(({ name }) => name === row));
  expect([path, String(caption), row, found.length]).toEqual([path, String(caption), row, 1]);
  return found[0]?.values ?? {};
}

/** Dollars as the package writes them, with both digits of the cents. */
function cents(value: number | undefined): string {
  return value === undefined ? 'not printed' : value.toFixed(2);
}

async function packageCents(sql: string): Promise<string> {
  return Number(await sample.edition.figure(sql)).toFixed(2);
}

async function lineCents(sql: string): Promise<string> {
  const [row] = await map.rows(sql);
  return Number(Object.values(row ?? {})[0]).toFixed(2);
}
