import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { statusJson } from '../../pipelines/operations/status-json.ts';
import { describeStatus, lastRun } from '../../pipelines/operations/status.ts';
import { Editions } from '../../pipelines/runtime/editions.ts';
import { loadDistrict } from '../../transforms/config/load-district.ts';
import { temporaryFolder } from '../support/folders.ts';
import { goodRun, writeLog } from '../support/run-logs.ts';

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
    });
    const made_at = '2026-09-01T04:01:00.000Z';
    expect(status.waiting).toEqual({ edition: made, label: 'audited', made_at });
    expect(status.runs.map(({ state }) => state)).toEqual(['skipped', 'made', 'made']);
    expect(lastRun(status)?.edition).toBe(made);
  });

  test('opens no more logs than it tells of', async () => {
    const home = await temporaryFolder();
    writeLog(home, '2026-08-01T04', goodRun('a'));
    writeLog(home, '2026-09-01T04', goodRun('b'));
    expect((await statusOf(home, 1)).runs.map(({ edition }) => edition)).toEqual(['b']);
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
