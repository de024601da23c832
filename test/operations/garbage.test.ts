import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deleteGarbage, refuseWhileRunning } from '../../pipelines/operations/gc/collect.ts';
import { findGarbage } from '../../pipelines/operations/gc/garbage.ts';
import { reportOf } from '../../pipelines/operations/gc/report.ts';
import { Editions } from '../../pipelines/runtime/editions.ts';
import { PrivateFolders } from '../../pipelines/runtime/private-folders.ts';
import { aboutThisProcess } from '../../pipelines/runtime/run-log.ts';
import { Store, type StoredStep } from '../../pipelines/runtime/store.ts';
import { temporaryFolder } from '../support/folders.ts';
import { writeLog } from '../support/run-logs.ts';

const now = new Date('2026-09-10T12:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);
const find = (home: string, more: object = {}) =>
  findGarbage({ home, keep: 1, olderThan: 86_400, now, ...more });

/** A package step of one file, last used some days ago. */
async function makeStep(home: string, content: string, days: number): Promise<StoredStep> {
  const madeFrom = { code: content, config: {}, inputs: {} };
  const store = new Store(join(home, 'store'));
  await store.open();
  const stored = await store.add('package', 'all', madeFrom, async (directory) => {
    await writeFile(join(directory, 'about.parquet'), content);
    return { relations: {} };
  });
  await store.markUse(stored, daysAgo(days));
  return stored;
}

async function makeEdition(home: string, { record }: StoredStep, days: number): Promise<string> {
  const files = { 'package/about.parquet': record.files['about.parquet'] };
  const editions = new Editions(home);
  const edition = await editions.add(
    JSON.stringify({ format: 1, files, built: {} }),
    async () => {},
  );
  const made = daysAgo(days);
  await utimes(join(editions.folder(edition), 'manifest.json'), made, made);
  return edition;
}

const keysOf = (steps: readonly { readonly step: { readonly key: string } }[]) =>
  steps.map(({ step }) => step.key).sort();

describe('tidying up', () => {
  test('keeps what the last editions and all approved ones name', async () => {
    const home = await temporaryFolder();
    const [a, b, c, d] = await Promise.all(['a', 'b', 'c', 'd'].map((x) => makeStep(home, x, 9)));
    if (!a || !b || !c || !d) throw new Error('No step was made.');
    const approved = await makeEdition(home, a, 8);
    await new Editions(home).pointer.publish(approved, null, {
      approved_at: daysAgo(7).toISOString(),
      by: 'Jane Doe',
      note: null,
    });
    await makeEdition(home, b, 7);
    await makeEdition(home, c, 6);

    const one = await find(home);
    expect(keysOf(one.kept)).toEqual([a.record.key, c.record.key].sort());
    expect(keysOf(one.steps)).toEqual([b.record.key, d.record.key].sort());
    expect(keysOf((await find(home, { keep: 2 })).steps)).toEqual([d.record.key]);
  });

  test('leaves what was used lately, and what is used while it works', async () => {
    const home = await temporaryFolder();
    const [lately, old, inUse] = [
      await makeStep(home, 'lately', 0.5),
      await makeStep(home, 'old', 3),
      await makeStep(home, 'in use', 3),
    ];
    const garbage = await find(home);
    expect(keysOf(garbage.recent)).toEqual([lately.record.key]);
    expect(garbage.steps).toHaveLength(2);
    const store = new Store(join(home, 'store'));
    await store.markUse(inUse, now);
    const deleted = await deleteGarbage(home, garbage);
    expect(keysOf(deleted)).toEqual([old.record.key]);
    expect(await store.find('package', 'all', old.record.key)).toBeUndefined();
    expect(await store.find('package', 'all', inUse.record.key)).toBeDefined();
    expect(await readdir(join(home, 'store', '.private'))).toEqual([]);
  });

  test('changes nothing unless it is told to, and says what it would free', async () => {
    const home = await temporaryFolder();
    const { record, folder } = await makeStep(home, 'old', 3);
    const garbage = await find(home);
    const report = reportOf(garbage, garbage.steps, false);
    expect(report).toMatchObject({
      format: 1,
      deleted: false,
      frees: {
        steps: 1,
        oldest_use: daysAgo(3).toISOString(),
        newest_use: daysAgo(3).toISOString(),
      },
      stays: { steps: 0, bytes: 0 },
    });
    expect(report.frees.by_kind['package']?.steps).toBe(1);
    expect(await readdir(folder)).toContain('step.json');
    expect(record.files['about.parquet']?.bytes).toBe(3);
  });

  test('removes what runs of this host left half done, of others after a week, and old plans', async () => {
    const home = await temporaryFolder();
    const folder = join(home, 'store', '.private');
    const orders = join(home, 'store', 'orders');
    await mkdir(orders, { recursive: true });
    const dated = async (path: string, days: number, isFile = false) => {
      await (isFile ? writeFile(path, '{}') : mkdir(path, { recursive: true }));
      await utimes(path, daysAgo(days), daysAgo(days));
    };
    await dated(join(folder, 'ffffffff-1-00000000-there-new'), 6);
    await dated(join(folder, 'ffffffff-1-00000000-there-old'), 8);
    await dated(join(orders, 'new.json'), 29, true);
    await dated(join(orders, 'old.json'), 31, true);

    await new PrivateFolders(folder).with(async (own) => {
      const dead = own.replace(/-\d+-[0-9a-f]{8}-.*/, '-1-00000000-dead');
      await dated(dead, 0);
      const garbage = await find(home);
      const names = garbage.privateFolders.map(({ name }) => name);
      expect(names).toHaveLength(2);
      expect(names).toContain('ffffffff-1-00000000-there-old');
      await deleteGarbage(home, garbage);
      expect((await readdir(folder)).sort()).toEqual(
        ['ffffffff-1-00000000-there-new', own.split('/').at(-1) ?? ''].sort(),
      );
    });
    expect(await readdir(orders)).toEqual(['new.json']);
  });

  test('is refused while a refresh goes on', async () => {
    const home = await temporaryFolder();
    const about = aboutThisProcess('manual', null, null);
    writeLog(home, '2026-09-10T11', [{ second: 0, event: 'run_started', about }]);
    await expect(refuseWhileRunning(home, now)).rejects.toThrow('A refresh is going on');
    writeLog(home, '2026-09-10T11', [
      { second: 0, event: 'run_started', about },
      { second: 9, event: 'run_ended', state: 'made' },
    ]);
    await expect(refuseWhileRunning(home, now)).resolves.toBeUndefined();
  });
});
