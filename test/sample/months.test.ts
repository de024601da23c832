import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../pipelines/generate/generate.ts';
import { COUNTED_IN_PERIOD, DEFAULTS } from '../../pipelines/generate/options.ts';
import { refreshDistrict } from '../support/command.ts';
import { currentEdition, lastRunLog, type Edition } from '../support/edition.ts';
import { readGolden } from '../support/golden.ts';
import { openMapDatabase } from '../support/map-database.ts';
import { districtFolder } from '../support/repository.ts';
import { scratchFolder } from '../support/scratch.ts';

/** Linden closed when fiscal 2025 ended. */
const CLOSED = '110';

interface Month {
  readonly period: number;
  readonly edition: Edition;
  /** Steps of the run, as `<asset> <year>: <state>`. */
  readonly steps: readonly string[];
}

const months: Month[] = [];

/** Months of earlier years depend on how many lines there are; those of the year in progress are planned. */
const golden = readGolden().filter(
  ({ finding, figure, year }) =>
    finding === 'to_date' && year === 2026 && /^operating_\d$/.test(figure),
);

beforeAll(async () => {
  const root = scratchFolder('months');
  const folder = join(root, 'district');
  const home = join(root, 'home');
  for (const period of [1, 2, 3, 4, 5]) {
    const options = { ...DEFAULTS, years: 2, ledgerLines: 4000, throughPeriod: period };
    generate({ options, folder, sampleFolder: districtFolder('riverbend') });
    const { code, output } = await refreshDistrict(folder, home, join(folder, 'extracts'));
    expect(code, output).toBe(0);
    const steps = lastRunLog(home, 'riverbend')
      .filter(({ state }) => state === 'made' || state === 'reused')
      .map(
        (step) => `${String(step['asset'])} ${String(step['partition'])}: ${String(step['state'])}`,
      );
    months.push({ period, edition: currentEdition(home, 'riverbend'), steps });
  }
});

describe('five months of one year, refreshed one after the other', () => {
  it('make five editions', () => {
    expect(new Set(months.map(({ edition }) => edition.id)).size).toBe(5);
  });

  it('each compare with the same months of the years before, to the cent', async () => {
    for (const { period, edition } of months) {
      const map = await openMapDatabase(edition.folder);
      try {
        const compared = await map.rows(
          `select fiscal_year, max(through_period) as through_period, sum(amount) as amount
          from map.release.year_to_date group by fiscal_year order by fiscal_year`,
        );
        const booked = await map.rows(
          `select fiscal_year, ${period} as through_period, sum(amount) as amount from map.core.coded_lines
          where status <> 'excluded' and fiscal_period <= ${period} group by fiscal_year order by fiscal_year`,
        );
        expect(compared).toEqual(booked);
        expect(compared.map((row) => row['fiscal_year'])).toEqual([2024, 2025, 2026]);
      } finally {
        map.close();
      }
    }
  });

  it.each(golden)('month $figure of $year came to $value', async ({ figure, year, value }) => {
    const month = months[Number(figure.at(-1)) - 1];
    expect(
      await month?.edition.figure(
        `select sum(amount) from release.year_to_date where operating and fiscal_year = ${year}`,
      ),
    ).toBe(value);
  });

  it('each still tell of the last whole year, and tie to the trial balance of their month', async () => {
    for (const { edition } of months) {
      const [about] = await edition.rows('select * from release.about');
      expect(about).toMatchObject({
        latest_fiscal_year: 2025,
        progress_fiscal_year: 2026,
        year_to_date: false,
        ties_to: 'the trial balance',
      });
    }
  });

  it('leave the closed school its history', async () => {
    const history = (edition: Edition, table: string) =>
      edition.rows(
        `select * from release.${table} where site_id = '${CLOSED}' and fiscal_year <= 2025 order by all`,
      );
    for (const table of ['schools', 'spending', 'staffing']) {
      const [first, ...later] = await Promise.all(
        months.map(({ edition }) => history(edition, table)),
      );
      expect(first?.length).toBeGreaterThan(0);
      for (const rows of later) expect(rows).toEqual(first);
    }
    const events = await months[4]?.edition.rows(
      'select site_id, event, successor_name from release.site_changes order by share desc',
    );
    expect(events).toEqual([
      { site_id: CLOSED, event: 'closed', successor_name: 'Maple Elementary' },
      { site_id: CLOSED, event: 'closed', successor_name: 'Poplar Elementary' },
    ]);
  });

  it('name the project that nobody has explained yet, with its dollars so far', async () => {
    const told = await Promise.all(
      months.map(({ edition }) =>
        edition.rows(
          `select label, amount from release.quality
          where topic = 'new codes' and fiscal_year = 2026 and label like '%project 2998%'`,
        ),
      ),
    );
    expect(told.map((rows) => rows[0]?.['amount'])).toEqual([
      undefined,
      '50000.00',
      '150000.00',
      '250000.00',
      '350000.00',
    ]);
  });

  it('make no step of an earlier year again, but for the weights of students when October is counted', () => {
    for (const { period, steps } of months.slice(1)) {
      const earlier = steps.filter((step) => / (2024|2025): /.test(step));
      expect(earlier.length).toBeGreaterThan(40);
      // All years of students are one file; the weights come out the same, so nothing after them is made again.
      const weights = ['core.driver_weights 2024: made', 'core.driver_weights 2025: made'];
      expect(earlier.filter((step) => step.endsWith('made')).sort()).toEqual(
        period === COUNTED_IN_PERIOD ? weights : [],
      );
    }
  });
});
