import { cp, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type CodeFingerprints,
  productFolder,
  readCodeFingerprints,
  siteLeftovers,
} from '../../pipelines/runtime/product.ts';
import { scratchFolder } from '../support/scratch.ts';

const folder = scratchFolder('product');
let before: CodeFingerprints;

beforeAll(async () => {
  for (const part of ['pipelines', 'transforms', 'sql', 'reports', 'package-lock.json']) {
    const filter = (path: string) => !siteLeftovers.test(basename(path));
    await cp(join(productFolder, part), join(folder, part), { recursive: true, filter });
  }
  before = await readCodeFingerprints(folder);
});

/** The fingerprints that follow from a change of one file, which is undone again. */
async function changedBy(
  path: string,
  change = (text: string) => `${text}\n`,
): Promise<readonly string[]> {
  const file = join(folder, path);
  const text = await readFile(file, 'utf8');
  await writeFile(file, change(text));
  const after = await readCodeFingerprints(folder);
  await writeFile(file, text);
  return Object.keys(before).filter(
    (name) => Reflect.get(before, name) !== Reflect.get(after, name),
  );
}

const version = (name: string) => (text: string) => {
  const at = text.indexOf(`"version": `, text.indexOf(`"node_modules/${name}": {`));
  return `${text.slice(0, at)}"version": "0.0.0-other",${text.slice(text.indexOf('\n', at))}`;
};

describe('what is made again when the program changes', () => {
  test.each([
    ['reports/pages/index.md', ['pages', 'site']],
    ['reports/package-lock.json', ['pages', 'site']],
    ['pipelines/cli/print-result.ts', []],
    ['pipelines/local/refresh.ts', []],
    ['pipelines/generate/generate.ts', []],
    ['sql/fields/index.ts', ['fields']],
    ['transforms/contract/contract.ts', ['typescript']],
    ['pipelines/materialize/staging.ts', ['typescript']],
    ['pipelines/materialize/check.ts', ['typescript', 'sql']],
    ['pipelines/materialize/empty-relation.ts', ['typescript', 'sql']],
    ['pipelines/materialize/write-relation.ts', ['typescript', 'sql']],
    ['pipelines/runtime/duckdb.ts', ['typescript', 'sql', 'site']],
    ['pipelines/runtime/child-process.ts', ['typescript', 'site']],
    ['pipelines/materialize/site-step.ts', ['typescript', 'site']],
  ])('%s: %j', async (path, made) => {
    expect((await changedBy(path)).toSorted()).toEqual(made.toSorted());
  });

  test.each([
    ['@duckdb/node-api', ['typescript', 'sql', 'site']],
    ['csv-parse', ['typescript']],
    ['yaml', ['typescript']],
    ['zod', ['typescript']],
    ['commander', []],
  ])('another version of %s: %j', async (name, made) => {
    const changed = await changedBy('package-lock.json', version(name));
    expect(changed.toSorted()).toEqual(made.toSorted());
  });

  test('nothing, when nothing changes', async () => {
    expect(await readCodeFingerprints(folder)).toEqual(before);
  });
});
