import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { refreshDistrict, type CommandResult } from '../support/command.ts';
import { currentEdition } from '../support/edition.ts';
import { realDataFolder } from '../support/real-data.ts';
import { districtFolder } from '../support/repository.ts';
import { scratchFolder } from '../support/scratch.ts';

describe("Philadelphia: another year's files of the same family", () => {
  const home = scratchFolder('philadelphia-home');
  const files = join(scratchFolder('philadelphia-files'), 'files');
  const refresh = (): Promise<CommandResult> =>
    refreshDistrict(districtFolder('philadelphia'), home, files, '--set', 'fiscal_year=2014');
  const budget = join(files, 'budget_items_fy14.csv');
  let text: string;

  beforeAll(() => {
    cpSync(realDataFolder('philadelphia-fy13'), files, { recursive: true });
    rmSync(join(files, 'budget_items_fy13.csv'));
    text = readFileSync(
      join(realDataFolder('philadelphia-fy13'), 'budget_items_fy13.csv'),
      'utf8',
    ).replaceAll(',Staff Development,', ',Other Uses Of Funds - Credi,');
  });

  it('maps them by one parameter; an item with a new name is not yet assigned, and named', async () => {
    writeFileSync(budget, text);
    const result = await refresh();
    expect(result.code, result.output).toBe(0);
    expect(result.output).toContain('Other Uses Of Funds - Credi');
    const edition = currentEdition(home, 'philadelphia');
    expect(
      await edition.rows(
        `select fiscal_year, sum(amount) as amount,
            sum(amount) filter (where purpose_id = 'not_yet_assigned') as not_yet_assigned
        from release.spending group by all`,
      ),
    ).toEqual([{ fiscal_year: 2014, amount: '1215121091.00', not_yet_assigned: '3469799.00' }]);
  });

  it('refuses a stored total that is not the sum of its items, and says at which line it stands', async () => {
    writeFileSync(budget, text.replace(/^1010,181,Total,.*$/m, '1010,181,Total,5'));
    const result = await refresh();
    expect(result.code).not.toBe(0);
    expect(result.output).toMatch(/budget_items_fy14\.csv:\d+, column amount/);
    const { rows } = currentEdition(home, 'philadelphia');
    expect(await rows('select distinct fiscal_year from release.spending')).toHaveLength(1);
  });
});
