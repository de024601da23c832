import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../pipelines/runtime/canonical-json.ts';
import { ConfigurationFiles, hashesOfFrozen } from '../../pipelines/runtime/configuration-files.ts';
import { temporaryFolder } from '../support/folders.ts';

describe('the files of a configuration', () => {
  test('are read once in a run, whoever saves them meanwhile', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'coding', 'purpose.csv');
    await mkdir(join(folder, 'coding'));
    await writeFile(file, 'before');
    const run = ConfigurationFiles.in(folder, folder);
    expect((await run.ofDistrict('coding/purpose.csv'))?.bytes.toString()).toBe('before');
    expect(await run.ofDistrict('coding/use.csv')).toBeUndefined();

    await writeFile(file, 'after');
    await writeFile(join(folder, 'coding', 'use.csv'), 'new');
    const again = await run.ofDistrict('coding/purpose.csv');
    expect(again).toMatchObject({ sha256: sha256('before'), name: 'coding/purpose.csv' });
    expect(again?.bytes.toString()).toBe('before');
    expect(await run.ofDistrict('coding/use.csv')).toBeUndefined();

    const next = ConfigurationFiles.in(folder, folder);
    expect((await next.ofDistrict('coding/purpose.csv'))?.sha256).toBe(sha256('after'));
  });

  test('may have the coding of a district with the same chart, and their own before it', async () => {
    const folder = await temporaryFolder();
    for (const district of ['ours', 'theirs']) {
      await mkdir(join(folder, district, 'coding'), { recursive: true });
    }
    await writeFile(join(folder, 'theirs', 'coding', 'purpose.csv'), 'theirs');
    await writeFile(join(folder, 'theirs', 'coding', 'scope.csv'), 'theirs');
    await writeFile(join(folder, 'theirs', 'sites.csv'), 'theirs');
    await writeFile(join(folder, 'ours', 'coding', 'scope.csv'), 'ours');
    const run = ConfigurationFiles.in(join(folder, 'ours'), folder, '../theirs');
    expect(await run.ofDistrict('coding/purpose.csv')).toMatchObject({
      sha256: sha256('theirs'),
      name: '../theirs/coding/purpose.csv',
    });
    expect((await run.ofDistrict('coding/scope.csv'))?.sha256).toBe(sha256('ours'));
    // Only what is in coding/ is shared.
    expect(await run.ofDistrict('sites.csv')).toBeUndefined();
  });

  test('stay as they were read when a run is kept as data and opened elsewhere', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'sites.csv'), 'a lookup outside coding/');
    const run = ConfigurationFiles.in(folder, folder);
    await run.ofDistrict('sites.csv');
    await run.ofDistrict('gone.csv');
    const kept = await run.freeze();
    await rm(join(folder, 'sites.csv'));

    const elsewhere = ConfigurationFiles.frozen(kept);
    const hash = sha256('a lookup outside coding/');
    expect(await elsewhere.ofDistrict('sites.csv')).toMatchObject({ sha256: hash });
    expect(await elsewhere.ofDistrict('gone.csv')).toBeUndefined();
    expect(hashesOfFrozen(kept)).toEqual({ 'sites.csv': hash });
    expect(() => elsewhere.shared('never-asked-for.csv')).toThrow('was not read');
  });
});
