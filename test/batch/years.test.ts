import { describe, expect, test } from 'vitest';
import {
  decideYears,
  type LastTry,
  type WhichYears,
  yearItems,
} from '../../pipelines/refresh/batch-years.ts';
import { loadDistrict } from '../../transforms/config/load-district.ts';

const embedded = (state: LastTry['state']): LastTry => ({ engine: 'embedded', state });
const last = new Map<number, LastTry>([
  [2018, embedded('made')],
  [2019, embedded('failed')],
  [2020, embedded('blocked')],
  [2021, embedded('stopped')],
  [2022, embedded('silent')],
  [2023, embedded('running')],
]);
const years = [2017, 2018, 2019, 2020, 2021, 2022, 2023];
const made = (which: WhichYears, engine: LastTry['engine'] = 'embedded') =>
  decideYears(years, which, last, engine).flatMap(({ year, make }) => (make ? [year] : []));

describe('a backfill', () => {
  test('makes all years of its range but one that is being made', () => {
    expect(made('all')).toEqual([2017, 2018, 2019, 2020, 2021, 2022]);
  });

  test('makes with --missing the years that none has made well, with --failed those that went wrong', () => {
    expect(made('missing')).toEqual([2017, 2019, 2020, 2021, 2022]);
    expect(made('failed')).toEqual([2019, 2020]);
  });

  test('says of each year why it is made or left out', () => {
    const why = decideYears(years, 'missing', last, 'embedded').map((d) => [d.year, d.why]);
    expect(Object.fromEntries(why)).toEqual({
      2017: 'it was never backfilled',
      2018: 'its last backfill ended well',
      2019: 'its last backfill failed',
      2020: 'its last backfill was blocked by a check',
      2021: 'its last backfill was stopped before its end',
      2022: 'its last backfill has not told of its end',
      2023: 'a backfill of it is going on',
    });
  });

  test('leaves it to a Temporal server whether a year is being made there', () => {
    const there = new Map([[2023, { engine: 'temporal', state: 'running' } as const]]);
    expect(decideYears([2023], 'missing', there, 'temporal')[0]?.make).toBe(true);
    expect(decideYears([2023], 'missing', there, 'embedded')[0]?.make).toBe(false);
    expect(made('all', 'temporal')).not.toContain(2023);
  });
});

describe('the years of a backfill', () => {
  const district = (parameters: string) =>
    loadDistrict(
      `
version: 1
district: { id: example, name: Example Public Schools, state: OH }
${parameters}
map: { amount_type: actual, chart: [fund] }
sources:
  - id: sites
    extract: organizations
    file: sites.csv
    columns:
      fiscal_year: { from: Year }
      site_id: { from: Site }
      site_name: { from: Name }
      site_type: { const: school }
`,
      'district.yaml',
    );
  const decisions = decideYears([2018, 2019], 'failed', last, 'embedded');

  test('are refreshes of one year each', () => {
    expect(yearItems(district(''), {}, decisions)).toEqual([
      { district: 'example', year: 2019, name: 'Fiscal year 2019', asks: { years: [2019] } },
    ]);
  });

  test('set the parameter of a district whose map is of one year, beside the others', () => {
    const yearly = district("parameters: { fiscal_year: { default: 2020, describe: 'The year' } }");
    const [item] = yearItems(yearly, { students: 'recounted' }, decisions);
    expect(item?.asks).toEqual({
      years: [2019],
      set: { students: 'recounted', fiscal_year: '2019' },
    });
  });
});
