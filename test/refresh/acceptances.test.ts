import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readAcceptances, whoAccepted } from '../../pipelines/refresh/acceptances.ts';
import { marksOfRun, takeAcceptances } from '../../pipelines/refresh/acceptances-asked.ts';
import { approveEdition } from '../../pipelines/operations/approve.ts';
import { Editions } from '../../pipelines/runtime/editions.ts';
import { aboutThisProcess, type EventDetails, RunLog } from '../../pipelines/runtime/run-log.ts';
import { Store } from '../../pipelines/runtime/store.ts';
import { readCatalog } from '../../sql/catalog.ts';
import { temporaryFolder } from '../support/folders.ts';

const models = new Map(readCatalog().map((model) => [model.relation, model]));
const limit = 'not_yet_assigned_limit';
const word = { check: limit, by: 'Pat Ortiz', reason: 'The rule comes in July' };
const now = new Date('2026-11-02T09:00:00Z');

/** A home, and what its runs said of their checks; `run` 3 is the one that asks. */
async function homeWith(...runs: readonly (readonly EventDetails[])[]) {
  const home = await temporaryFolder();
  runs.forEach((events, i) => {
    const log = new RunLog(home, `2026110${i + 1}T000000Z-0000000${i + 1}`);
    log.write('run_started');
    for (const event of events) log.write('step', event);
  });
  const place = { home, runId: `2026110${runs.length + 1}T000000Z-00000000`, now };
  const take = (...asked: (typeof word)[]) => takeAcceptances(asked, models, place);
  return { home, place, take };
}

/** Puts what a check found into the store of a home; returns the end of its step. */
async function found(home: string, name: string, rows: string, partition = 'all') {
  const relation = `checks.${name}`;
  const store = new Store(join(home, 'store'));
  await store.open();
  const madeFrom = { code: rows, config: {}, inputs: {} };
  const { record } = await store.add(relation, partition, madeFrom, async (directory) => {
    await writeFile(join(directory, 'rows.parquet'), rows);
    const relations = { [relation]: { file: 'rows.parquet', rows: 1, key: ['what'] } };
    return { relations, offenders: 1, messages: [rows] };
  });
  const event = { asset: relation, partition, key: record.key, state: 'blocked' } as const;
  return { event, hash: record.files['rows.parquet']?.sha256 };
}

/** A home whose only run was blocked by a check that had found `rows`. */
async function blockedHome(name = limit, rows = 'some rows') {
  const { home, place, take } = await homeWith([]);
  const { event, hash } = await found(home, name, rows);
  new RunLog(home, '20261101T000000Z-00000001').write('step', event);
  return { home, place, take, hash, event };
}

