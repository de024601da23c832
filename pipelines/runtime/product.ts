import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MACROS } from '../../sql/macros.ts';
import { hashJson, sha256 } from './canonical-json.ts';
import { filesBelow, isFailure } from './files.ts';

/** Where this program's own sources stand. */
export const productFolder = fileURLToPath(new URL('../..', import.meta.url));

/** The charts and lists that every district shares. */
export const standardsFolder = join(productFolder, 'data', 'standards');

/** Rooms of TypeScript whose text decides what a step writes. Too wide is right: a number kept by hand is not. */
const madeByTypeScript = ['transforms', 'pipelines/materialize', 'pipelines/runtime'] as const;

/** Names of what a site build leaves and brings, which is no source of it. */
const notSources = /^(node_modules|build|\.evidence|\.svelte-kit)$|\.duckdb$/;

/** The code of the program, as digests of its texts; a path or a time of a file does not enter. */
export interface CodeFingerprints {
  /** Of all that TypeScript makes: staged files, coded lines. */
  readonly typescript: string;
  /** Of what is common to all SQL models: the engine's version, the macros, how a relation is written. */
  readonly sql: string;
  /** Of the words in which columns are explained. */
  readonly fields: string;
  /** Of the pages of the report site, their packages and how they are built. */
  readonly site: string;
}

export async function readCodeFingerprints(): Promise<CodeFingerprints> {
  const engine = await engineVersion();
  const rooms = await Promise.all(madeByTypeScript.map((room) => hashFolder(room)));
  const sharedSql = await hashFolder('sql', (path) => /^[^/]+\.ts$/.test(path));
  const writers = await Promise.all(
    ['sql-model.ts', 'with-engine.ts', 'write-relation.ts'].map((name) =>
      hashText(`pipelines/materialize/${name}`),
    ),
  );
  return {
    typescript: hashJson([engine, ...rooms, sharedSql]),
    sql: hashJson([engine, ...writers, ...MACROS]),
    fields: await hashFolder('sql/fields'),
    site: hashJson([await hashText('pipelines/materialize/site.ts'), await hashFolder('reports')]),
  };
}

async function engineVersion(): Promise<string> {
  const text = await readFile(join(productFolder, 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(text) as { dependencies: Record<string, string> };
  return dependencies['@duckdb/node-api'] ?? '';
}

async function hashFolder(
  folder: string,
  keep: (path: string) => boolean = () => true,
): Promise<string> {
  const paths = (await filesBelow(join(productFolder, folder), notSources)).filter(keep);
  const hashes = await Promise.all(
    paths.map(async (path) => [path, await hashText(`${folder}/${path}`)] as const),
  );
  return hashJson(Object.fromEntries(hashes));
}

async function hashText(path: string): Promise<string> {
  try {
    return sha256(await readFile(join(productFolder, path)));
  } catch (error) {
    if (isFailure(error, 'ENOENT')) return 'none';
    throw error;
  }
}
