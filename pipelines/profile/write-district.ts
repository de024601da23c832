import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { join, relative } from 'node:path';
import { isLedgerExtract } from '../../transforms/extracts/index.ts';
import { Problem } from '../../transforms/problem.ts';
import { chartOf, itemsOf } from '../../transforms/profile/chart-codes.ts';
import { districtYaml } from '../../transforms/profile/district-yaml.ts';
import type { Proposal } from '../../transforms/profile/propose-district.ts';
import { starterTables } from '../../transforms/profile/starters/starters.ts';
import { csvText } from '../../transforms/profile/starters/tables.ts';
import { standardsFolder } from '../runtime/product.ts';
import { SCHEMA_FILE } from './write-schema.ts';

/** A district whose tables are those of its state's chart. */
const OF_STATE: Readonly<Record<string, string>> = { CA: 'san-francisco' };
const STATE_TABLES = ['scope.csv', 'function.csv', 'object.csv'];

/** Refuses to write over a configuration that somebody may have worked on. */
export function refuseOverwriting(folder: string, force: boolean): void {
  if (force || !existsSync(join(folder, 'district.yaml'))) return;
  throw new Problem({
    code: 'district_there',
    what: 'There is a district.yaml in this folder already.',
    fix: 'Name another folder with --district, or write --force to replace that file.',
    where: { file: join(folder, 'district.yaml') },
    exit: 2,
  });
}

/** Writes a proposal to a district's folder; returns the files that were written. Tables that are there stay. */
export async function writeDistrict(
  folder: string,
  proposal: Proposal,
  state: string | undefined,
): Promise<readonly string[]> {
  await mkdir(join(folder, 'coding'), { recursive: true });
  const written = ['district.yaml'];
  await writeFile(
    join(folder, 'district.yaml'),
    districtYaml(proposal, relative(folder, SCHEMA_FILE)),
  );
  const from = stateFolder(state);
  const sources = sourcesOf(proposal);
  const codes = sources.flatMap(chartOf);
  const ledgers = sources.filter(({ candidate }) => isLedgerExtract(candidate.extract));
  const items = ledgers.flatMap(itemsOf);
  for (const table of starterTables(codes, proposal.chart, await readStandards(), items)) {
    const target = join(folder, 'coding', table.file);
    if (existsSync(target)) continue;
    if (from !== undefined && STATE_TABLES.includes(table.file)) {
      await copyFile(join(from, table.file), target);
    } else {
      await writeFile(target, csvText(table));
    }
    written.push(join('coding', table.file));
  }
  return written;
}

function stateFolder(state: string | undefined): string | undefined {
  const id = OF_STATE[state ?? ''];
  return id === undefined ? undefined : join(standardsFolder, '../districts', id, 'coding');
}

/** The files that became sources, as what they were taken for. */
function sourcesOf({ recognized }: Proposal) {
  return recognized.flatMap(({ family, candidates: [candidate], source }) =>
    candidate === undefined || source === undefined ? [] : [{ family, candidate }],
  );
}

async function readStandards() {
  const rows = async (name: string): Promise<readonly string[][]> =>
    parse(await readFile(join(standardsFolder, name), 'utf8'), { from: 2 }) as string[][];
  const codes = async (name: string) =>
    (await rows(name)).map(([code = '', title = '']) => ({ code, name: title }));
  return {
    functions: await codes('standard_functions.csv'),
    objects: await codes('standard_objects.csv'),
    positionTypes: (await rows('position_types.csv')).map(([type = '']) => type),
  };
}