describe('an acceptance', () => {
  test('is of what the check found when it last blocked, and is kept with name and time', async () => {
    const { home, take, hash } = await blockedHome();
    const taken = await take({
      ...word,
      check: `checks.${limit}`,
      reason: ' The rule\ncomes in July ',
    });
    const acceptance = { check: limit, partition: 'all', findings: hash, reason: word.reason };
    expect(taken).toEqual([acceptance]);
    const kept = { format: 1, ...acceptance, by: 'Pat Ortiz', at: now.toISOString() };
    expect(await readAcceptances(home)).toEqual([kept]);
    expect(await readdir(join(home, 'acceptances'))).toEqual([
      expect.stringMatching(/^[0-9a-f]{16}\.json$/),
    ]);
  });

  test('of what a mark stands for: what the person was shown, and nothing that was found since', async () => {
    const { home, take, hash = '' } = await blockedHome();
    const marks = await marksOfRun(home, '20261101T000000Z-00000001');
    expect([...marks]).toEqual([[limit, hash.slice(0, 8)]]);
    const shown = { ...word, check: `${limit}@${hash.slice(0, 8)}` };
    expect((await take(shown))[0]?.findings).toBe(hash);
    const nightly = await found(home, limit, 'other rows');
    new RunLog(home, '20261101T100000Z-00000000').write('step', nightly.event);
    await expect(take({ ...shown, reason: 'Known' })).rejects.toMatchObject({
      code: 'check_found_others',
      exit: 2,
    });
    expect(await readAcceptances(home)).toMatchObject([{ reason: word.reason }]);
    const both = new Set((await take(word)).map(({ findings }) => findings));
    expect(both).toEqual(new Set([hash, nightly.hash]));
  });

  test('of several years has one mark for all of them, and one for those of one run', async () => {
    const { home, take } = await homeWith([], []);
    const name = 'ledger_lines_once';
    const put = async (run: string, year: string) => {
      const { event } = await found(home, name, `rows of ${year}`, year);
      new RunLog(home, run).write('step', event);
    };
    const [first, second] = ['20261101T000000Z-00000001', '20261102T000000Z-00000002'];
    await put(first, '2022');
    await put(second, '2023');
    await put(second, '2024');
    const mark = (await marksOfRun(home, second)).get(name) ?? '';
    expect(mark).toMatch(/^[0-9a-f]{8}$/);
    const taken = await take({ ...word, check: `${name}@${mark}` });
    expect(taken.map(({ partition }) => partition).sort()).toEqual(['2023', '2024']);
    await expect(take({ ...word, check: `${name}@` })).rejects.toMatchObject({ exit: 2 });
  });

  test('stands although a later backfill of another year found nothing', async () => {
    const { home, take, hash, event } = await blockedHome();
    const log = new RunLog(home, '20261101T100000Z-00000000');
    const about = { ...aboutThisProcess('backfill', null, [2023]), process: null };
    log.write('run_started', { about });
    log.write('step', { ...event, key: 'of 2023', state: 'made' });
    const year = await found(home, 'ledger_lines_once', 'rows', '2024');
    new RunLog(home, '20261101T000000Z-00000001').write('step', year.event);
    log.write('step', { ...year.event, partition: '2023', key: 'clean', state: 'made' });
    expect((await take(word))[0]?.findings).toBe(hash);
    const taken = await take({ ...word, check: 'ledger_lines_once' });
    expect(taken.map(({ partition }) => partition)).toContain('2024');
  });

  test('stands for later refreshes, which need not ask again', async () => {
    const { take } = await blockedHome();
    const taken = await take(word);
    expect(await take()).toEqual(taken);
  });

  test('of each fiscal year that blocked, and of none that did not', async () => {
    const { home, take } = await homeWith([], []);
    const name = 'ledger_lines_once';
    const log = new RunLog(home, '20261102T000000Z-00000002');
    for (const year of ['2023', '2024']) {
      log.write('step', (await found(home, name, `rows of ${year}`, year)).event);
    }
    const fine = await found(home, name, 'none', '2025');
    log.write('step', { ...fine.event, state: 'made' });
    const taken = await take({ ...word, check: name });
    expect(taken.map(({ partition }) => partition).sort()).toEqual(['2023', '2024']);
  });

  test('passes over runs that never came to the check, and the run that asks', async () => {
    const { home, place, take, hash } = await blockedHome();
    new RunLog(home, '20261101T100000Z-00000000').write('run_ended', { state: 'failed' });
    const waiting = { asset: `checks.${limit}`, partition: 'all', state: 'blocked' } as const;
    new RunLog(home, '20261101T200000Z-00000000').write('step', waiting);
    new RunLog(home, place.runId).write('step', { ...waiting, state: 'made', key: 'own' });
    expect((await take(word))[0]?.findings).toBe(hash);
  });

  test('given again by the same person for the same reason keeps its time; another reason replaces it', async () => {
    const { home, place, take } = await blockedHome();
    await take(word);
    const later = { ...place, now: new Date('2026-11-03T09:00:00Z') };
    await takeAcceptances([word], models, later);
    expect((await readAcceptances(home))[0]?.at).toBe(now.toISOString());
    await takeAcceptances([{ ...word, reason: 'Known' }], models, later);
    expect(await readAcceptances(home)).toMatchObject([
      { reason: 'Known', at: '2026-11-03T09:00:00.000Z' },
    ]);
  });

  test('names who gave it only for what an edition rests on', async () => {
    const { home, take } = await blockedHome();
    const taken = await take(word);
    const at = now.toISOString();
    expect(await whoAccepted(home, taken)).toEqual([
      { check: limit, partition: 'all', by: 'Pat Ortiz', at },
    ]);
    expect(await whoAccepted(home, [])).toEqual([]);
    expect(
      await whoAccepted(
        home,
        taken.map((found) => ({ ...found, findings: 'others' })),
      ),
    ).toEqual([]);
  });
});

