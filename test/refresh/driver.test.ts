import { describe, expect, test } from 'vitest';
import { EmbeddedDriver } from '../../pipelines/local/driver.ts';
import type { Run } from '../../pipelines/refresh/run.ts';
import type { StepMaker, StepOutcome } from '../../pipelines/refresh/step-maker.ts';
import { Problem } from '../../transforms/problem.ts';
import { exampleContext } from '../support/make-requests.ts';
import { planOf } from '../support/plans.ts';

const [step] = planOf({ 'core.sites': [] }).steps;
if (!step) throw new Error('A plan of one asset has one step');

const outcome = {
  end: 'made',
  stored: { record: { key: 'k0' } },
  why: 'it was never made',
  rows: 3,
} as unknown as StepOutcome;

/** A driver whose step ends as the next of `ends` says; it notes the threads of each attempt, the waits and the log. */
function driverOf(...ends: readonly (Error | 'made')[]) {
  const stop = new AbortController();
  const context = exampleContext({ engine: { threads: 2 }, signal: stop.signal });
  const run = { context } as Run;
  const threads: (number | undefined)[] = [];
  const waits: number[] = [];
  const said: string[] = [];
  const maker = {
    run,
    nameOf: (id: string) => `the step ${id}`,
    make: async (_step: unknown, _stored: unknown, now: Run) => {
      threads.push(now.context.engine.threads);
      const end = ends[threads.length - 1];
      if (end instanceof Error) throw end;
      return outcome;
    },
  } as unknown as StepMaker;
  const driver = new EmbeddedDriver(
    maker,
    (_step, { state, why }) => said.push(`${state}: ${why}`),
    async () => ({ end: 'made', details: {} }),
    () => 0,
    async (ms, { aborted }) => {
      waits.push(ms);
      if (aborted) throw new Error('it was stopped');
    },
  );
  return { driver, stop, threads, waits, said };
}

const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
const wrong = new Problem({ code: 'x', what: 'The column amount is missing.', fix: 'Send it.' });
const strange = new TypeError('undefined is not a function');

describe('a step of the embedded runner', () => {
  test('is tried four times while the machine cannot, the last on one thread', async () => {
    const { driver, threads, waits } = driverOf(full, full, full, full, 'made');
    expect(await driver.make(step)).toBe('failed');
    expect(threads).toEqual([2, 2, 2, 1]);
    expect(waits).toEqual([1000, 4000, 16_000]);
    expect(driver.failures).toHaveLength(1);
  });

  test('is made when the machine can again, and the log says what was in the way', async () => {
    const { driver, threads, said } = driverOf(full, 'made');
    expect(await driver.make(step)).toBe('made');
    expect(threads).toEqual([2, 2]);
    expect(driver.failures).toEqual([]);
    expect(driver.stored(step.id)).toBe(outcome.stored);
    expect(said).toEqual([
      expect.stringMatching(/^running: to be tried again after: ENOSPC/) as string,
    ]);
  });

  test('is tried once when the files are wrong', async () => {
    const { driver, threads } = driverOf(wrong, 'made');
    expect(await driver.make(step)).toBe('failed');
    expect(threads).toHaveLength(1);
    expect(driver.failures).toMatchObject([
      { step: 'core.sites@all', name: 'the step core.sites@all', facts: { code: 'x' } },
    ]);
  });

  test('is tried twice when nobody knows what it is', async () => {
    const { driver, threads } = driverOf(strange, strange, 'made');
    expect(await driver.make(step)).toBe('failed');
    expect(threads).toEqual([2, 2]);
  });

  test('stops waiting for its next attempt when the run is stopped', async () => {
    const { driver, stop, threads } = driverOf(full, 'made');
    const end = driver.make(step);
    // While it waits, since an attempt takes a turn of the event loop.
    stop.abort();
    expect(await end).toBe('cancelled');
    expect(threads).toHaveLength(1);
    expect(driver.failures).toEqual([]);
  });

  test('really waits, and really stops waiting', async () => {
    const stop = new AbortController();
    const maker = {
      run: { context: exampleContext({ signal: stop.signal }) },
      nameOf: (id: string) => id,
      make: async () => {
        setTimeout(() => stop.abort(), 20);
        throw full;
      },
    } as unknown as StepMaker;
    const publish = async () => ({ end: 'made', details: {} }) as const;
    const driver = new EmbeddedDriver(
      maker,
      () => {},
      publish,
      () => performance.now(),
    );
    const started = performance.now();
    expect(await driver.make(step)).toBe('cancelled');
    // The first pause is a second.
    expect(performance.now() - started).toBeLessThan(900);
  });
});
