import { parse } from 'csv-parse/sync';
import type { Lookup } from '../../../transforms/config/district.ts';
import type { Source } from '../../../transforms/config/source.ts';
import { cleanCell } from '../../../transforms/contract/cell.ts';
import { Problem } from '../../../transforms/problem.ts';
import type { ConfigurationFiles } from '../../runtime/configuration-files.ts';
import { type Engine, quote, quoteName } from '../../runtime/duckdb.ts';
import { lookupsOf } from '../declared-files.ts';
import type { MakeContext } from '../make.ts';

/** Makes each lookup that a source uses readable as `lookups.<name>(key, value)`, with one row for a key. */
export async function loadLookups(
  engine: Engine,
  source: Source,
  { district, configuration }: Pick<MakeContext, 'district' | 'configuration'>,
): Promise<void> {
  await engine.run('create schema lookups');
  for (const name of lookupsOf(source)) {
    const lookup = district.lookups[name];
    if (lookup === undefined) throw new Error(`There is no lookup ${name}.`);
    const pairs = await readPairs(lookup, configuration);
    const table = `lookups.${quoteName(name)}`;
    await engine.run(`create table ${table} (key varchar, value varchar)`);
    if (pairs.size === 0) continue;
    const rows = [...pairs].map(([key, value]) => `(${quote(key)}, ${quote(value)})`);
    await engine.run(`insert into ${table} values ${rows.join(', ')}`);
  }
}

async function readPairs(
  lookup: Lookup,
  configuration: ConfigurationFiles,
): Promise<ReadonlyMap<string, string>> {
  const { file, key, value } = lookup;
  const [header = [], ...rows] = parse(await readLookup(file, configuration), {
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  const names = header.map((name) => cleanCell(name, []));
  for (const column of [key, value]) {
    if (names.includes(column)) continue;
    throw new Problem({
      code: 'lookup_column_missing',
      what: 'The lookup has no column of this name.',
      fix: 'Correct the header of the file, or the lookup in district.yaml.',
      where: { file, line: 1, column },
    });
  }
  const pairs = new Map<string, string>();
  rows.forEach((row, i) => {
    const from = cleanCell(row[names.indexOf(key)] ?? null, []);
    const to = cleanCell(row[names.indexOf(value)] ?? null, []);
    if (from === null || to === null) return;
    if ((pairs.get(from) ?? to) !== to) {
      throw new Problem({
        code: 'lookup_ambiguous',
        what: 'The key of this line stands on an earlier line with another value.',
        fix: 'Keep one of the two lines.',
        where: { file, line: i + 2, column: key },
      });
    }
    pairs.set(from, to);
  });
  return pairs;
}

async function readLookup(file: string, configuration: ConfigurationFiles): Promise<string> {
  const found = await configuration.ofDistrict(file);
  if (found) return found.bytes.toString('utf8');
  throw new Problem({
    code: 'lookup_missing',
    what: 'The lookup that district.yaml names is not there.',
    fix: 'Write the file, or correct its name in district.yaml.',
    where: { file },
  });
}