test('an edition that waited for approval names in its approval who accepted what it rests on', async () => {
  const { home, take } = await blockedHome();
  const acceptances = await take(word);
  const editions = new Editions(home);
  await editions.open();
  const manifest = JSON.stringify({ format: 1, acceptances });
  const edition = await editions.add(manifest, async () => {});
  await approveEdition({ home, edition, by: 'Sam Reed, CFO', note: null, now });
  const at = now.toISOString();
  expect(await editions.pointer.read()).toMatchObject({
    edition,
    by: 'Sam Reed, CFO',
    accepted: [{ check: limit, partition: 'all', by: 'Pat Ortiz', at }],
  });
});

describe('no acceptance', () => {
  const refusals: readonly (readonly [string, typeof word, string])[] = [
    ['without a name', { ...word, by: ' ' }, 'acceptance_incomplete'],
    ['without a reason', { ...word, reason: '' }, 'acceptance_incomplete'],
    ['without a check', { ...word, check: '' }, 'acceptance_incomplete'],
    ['in the name of nobody', { ...word, by: 'automatic' }, 'acceptance_incomplete'],
    ['with a reason that is a letter', { ...word, reason: 'x'.repeat(501) }, 'reason_too_long'],
    ['of what is no check', { ...word, check: 'marts.schools' }, 'check_unknown'],
    ['of a check that only warns', { ...word, check: 'payroll_funds_known' }, 'check_warns'],
    ['of a promise', { ...word, check: 'suppression_holds' }, 'check_not_acceptable'],
    [
      'of a check that did not block',
      { ...word, check: 'quarantined_rows_limit' },
      'check_not_blocking',
    ],
  ];
  test.each(refusals)('%s: the person is told what blocked', async (_, asked, code) => {
    const { home, take } = await blockedHome();
    await expect(take(asked)).rejects.toMatchObject({
      code,
      exit: 2,
      what: expect.stringContaining(`The last refresh was blocked by ${limit}.`) as string,
    });
    expect(await readAcceptances(home)).toEqual([]);
  });

  test('of what blocked once and no longer did', async () => {
    const { home, take, event } = await blockedHome();
    new RunLog(home, '20261101T100000Z-00000000').write('step', { ...event, state: 'reused' });
    await expect(take(word)).rejects.toMatchObject({
      code: 'check_not_blocking',
      what: expect.stringContaining('The last refresh was blocked by no check.') as string,
    });
  });

  test('where there was no refresh yet', async () => {
    const { take } = await homeWith();
    await expect(take(word)).rejects.toThrow('No refresh here has come to its checks yet.');
  });

  test('of what is no longer in the store', async () => {
    const { home, take } = await blockedHome();
    await rm(join(home, 'store'), { recursive: true });
    await expect(take(word)).rejects.toMatchObject({ code: 'findings_gone', exit: 2 });
  });

  test('is kept when one of two cannot be given', async () => {
    const { home, take } = await blockedHome();
    await expect(take(word, { ...word, check: 'suppression_holds' })).rejects.toThrow();
    expect(await readAcceptances(home)).toEqual([]);
  });

  test('of a newer version is read', async () => {
    const { home } = await homeWith();
    await mkdir(join(home, 'acceptances'));
    await writeFile(join(home, 'acceptances', '0.json'), '{"format":2}');
    await expect(readAcceptances(home)).rejects.toMatchObject({
      code: 'acceptance_format_unknown',
    });
  });
});
