import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { statusJson } from '../../pipelines/operations/status-json.ts';
import { describeStatus } from '../../pipelines/operations/status.ts';
import { Editions } from '../../pipelines/runtime/editions.ts';
import { loadDistrict } from '../../transforms/config/load-district.ts';
import { temporaryFolder } from '../support/folders.ts';
import { alsoMadeWords } from '../../pipelines/operations/words.ts';
import { goodRun, type Line, writeLog } from '../support/run-logs.ts';

const yaml = new URL('../support/small-district.yaml', import.meta.url);
const district = loadDistrict(readFileSync(yaml, 'utf8'), 'district.yaml');
const now = new Date('2026-09-02T12:00:00Z');
const statusOf = (home: string, runs = 5) => describeStatus({ home, district, runs, now });

async function makeEdition(home: string, label: string): Promise<string> {
  const manifest = JSON.stringify({ format: 1, label, files: {}, built: {} });
  return await new Editions(home).add(manifest, async () => {});
}

describe('status', () => {
  test('of a home where nothing ever ran', async () => {
    const status = await statusOf(await temporaryFolder());
    expect(status).toMatchObject({ readersSee: null, waiting: null, runs: [] });
    expect(statusJson(status)).toMatchObject({ format: 1, last_run: null, readers_see: null });
  });

  test('tells what readers see, and what was made since and waits', async () => {
    const home = await temporaryFolder();
    const [seen, made] = [await makeEdition(home, 'final'), await makeEdition(home, 'audited')];
    const approval = { approved_at: '2026-08-01T00:00:00.000Z', by: 'Jane Doe', note: 'Checked' };
    await new Editions(home).pointer.publish(seen, null, approval);
    writeLog(home, '2026-08-01T04', goodRun(seen));
    expect((await statusOf(home)).waiting).toBeNull();

    writeLog(home, '2026-09-01T04', goodRun(made));
    const skipped = { second: 0, event: 'run_skipped', why: 'One goes on.', about: {} } as const;
    writeLog(home, '2026-09-01T05', [skipped]);
    const status = await statusOf(home);
    expect(status.readersSee).toEqual({
      edition: seen,
      label: 'final',
      ...approval,
      acceptances: [],
      site_built: false,
      late_files: [],
    });
    const made_at = '2026-09-01T04:01:00.000Z';
    expect(status.waiting).toEqual({ edition: made, label: 'audited', made_at });
    expect(status.runs.map(({ state }) => state)).toEqual(['skipped', 'made', 'made']);
    expect(status.lastRun?.edition).toBe(made);
  });

  test('opens no more logs than it tells of', async () => {
    const home = await temporaryFolder();
    writeLog(home, '2026-08-01T04', goodRun('a'));
    writeLog(home, '2026-09-01T04', goodRun('b'));
    expect((await statusOf(home, 1)).runs.map(({ edition }) => edition)).toEqual(['b']);
  });

  test('finds what waits and the last run behind any number of newer ones', async () => {
    const home = await temporaryFolder();
    const made = await makeEdition(home, 'final');
    const failed = { second: 60, event: 'run_ended', state: 'failed', error: 'Full.' } as const;
    const skipped = { second: 0, event: 'run_skipped', why: 'One goes on.', about: {} } as const;
    writeLog(home, '2026-08-01T04', goodRun(made));
    writeLog(home, '2026-08-02T04', [{ second: 0, event: 'run_started', about: {} }, failed]);
    for (const day of ['03', '04', '05']) writeLog(home, `2026-08-${day}T04`, [skipped]);
    const status = await statusOf(home, 1);
    expect(status.runs.map(({ state }) => state)).toEqual(['skipped']);
    expect(status.lastRun).toMatchObject({ state: 'failed', error: 'Full.' });
    expect(status.waiting).toMatchObject({ edition: made, label: 'final' });
  });

  test('tells of the last edition of each backfilled year that nobody has approved', async () => {
    const home = await temporaryFolder();
    const [old, newer] = [await makeEdition(home, 'first try'), await makeEdition(home, 'second')];
    const [approved, map] = [await makeEdition(home, 'audited'), await makeEdition(home, 'map')];
    await new Editions(home).pointer.publish(approved, null, {
      approved_at: '2026-08-01T00:00:00.000Z',
      by: 'Jane Doe',
      note: null,
    });
    const backfill = (edition: string, year: number): Line[] => [
      { second: 0, event: 'run_started', about: { trigger: 'backfill', years: [year] } },
      { second: 60, event: 'run_ended', state: 'made', key: edition },
    ];
    writeLog(home, '2026-07-01T04', backfill(old, 2021));
    writeLog(home, '2026-07-02T04', backfill(newer, 2021));
    writeLog(home, '2026-07-03T04', backfill(approved, 2022));
    writeLog(home, '2026-08-02T04', goodRun(map));
    const { waiting, also } = await statusOf(home);
    expect(waiting?.edition).toBe(map);
    expect(also).toEqual([
      { edition: newer, label: 'second', made_at: '2026-07-02T04:01:00.000Z', years: [2021] },
    ]);
    expect(alsoMadeWords(also)).toBe(
      `Also made and not approved: edition ${newer} (fiscal year 2021).`,
    );
  });

  test('asking changes nothing, even where a claim is unfinished', async () => {
    const home = await temporaryFolder();
    const edition = await makeEdition(home, 'final');
    const claim = { format: 1, edition, sequence: 1, previous: null, by: 'Jane Doe', note: null };
    await mkdir(join(home, 'approvals'));
    await writeFile(join(home, 'approvals', '1.json'), JSON.stringify(claim));
    expect((await statusOf(home)).readersSee).toBeNull();
  });
});
