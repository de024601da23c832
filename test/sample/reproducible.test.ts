import { cpSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type CommandResult, runCommand } from '../support/command.ts';
import { currentEdition } from '../support/edition.ts';
import { inventSmallDistrict } from '../support/invented.ts';
import { openMapDatabase } from '../support/map-database.ts';
import { scratchFolder } from '../support/scratch.ts';

describe('the same files and rules', () => {
  it('make the same bytes in any folder, time zone, language, order of files and number of threads', async () => {
    const root = scratchFolder('reproducible');
    const district = await inventSmallDistrict(root);
    const here = await map(district, join(root, 'one'), '1', {
      TZ: 'Pacific/Auckland',
      LANG: 'C',
      LC_ALL: 'C',
    });
    const elsewhere = join(root, 'another place with a longer name', 'copy');
    copyBackwards(district, elsewhere);
    const there = await map(elsewhere, join(root, 'two'), '2', {
      TZ: 'America/Los_Angeles',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    });
    expect(there.id).toBe(here.id);
    expect(there.hashes).toEqual(here.hashes);
    expect(Object.keys(here.hashes).length).toBeGreaterThanOrEqual(7);

    const engine = await openMapDatabase(there.folder);
    for (const table of Object.keys(there.hashes)) {
      const file = join(here.folder, 'package', `${table}.parquet`);
      const [difference] = await engine.rows(
        `select count(*) as rows from (
            (from read_parquet('${file}') except all from map.release.${table})
            union all (from map.release.${table} except all from read_parquet('${file}'))
        )`,
      );
      expect([table, difference]).toEqual([table, { rows: '0' }]);
    }
    engine.close();

    const again = await refresh(district, join(root, 'one'), '1', {});
    expect(again.output).toMatch(/already published \(0 steps made/);
  });
});

function refresh(
  district: string,
  home: string,
  threads: string,
  env: Readonly<Record<string, string>>,
): Promise<CommandResult> {
  const args = ['refresh', district, '--home', home, '--no-site', '--threads', threads];
  return runCommand(args, { env });
}

async function map(
  district: string,
  home: string,
  threads: string,
  env: Readonly<Record<string, string>>,
) {
  const result = await refresh(district, home, threads, env);
  expect(result.code, result.output).toBe(0);
  return currentEdition(home, 'district');
}

/** Copies a folder file by file, the last name first, so that the file system lists it in another order. */
function copyBackwards(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from).sort().reverse()) {
    const [source, target] = [join(from, name), join(to, name)];
    if (statSync(source).isDirectory()) copyBackwards(source, target);
    else cpSync(source, target);
  }
}
