import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { refresh } from '../../pipelines/local/refresh.ts';
import { tryAgain } from '../../pipelines/refresh/try-again.ts';
import { listRuns, readRun, type RunEvent } from '../../pipelines/runtime/run-log.ts';
import { temporaryFolder } from '../support/folders.ts';
import { refreshRequest } from '../support/refresh-request.ts';

const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });

/** Work that fails so often; it notes whether each attempt was on one thread, and the pauses. */
function workOf(failures: number) {
  const threads: boolean[] = [];
  const pauses: number[] = [];
  const stop = new AbortController();
  const trying = {
    signal: stop.signal,
    wait: async (ms: number) => {
      pauses.push(ms);
    },
  };
  const work = async (oneThread: boolean): Promise<string> => {
    threads.push(oneThread);
    if (threads.length <= failures) throw full;
    return 'done';
  };
  return { work, trying, threads, pauses, stop };
}

describe('trying again', () => {
  test('gives what the first attempt that goes gives', async () => {
    const { work, trying, threads, pauses } = workOf(3);
    const told: unknown[] = [];
    expect(await tryAgain(work, { ...trying, onRetry: (error) => told.push(error) })).toBe('done');
    expect(threads).toEqual([false, false, false, true]);
    expect(pauses).toEqual([1000, 4000, 16_000]);
    expect(told).toEqual([full, full, full]);
  });

  test('goes on when what was in the way cannot be told', async () => {
    const { work, trying } = workOf(1);
    const onRetry = (): void => {
      throw full;
    };
    expect(await tryAgain(work, { ...trying, onRetry })).toBe('done');
  });

  test('ends with what was in the way when the run is stopped in a pause', async () => {
    const { work, trying, threads } = workOf(1);
    const wait = async (): Promise<never> => {
      throw new Error('it was stopped');
    };
    await expect(tryAgain(work, { ...trying, wait })).rejects.toBe(full);
    expect(threads).toHaveLength(1);
  });
});

/** A district of real persons, whose secret cannot be read so often. */
async function planWith(failures: number, log = { full: false }) {
  const folder = await temporaryFolder();
  const home = await temporaryFolder();
  const yaml = readFileSync(new URL('../support/small-district.yaml', import.meta.url), 'utf8');
  writeFileSync(join(folder, 'district.yaml'), yaml.replace('invented: true\n', ''));
  let asked = 0;
  const environment = {
    get RESOURCE_MAP_SECRET(): string {
      asked += 1;
      if (asked <= failures) throw full;
      return 'a secret of this test';
    },
  };
  const place = {
    home,
    environment,
    signal: new AbortController().signal,
    threads: 1,
    memoryLimit: undefined,
    follow: ({ event }: RunEvent) => {
      if (log.full && event === 'run_ended') throw new Error('ENOSPC of the log');
    },
    say: () => {},
  };
  const request = refreshRequest(folder);
  const end = await refresh(request, place, async () => {}).catch((error: unknown) => error);
  const runs = await listRuns(join(home, 'small'));
  const events = await readRun(join(home, 'small'), runs[0] ?? '');
  return { asked, end, runs, events: events.map(({ event, error }) => [event, error ?? '']) };
}

describe('the planning of a refresh in this process', () => {
  test('is tried again while the machine cannot, in the same run', async () => {
    const { asked, runs, events } = await planWith(1);
    expect([asked, runs.length]).toEqual([2, 1]);
    // There is not one file of the district.
    expect(events).toEqual([
      ['run_started', ''],
      ['run_ended', expect.stringMatching('The folder of extracts is not there')],
    ]);
  });

  test('tells what went wrong first when the log cannot be ended', async () => {
    const { end } = await planWith(0, { full: true });
    expect(end).toMatchObject({ message: expect.stringMatching('folder of extracts') as string });
  });
});
