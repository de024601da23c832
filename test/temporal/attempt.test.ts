import { type ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Failure } from '../../pipelines/refresh/failure.ts';
import { Engine } from '../../pipelines/runtime/duckdb.ts';
import { type Attempt, attempt } from '../../pipelines/temporal/activities/attempt.ts';
import type { OpenRuns } from '../../pipelines/temporal/activities/open-runs.ts';
import { Problem } from '../../transforms/problem.ts';

const runs = { place: { environment: { FROM: 'the worker' } } } as unknown as OpenRuns;

const silent = (): void => {};
const quiet = {
  log: silent,
  trace: silent,
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
};

interface Played {
  readonly result?: unknown;
  /** How the activity failed. */
  readonly error?: unknown;
  /** The details of its heartbeats. */
  readonly beats: readonly unknown[];
}

type Work = (attempt: Attempt, environment: MockActivityEnvironment) => Promise<unknown>;

/** Plays one attempt after others that have left `trail`. */
async function play(
  work: Work,
  trail?: { failed?: number; stopped?: number; oneThread?: boolean },
  failed?: Parameters<typeof attempt>[3],
  silent = 0,
): Promise<Played> {
  const info = { heartbeatDetails: trail, attempt: 1 + (trail?.failed ?? 0) + silent };
  const environment = new MockActivityEnvironment(info, { logger: quiet });
  const beats: unknown[] = [];
  environment.on('heartbeat', (details) => beats.push(details));
  const activity = () => attempt(runs, 'core.sites', (given) => work(given, environment), failed);
  try {
    return { result: await environment.run(activity), beats };
  } catch (error) {
    return { error, beats };
  }
}

/** Plays attempts of what always fails so, until it is not to be tried again. */
async function playAll(error: unknown): Promise<readonly Played[]> {
  const all: Played[] = [];
  while (all.length < 10) {
    const trail = all.at(-1)?.beats.at(-1) as Parameters<typeof play>[1];
    const played = await play(async () => Promise.reject(error as Error), trail);
    all.push(played);
    if ((played.error as ApplicationFailure).nonRetryable) break;
  }
  return all;
}

const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
const wrong = new Problem({
  code: 'column_missing',
  what: 'The column amount is missing.',
  fix: 'Send it.',
  where: { file: 'ledger_2024.csv' },
});

