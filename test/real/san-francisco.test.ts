import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Edition } from '../support/edition.ts';
import { realDataFolder } from '../support/real-data.ts';
import { mapRealDistrict } from '../support/real-map.ts';
import { scratchFolder } from '../support/scratch.ts';

describe("San Francisco: the state's account-level ledger of 2020-21", () => {
  const home = scratchFolder('san-francisco');
  let edition: Edition;

  beforeAll(async () => {
    const files = realDataFolder('san-francisco-2022-23');
    const map = await mapRealDistrict('san-francisco', home, files);
    expect(map.result.output).toContain('Published');
    edition = map.edition;
  });

  it('splits 5,052,537,041.70 into spending and exclusions with nothing left over', async () => {
    expect(
      await edition.rows(
        `select sum(read_amount) as read, sum(assigned_amount + not_yet_assigned_amount) as in_scope,
            sum(excluded_amount) as excluded, sum(difference_amount) as difference
        from release.reconciliation`,
      ),
    ).toEqual([
      {
        read: '5052537041.70',
        in_scope: '908022161.46',
        excluded: '4144514880.24',
        difference: '0.00',
      },
    ]);
    expect(await edition.figure('select sum(amount) from release.spending')).toBe('908022161.46');
  });

  it('reads 4,177 lines', async () => {
    expect(
      await edition.figure(
        `select rows from release.quality
        where topic = 'rows' and source_id = 'state_ledger' and label = 'Rows in the files'`,
      ),
    ).toBe('4177');
  });

  it('names each exclusion with its lines and dollars', async () => {
    expect(
      await edition.rows(
        'select exclusion_id, lines, amount from release.exclusions order by exclusion_id',
      ),
    ).toEqual([
      { exclusion_id: 'balance_sheet', lines: '436', amount: '1952668752.16' },
      { exclusion_id: 'cost_report_allocations', lines: '55', amount: '0.13' },
      { exclusion_id: 'fund_out_of_scope', lines: '420', amount: '506113510.75' },
      { exclusion_id: 'revenue', lines: '162', amount: '1663369291.37' },
      { exclusion_id: 'transfers', lines: '7', amount: '22363325.83' },
    ]);
  });

  it('is of fiscal year 2021, though the file says 2020', async () => {
    expect(await edition.rows('select distinct fiscal_year from release.spending')).toEqual([
      { fiscal_year: 2021 },
    ]);
  });

  it('attributes nothing to schools, and says why', async () => {
    expect(
      await edition.rows('select attribution, reason, amount from release.attribution_totals'),
    ).toEqual([
      { attribution: 'not attributed', reason: 'the ledger has no site', amount: '908022161.46' },
    ]);
    for (const table of ['schools', 'staffing', 'results', 'relations']) {
      expect(await edition.figure(`select count(*) from release.${table}`)).toBe('0');
    }
  });
});

describe("San Francisco: another year's files of the same family", () => {
  it('maps them by one parameter', async () => {
    const home = scratchFolder('san-francisco-home');
    const files = join(scratchFolder('san-francisco-files'), 'files');
    const given = realDataFolder('san-francisco-2022-23');
    mkdirSync(files);
    for (const name of readdirSync(given).filter((file) => file.startsWith('ua2020-21_'))) {
      const text = readFileSync(join(given, name), 'utf8').replaceAll(
        '"0000000","2020"',
        '"0000000","2021"',
      );
      writeFileSync(join(files, name.replace('ua2020-21_', 'ua2021-22_')), text);
    }
    const year = ['--set', 'fiscal_year=2022'];
    const next = await mapRealDistrict('san-francisco', home, files, ...year);
    expect(
      await next.edition.rows(
        'select fiscal_year, sum(amount) as amount from release.spending group by all',
      ),
    ).toEqual([{ fiscal_year: 2022, amount: '908022161.46' }]);
  });
});
