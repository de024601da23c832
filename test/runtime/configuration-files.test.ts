import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../pipelines/runtime/canonical-json.ts';
import { ConfigurationFiles } from '../../pipelines/runtime/configuration-files.ts';
import { temporaryFolder } from '../support/folders.ts';

describe('the files of a configuration', () => {
  test('are read once in a run, whoever saves them meanwhile', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'coding', 'purpose.csv');
    await mkdir(join(folder, 'coding'));
    await writeFile(file, 'before');
    const run = new ConfigurationFiles(folder, folder);
    expect((await run.ofDistrict('coding/purpose.csv'))?.bytes.toString()).toBe('before');
    expect(await run.ofDistrict('coding/use.csv')).toBeUndefined();

    await writeFile(file, 'after');
    await writeFile(join(folder, 'coding', 'use.csv'), 'new');
    const again = await run.ofDistrict('coding/purpose.csv');
    expect(again).toMatchObject({ sha256: sha256('before'), name: 'coding/purpose.csv' });
    expect(again?.bytes.toString()).toBe('before');
    expect(await run.ofDistrict('coding/use.csv')).toBeUndefined();

    const next = new ConfigurationFiles(folder, folder);
    expect((await next.ofDistrict('coding/purpose.csv'))?.sha256).toBe(sha256('after'));
  });

  test('are named by what was read of them: the hash of a run is that of its steps', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'sites.csv'), 'a lookup outside coding/');
    await writeFile(join(folder, 'never.csv'), 'asked for by no step');
    const run = new ConfigurationFiles(folder, folder);
    await run.ofDistrict('sites.csv');
    await run.shared('sites.csv');
    await rm(join(folder, 'sites.csv'));
    const hash = sha256('a lookup outside coding/');
    expect(await run.hashes()).toEqual({ 'sites.csv': hash, 'standards/sites.csv': hash });
  });
});