describe('an attempt of an activity', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('tells the server once a second that it lives, and no more when it has ended', async () => {
    vi.useFakeTimers();
    const { beats, result } = await play(async ({ environment }) => {
      await vi.advanceTimersByTimeAsync(3500);
      return environment['FROM'];
    });
    expect(result).toBe('the worker');
    expect(beats).toEqual(Array(3).fill({ failed: 0, stopped: 0, oneThread: false }));
    await vi.advanceTimersByTimeAsync(5000);
    expect(beats).toHaveLength(3);
  });

  test('is interrupted when the run is cancelled', async () => {
    const { error } = await play(async ({ signal }, environment) => {
      setTimeout(() => environment.cancel('CANCELLED'), 5);
      await pause(60_000, undefined, { signal });
    });
    expect(error).toBeInstanceOf(CancelledFailure);
  });

  test('does not begin what was cancelled before', async () => {
    const environment = new MockActivityEnvironment({}, { logger: quiet });
    environment.cancel('CANCELLED');
    let begun = false;
    const activity = () => attempt(runs, 'core.sites', async () => (begun = true));
    await expect(environment.run(activity)).rejects.toBeInstanceOf(CancelledFailure);
    expect(begun).toBe(false);
  });

  test('is left to another worker when its own is stopped, and that counts as no failure', async () => {
    const { error, beats } = await play(async ({ signal }, environment) => {
      setTimeout(() => environment.cancel('WORKER_SHUTDOWN'), 5);
      await pause(60_000, undefined, { signal });
    });
    expect(error).toMatchObject({ type: 'WorkerStopped', nonRetryable: false });
    expect(beats).toEqual([{ failed: 0, stopped: 1, oneThread: false }]);
  });

  test('is not the last while the machine cannot; the fourth is, on one thread', async () => {
    const all = await playAll(full);
    expect(all.map(({ error }) => (error as ApplicationFailure).nonRetryable)).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(all.map(({ beats }) => beats.at(-1))).toEqual([
      { failed: 1, stopped: 0, oneThread: false },
      { failed: 2, stopped: 0, oneThread: false },
      { failed: 3, stopped: 0, oneThread: true },
      { failed: 4, stopped: 0, oneThread: false },
    ]);
    const { result } = await play(async ({ oneThread }) => oneThread, {
      failed: 3,
      oneThread: true,
    });
    expect(result).toBe(true);
  });

  test('is the last at once when a file is wrong, and the second when nobody knows', async () => {
    expect(await playAll(wrong)).toHaveLength(1);
    expect(await playAll(new TypeError('undefined is not a function'))).toHaveLength(2);
    expect(await playAll('gone')).toHaveLength(2);
  });

  test('counts on after a worker that died while it told that it lives', async () => {
    vi.useFakeTimers();
    const { beats } = await play(
      async () => {
        await vi.advanceTimersByTimeAsync(1500);
        throw full;
      },
      { failed: 2, stopped: 0, oneThread: false },
    );
    expect(beats).toEqual([
      { failed: 2, stopped: 0, oneThread: false },
      { failed: 3, stopped: 0, oneThread: true },
    ]);
  });

  test('makes do with one thread after workers fell silent, and ends after eight of them', async () => {
    const threads = async ({ oneThread }: Attempt) => oneThread;
    expect((await play(threads, undefined, undefined, 1)).result).toBe(false);
    expect((await play(threads, undefined, undefined, 2)).result).toBe(true);
    expect((await play(threads, { failed: 1 }, undefined, 7)).result).toBe(true);
    const { error } = await play(threads, { failed: 1 }, undefined, 8);
    expect(error).toMatchObject({ type: 'worker_lost', nonRetryable: true });
  });

  test('says what went wrong though the log cannot be written', async () => {
    const { error } = await play(
      async () => Promise.reject(wrong),
      undefined,
      () => {
        throw full;
      },
    );
    expect(error).toMatchObject({ type: 'column_missing', nonRetryable: true });
  });

  test('fails with the sentence of the embedded run, as data', async () => {
    const { error } = await play(async () => Promise.reject(wrong));
    const failure = error as ApplicationFailure;
    expect(failure.type).toBe('column_missing');
    expect(failure.message).toBe(wrong.message);
    const [details] = failure.details as [Failure];
    expect(details).toMatchObject({
      step: 'core.sites',
      facts: { code: 'column_missing', fix: 'Send it.', where: { file: 'ledger_2024.csv' } },
    });
  });

  test('tells whoever keeps the log whether it is tried again', async () => {
    const told: boolean[] = [];
    const note = (failure: Failure, again: boolean): Failure => {
      told.push(again);
      return { ...failure, name: 'core.sites FY2024' };
    };
    const { error } = await play(async () => Promise.reject(full), undefined, note);
    await play(async () => Promise.reject(wrong), undefined, note);
    expect(told).toEqual([true, false]);
    const [details] = (error as ApplicationFailure).details as [Failure];
    expect(details.name).toBe('core.sites FY2024');
  });

  test.each([
    "select 'QX71-STAFF-08839'::integer",
    "select strptime('QX71-STAFF-08839', '%Y')",
    "select error('QX71-STAFF-08839')",
  ])('lets no cell of a person out when the engine quotes it: %s', async (sql) => {
    const engine = await Engine.open({ threads: 1 });
    try {
      const { error, beats } = await play(async () => engine.rows(sql));
      const failure = error as ApplicationFailure;
      // All of a failure that travels; the error behind it, which quotes the cell, does not.
      const { message, type, details, stack, cause } = failure;
      const said = JSON.stringify({ message, type, details, stack, cause, beats });
      expect(said).toMatch(/Error/);
      expect(said).not.toContain('QX71');
    } finally {
      engine.close();
    }
  });
});
