import { mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keyOf, type StepInputs, whyMade } from '../../pipelines/runtime/step-key.ts';
import { Store } from '../../pipelines/runtime/store.ts';
import { temporaryFolder } from '../support/folders.ts';

const madeFrom: StepInputs = {
  code: 'c0',
  config: { 'coding/purpose.csv': 'p0' },
  inputs: {
    'staging.ledger': [{ name: 'ledger FY2024', sha256: 'l0' }],
    'core.sites': [{ name: 'core.sites FY2024', sha256: 's0' }],
  },
};

async function openStore(): Promise<Store> {
  const store = new Store(join(await temporaryFolder(), 'store'));
  await store.open();
  return store;
}

const writeOne = (text: string) => async (directory: string) => {
  await writeFile(join(directory, 'a.parquet'), text);
  return { relations: { a: { file: 'a.parquet', rows: 1, key: ['id'] } } };
};

describe('the store', () => {
  test('keeps what was made under its key, with the hash of each file', async () => {
    const store = await openStore();
    const { record } = await store.add('core.a', '2024', madeFrom, writeOne('rows'));
    expect(record.key).toBe(keyOf('core.a', '2024', madeFrom));
    expect(record.files['a.parquet']?.bytes).toBe(4);
    expect((await store.find('core.a', '2024', record.key))?.record).toEqual(record);
    expect(await store.find('core.a', '2024', 'another')).toBeUndefined();
  });

  test('what is there first wins', async () => {
    const store = await openStore();
    const [one, two] = await Promise.all([
      store.add('core.a', '2024', madeFrom, writeOne('one')),
      store.add('core.a', '2024', madeFrom, writeOne('second')),
    ]);
    expect(one.record).toEqual(two.record);
    expect(await readdir(join(store.folder, '.private'))).toEqual([]);
  });

  test.each([
    ['is gone', (file: string) => rm(file)],
    ['was cut', (file: string) => truncate(file, 2)],
  ])('a step of which a file %s is made again', async (_, damage) => {
    const store = await openStore();
    const { record, folder } = await store.add('core.a', '2024', madeFrom, writeOne('rows'));
    await damage(join(folder, 'a.parquet'));
    expect(await store.find('core.a', '2024', record.key)).toBeUndefined();

    const again = await store.add('core.a', '2024', madeFrom, writeOne('rows'));
    expect(again).toEqual({ record, folder });
    expect(await readFile(join(folder, 'a.parquet'), 'utf8')).toBe('rows');
    expect(await readdir(join(store.folder, '.private'))).toEqual([]);
  });

  test.each(['', '{"format":1,"asset":"core.a","mad', 'null', '\0\0\0\0'])(
    'a step whose record was cut to %j is made again',
    async (left) => {
      const store = await openStore();
      const { record, folder } = await store.add('core.a', '2024', madeFrom, writeOne('rows'));
      await writeFile(join(folder, 'step.json'), left);
      expect(await store.find('core.a', '2024', record.key)).toBeUndefined();
      const again = await store.add('core.a', '2024', madeFrom, writeOne('rows'));
      expect(again).toEqual({ record, folder });
    },
  );

  test('a step that fails leaves nothing behind', async () => {
    const store = await openStore();
    const failed = store.add('core.a', '2024', madeFrom, async (directory) => {
      await writeFile(join(directory, 'half'), 'x');
      throw new Error('failed');
    });
    await expect(failed).rejects.toThrow('failed');
    expect(await readdir(join(store.folder, '.private'))).toEqual([]);
    expect(await store.find('core.a', '2024', keyOf('core.a', '2024', madeFrom))).toBeUndefined();
  });

  test('opening it removes what dead runs left, and lets others alone', async () => {
    const store = await openStore();
    await store.add('core.a', '2024', madeFrom, async (directory) => {
      const [host = ''] = basename(directory).split('-');
      for (const owner of [`${host}-999999999-00000000`, 'ffffffff-1-00000000']) {
        await mkdir(join(store.folder, '.private', `${owner}-x`));
      }
      await store.open();
      const left = ['ffffffff-1-00000000-x', basename(directory)];
      expect((await readdir(join(store.folder, '.private'))).sort()).toEqual(left.sort());
      return writeOne('rows')(directory);
    });
  });

  test('is for its owner only, since it holds rows of persons', async () => {
    const store = await openStore();
    expect((await stat(store.folder)).mode & 0o777).toBe(0o700);
  });
});

describe("a step's key", () => {
  const key = (change: Partial<StepInputs>) => keyOf('core.a', '2024', { ...madeFrom, ...change });
  const files = (...hashes: string[]) => ({
    'core.x': hashes.map((sha256, at) => ({ name: `file ${at}`, sha256 })),
  });

  test('follows the bytes that a step reads, not their names or order', () => {
    expect(key({ inputs: files('a', 'b') })).toBe(key({ inputs: files('b', 'a') }));
    expect(key({ inputs: files('a', 'b') })).not.toBe(key({ inputs: files('a', 'c') }));
  });

  test('follows code and settings, and not the order in which they are written', () => {
    expect(key({ code: 'c1' })).not.toBe(key({}));
    expect(key({ config: { a: '1', b: '2' } })).toBe(key({ config: { b: '2', a: '1' } }));
  });
});

describe('why a step is made', () => {
  const why = (change: Partial<StepInputs>) => whyMade(madeFrom, { ...madeFrom, ...change });
  const ledger = (name: string, sha256: string) => ({
    ...madeFrom.inputs,
    'staging.ledger': [{ name, sha256 }],
  });

  test('names what changed', () => {
    expect(whyMade(undefined, madeFrom)).toBe('new');
    expect(why({})).toBe('nothing changed');
    expect(why({ code: 'c1' })).toBe('code changed');
    expect(why({ config: { 'coding/purpose.csv': 'p1' } })).toBe('coding/purpose.csv changed');
    expect(why({ inputs: ledger('ledger FY2024', 'l1') })).toBe('ledger FY2024 changed');
  });

  test('names what has come and what has gone', () => {
    const inputs = ledger('ledger FY2025', 'l1');
    expect(why({ inputs })).toBe('ledger FY2025 is new, ledger FY2024 is gone');
  });

  test('names three reasons and counts the rest', () => {
    const config = { a: '1', b: '2', c: '3', d: '4', 'coding/purpose.csv': 'p0' };
    expect(why({ config })).toBe('a changed, b changed, c changed and 1 more');
  });
});
