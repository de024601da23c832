import type { Lookup } from '../../../transforms/config/district.ts';
import type { Source } from '../../../transforms/config/source.ts';
import { mistakeOfCode } from '../../../transforms/contract/mistakes.ts';
import { extractNamed } from '../../../transforms/extracts/index.ts';
import { readHandKept } from '../../../transforms/hand-kept-table.ts';
import { Problem } from '../../../transforms/problem.ts';
import { type ConfigurationFiles, textOfTable } from '../../runtime/configuration-files.ts';
import { type Engine, quote, quoteName } from '../../runtime/duckdb.ts';
import { lookupsOf } from '../declared-files.ts';
import type { MakeContext } from '../make.ts';
import { holdsCodes } from './cut-sql.ts';

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
    const pairs = await readPairs(lookup, usesOf(source, name), configuration);
    const table = `lookups.${quoteName(name)}`;
    await engine.run(`create table ${table} (key varchar, value varchar)`);
    if (pairs.size === 0) continue;
    const rows = [...pairs].map(([key, value]) => `(${quote(key)}, ${quote(value)})`);
    await engine.run(`insert into ${table} values ${rows.join(', ')}`);
  }
}

/** What the columns that a lookup fills would not show of a damaged one. */
interface Uses {
  /** A key that fits no cell any more is not missed: its cells are taken for `otherwise`. */
  readonly keys: boolean;
  /** A value is a code, and ends as one. */
  readonly values: boolean;
}

function usesOf({ extract, columns }: Source, name: string): Uses {
  const contract = extractNamed(extract);
  const uses = Object.entries(columns).filter(([column, { lookup }]) => {
    const filled = contract.columns[column];
    return lookup === name && filled !== undefined && holdsCodes(filled);
  });
  return {
    keys: uses.some(([, { otherwise }]) => otherwise !== undefined),
    values: uses.some(([, { map }]) => map === undefined),
  };
}

async function readPairs(
  { file, key, value }: Lookup,
  uses: Uses,
  configuration: ConfigurationFiles,
): Promise<ReadonlyMap<string, string>> {
  const [header, ...rows] = readHandKept(await readLookup(file, configuration), file);
  const names = header?.cells ?? [];
  for (const column of [key, value]) {
    if (names.indexOf(column) >= 0 && names.indexOf(column) === names.lastIndexOf(column)) continue;
    throw new Problem({
      code: 'lookup_column_missing',
      what: 'The lookup has no column of this name, or two.',
      fix: 'Correct the header of the file, or the lookup in district.yaml.',
      where: { file, line: 1, column },
    });
  }
  const pairs = new Map<string, string>();
  for (const { cells, line } of rows) {
    const from = cells[names.indexOf(key)] ?? '';
    const to = cells[names.indexOf(value)] ?? '';
    if (from === '' || to === '') continue;
    if (uses.keys) refuseDamage(from, { file, line, column: key });
    if (uses.values) refuseDamage(to, { file, line, column: value });
    if ((pairs.get(from) ?? to) !== to) {
      throw new Problem({
        code: 'lookup_ambiguous',
        what: 'The key of this line stands on an earlier line with another value.',
        fix: 'Keep one of the two lines.',
        where: { file, line, column: key },
      });
    }
    pairs.set(from, to);
  }
  return pairs;
}

function refuseDamage(code: string, where: { file: string; line: number; column: string }): void {
  const mistake = mistakeOfCode(code);
  if (mistake === undefined) return;
  throw new Problem({
    code: 'lookup_damaged',
    rule: mistake.rule,
    what: `A code of the lookup ${mistake.reason}.`,
    fix: 'Write the code as it was, and format the column as text before you save. If the sender’s file itself has it so, list all its codes and leave `otherwise` out of district.yaml.',
    where,
  });
}

async function readLookup(file: string, configuration: ConfigurationFiles): Promise<string> {
  const found = await configuration.ofDistrict(file);
  if (found) return textOfTable(found);
  throw new Problem({
    code: 'lookup_missing',
    what: 'The lookup that district.yaml names is not there.',
    fix: 'Write the file, or correct its name in district.yaml.',
    where: { file },
  });
}
