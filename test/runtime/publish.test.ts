import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { databaseFile } from '../../pipelines/materialize/database.ts';
import { publishEdition } from '../../pipelines/materialize/publish.ts';
import { editionId, Editions } from '../../pipelines/runtime/editions.ts';
import type { StepInputs } from '../../pipelines/runtime/step-key.ts';
import { Store } from '../../pipelines/runtime/store.ts';
import { temporaryFolder } from '../support/folders.ts';
import { exampleContext } from '../support/make-requests.ts';

const madeFrom: StepInputs = { code: '', config: {}, inputs: {} };

test('a package that was damaged in the store, size and all, is not published', async () => {
  const home = await temporaryFolder();
  const editions = new Editions(home);
  await editions.open();
  const store = new Store(join(home, 'store'));
  await store.open();
  const step = (asset: string, file: string) =>
    store.add(asset, 'all', madeFrom, async (directory) => {
      await writeFile(join(directory, file), 'true');
      return { relations: {} };
    });
  const request = {
    editions,
    district: exampleContext().district,
    label: null,
    manifest: '{"format":1}\n',
    package: await step('package', 'schools.parquet'),
    database: await step('database', databaseFile),
    site: undefined,
    seen: null,
    accepted: [],
    now: '2026-09-01T00:00:00.000Z',
  };
  const file = join(request.package.folder, 'schools.parquet');
  await writeFile(file, 'tr?e');
  await expect(publishEdition(request)).rejects.toMatchObject({
    code: 'store_damaged',
    where: { file },
  });
  expect(await editions.pointer.read()).toBeUndefined();
  expect(await editions.has(editionId(request.manifest))).toBe(false);

  await writeFile(file, 'true');
  expect((await publishEdition(request)).outcome).toBe('published');
});
