import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { refreshDistrict } from '../support/command.ts';
import type { Edition } from '../support/edition.ts';
import { realDataFolder } from '../support/real-data.ts';
import { mapRealDistrict } from '../support/real-map.ts';
import { districtFolder } from '../support/repository.ts';
import { scratchFolder } from '../support/scratch.ts';

const workbook = 'budget2022-23_DataExtract.xlsx';

describe("San Francisco: the state's workbook of the budget of 2022-23", () => {
  const home = scratchFolder('san-francisco-budget');
  let edition: Edition;

  beforeAll(async () => {
    // Alone in a folder, as the ledger of another configuration does not stand beside it.
    const files = join(scratchFolder('san-francisco-workbook'), 'files');
    mkdirSync(files);
    copyFileSync(join(realDataFolder('san-francisco-2022-23'), workbook), join(files, workbook));
    ({ edition } = await mapRealDistrict('san-francisco-budget', home, files));
  });

  it('publishes the budget and the estimated actuals, and what of them is unrestricted, to the cent', async () => {
    expect(
      await edition.rows(
        `select fiscal_year, amount_type, sum(amount) as amount,
            sum(amount) filter (where project_code < '2000') as unrestricted
        from release.amounts group by all order by all`,
      ),
    ).toEqual([
      {
        fiscal_year: 2022,
        amount_type: 'actual_estimated',
        amount: '1240893311.55',
        unrestricted: '490550012.85',
      },
      {
        fiscal_year: 2023,
        amount_type: 'budget_original',
        amount: '1093496230.19',
        unrestricted: '512385745.38',
      },
    ]);
  });

  it('maps the budget alone, to the last dollar', async () => {
    expect(
      await edition.rows(
        `select fiscal_year, amount_type, sum(amount) as amount,
            sum(amount) filter (where purpose_id = 'not_yet_assigned') as not_yet_assigned
        from release.spending group by all`,
      ),
    ).toEqual([
      {
        fiscal_year: 2023,
        amount_type: 'budget_original',
        amount: '1093496230.19',
        not_yet_assigned: null,
      },
    ]);
    expect(await edition.figure('select sum(difference_amount) from release.reconciliation')).toBe(
      '0.00',
    );
  });

  it('reads all 8,722 accounts, each in one of the two columns', async () => {
    expect(
      await edition.rows(
        `select source_id, rows from release.quality
        where topic = 'rows' and label = 'Rows loaded' order by source_id`,
      ),
    ).toEqual([
      { source_id: 'budget', rows: '4014' },
      { source_id: 'estimated_actuals', rows: '4708' },
    ]);
  });
});

describe("San Francisco: another year's workbook of the same family", () => {
  const home = scratchFolder('san-francisco-budget-home');
  const files = join(scratchFolder('san-francisco-budget-files'), 'files');
  const next = join(files, 'budget2023-24_DataExtract.xlsx');

  it('is refused when its rows are not of the years that its name says', async () => {
    mkdirSync(files);
    copyFileSync(join(realDataFolder('san-francisco-2022-23'), workbook), next);
    const result = await refreshDistrict(districtFolder('san-francisco-budget'), home, files);
    expect(result.code).not.toBe(0);
    expect(result.output).toMatch(/budget2023-24_DataExtract\.xlsx:\d+/);
  });

  it('is mapped without a change of the configuration', async () => {
    const given = await readXlsx(
      readFileSync(join(realDataFolder('san-francisco-2022-23'), workbook)),
    );
    const ledger = given.sheets.find(({ name }) => name === 'UserGL');
    const years = new Map([
      ['2021-22', '2022-23'],
      ['2022-23', '2023-24'],
    ]);
    const rows = ledger?.rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? (years.get(cell) ?? cell) : cell)),
    );
    writeFileSync(next, await writeXlsx({ sheets: [{ name: 'UserGL', rows: rows ?? [] }] }));
    const { edition } = await mapRealDistrict('san-francisco-budget', home, files);
    expect(
      await edition.rows(
        `select fiscal_year, amount_type, sum(amount) as amount from release.amounts
        group by all order by all`,
      ),
    ).toEqual([
      { fiscal_year: 2023, amount_type: 'actual_estimated', amount: '1240893311.55' },
      { fiscal_year: 2024, amount_type: 'budget_original', amount: '1093496230.19' },
    ]);
  });
});
