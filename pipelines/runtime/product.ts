import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MACROS } from '../../sql/macros.ts';
import { hashJson, sha256 } from './canonical-json.ts';
import { filesBelow } from './files.ts';

/** Where this program's own sources stand. */
export const productFolder = fileURLToPath(new URL('../..', import.meta.url));

/** The charts and lists that every district shares. */
export const standardsFolder = join(productFolder, 'data', 'standards');

/** Names in `reports/` that are no sources of the site, but what an install or an earlier build left there. */
export const siteLeftovers = /^(node_modules|build|\.evidence|\.svelte-kit)$|\.duckdb$/;

/** Rooms of TypeScript whose text decides what a step writes. Too wide is right: a number kept by hand is not. */
const madeByTypeScript = ['transforms', 'pipelines/materialize', 'pipelines/runtime'] as const;

/** What stands between a model's SQL and its Parquet file. */
const modelMakers = [
  'pipelines/materialize/check.ts',
  'pipelines/materialize/empty-relation.ts',
  'pipelines/materialize/sql-model.ts',
  'pipelines/materialize/with-engine.ts',
  'pipelines/materialize/write-relation.ts',
  'pipelines/runtime/duckdb.ts',
] as const;

/** What stands between the release tables with `reports/`, and the site. */
const siteMakers = [
  'pipelines/materialize/site-step.ts',
  'pipelines/materialize/site.ts',
  'pipelines/runtime/child-process.ts',
  'pipelines/runtime/duckdb.ts',
] as const;

const engine = '@duckdb/node-api';
/** Packages that read what people write: files, tables, configuration. */
const readers = ['csv-parse', 'yaml', 'zod'] as const;

/** The code of the program, as digests of its texts; a path or a time of a file does not enter. */
export interface CodeFingerprints {
  /** Of all that TypeScript makes: staged files, coded lines. */
  readonly typescript: string;
  /** Of what is common to all SQL models: the engine, the macros, how a relation is written. */
  readonly sql: string;
  /** Of the words in which columns are explained. */
  readonly fields: string;
  /** Of what plans, finds keys and publishes: no step is made again for it, and workers of one run agree in it. */
  readonly planning: string;
  /** Of the pages of the report site and their packages. */
  readonly pages: string;
  /** Of the pages and how they are built. */
  readonly site: string;
}

/** `folder` holds the program's sources; another than its own is given by tests only. */
export async function readCodeFingerprints(folder = productFolder): Promise<CodeFingerprints> {
  const versions = await packageVersions(folder, [engine, ...readers]);
  const engineVersion = versions[engine] ?? '';
  const rooms = await Promise.all(madeByTypeScript.map((room) => hashFolder(folder, room)));
  const pages = await hashPages(join(folder, 'reports'));
  const sharedSql = await hashFolder(folder, 'sql', (path) => /^[^/]+\.ts$/.test(path));
  return {
    typescript: hashJson([versions, ...rooms, sharedSql]),
    sql: hashJson([engineVersion, await hashTexts(folder, modelMakers), ...MACROS]),
    fields: await hashFolder(folder, 'sql/fields'),
    planning: hashJson([
      await hashFolder(folder, 'pipelines/graph'),
      await hashFolder(folder, 'pipelines/refresh'),
      await hashTexts(folder, ['pipelines/assets.ts']),
    ]),
    pages,
    site: hashJson([engineVersion, await hashTexts(folder, siteMakers), pages]),
  };
}

/** A digest of the sources of the report site in a folder, without what an install or a build leaves there. */
export async function hashPages(folder: string): Promise<string> {
  const paths = await filesBelow(folder, siteLeftovers);
  return hashTexts(folder, paths);
}

/** The versions that an install brings, exactly. */
async function packageVersions(
  folder: string,
  names: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  const lock = JSON.parse(await readFile(join(folder, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly version: string }>>;
  };
  return Object.fromEntries(
    names.map((name) => [name, lock.packages[`node_modules/${name}`]?.version ?? '']),
  );
}

async function hashFolder(
  product: string,
  folder: string,
  keep: (path: string) => boolean = () => true,
): Promise<string> {
  const paths = (await filesBelow(join(product, folder), siteLeftovers)).filter(keep);
  return hashTexts(
    product,
    paths.map((path) => `${folder}/${path}`),
  );
}

async function hashTexts(product: string, paths: readonly string[]): Promise<string> {
  const hashes = await Promise.all(
    paths.map(async (path) => [path, sha256(await readFile(join(product, path)))] as const),
  );
  return hashJson(Object.fromEntries(hashes));
}
