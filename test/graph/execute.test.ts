import { describe, expect, test } from 'vitest';
import {
  type Driver,
  executePlan,
  runEndOf,
  type StepState,
} from '../../pipelines/graph/execute.ts';
import type { PlannedStep } from '../../pipelines/graph/plan.ts';
import { planOf } from '../support/plans.ts';

/** Makes nothing; `ends` says how a step ends, `made` by default, one turn of the event loop later. */
function driver(ends: Readonly<Record<string, 'failed' | 'reused' | 'blocked'>> = {}) {
  const events: string[] = [];
  let most = 0;
  let now = 0;
  const made: Driver<PlannedStep> = {
    make: async (step) => {
      most = Math.max(most, (now += 1));
      await new Promise((done) => setImmediate(done));
      now -= 1;
      return ends[step.asset] ?? 'made';
    },
    changed: (step, state, cause) =>
      events.push(`${step.asset} ${state}${cause === undefined ? '' : ` by ${cause}`}`),
    cancelled: () => false,
  };
  return { driver: made, events, most: () => most };
}

const states = (map: ReadonlyMap<string, StepState>): Record<string, StepState> =>
  Object.fromEntries([...map].map(([id, state]) => [id.split('@')[0] ?? id, state]));

describe('executing a plan', () => {
  test('a step starts only when all that it needs has ended', async () => {
    const { driver: run, events } = driver();
    await executePlan(
      planOf({ a: [], b: ['a'], c: ['a', 'b'] }).steps,
      { compute: 4, site: 1 },
      run,
    );
    expect(events.filter((event) => !event.endsWith('planned'))).toEqual([
      'a running',
      'a made',
      'b running',
      'b made',
      'c running',
      'c made',
    ]);
  });

  test('a failed step blocks what depends on it, and the other branch finishes', async () => {
    const { driver: run, events } = driver({ b: 'failed' });
    const plan = planOf({ a: [], b: ['a'], c: ['b'], d: ['c'], e: ['a'] });
    const ended = await executePlan(plan.steps, { compute: 1, site: 1 }, run);
    expect(states(ended)).toEqual({
      a: 'made',
      b: 'failed',
      c: 'blocked',
      d: 'blocked',
      e: 'made',
    });
    expect(events).toContain('c blocked by b@all');
    expect(events).toContain('d blocked by c@all');
  });

  test('a pool holds as many steps as it has room for, and no fewer', async () => {
    for (const compute of [1, 3]) {
      const { driver: run, most } = driver();
      const plan = planOf({ a: [], b: [], c: [], d: [], e: [] });
      await executePlan(plan.steps, { compute, site: 1 }, run);
      expect(most()).toBe(compute);
    }
  });

  test('a full pool does not hold back a step of another', async () => {
    const { driver: run, events } = driver();
    const plan = planOf({ a: [], b: [], site: [] });
    await executePlan(plan.steps, { compute: 1, site: 1 }, run);
    expect(events.indexOf('site running')).toBeLessThan(events.indexOf('a made'));
  });

  test('after a cancel nothing starts, and what ran is waited for', async () => {
    const { driver: run, events } = driver();
    let cancelled = false;
    const ended = await executePlan(
      planOf({ a: [], b: ['a'], c: [] }).steps,
      { compute: 1, site: 1 },
      {
        ...run,
        make: async (step) => {
          cancelled = true;
          return run.make(step);
        },
        cancelled: () => cancelled,
      },
    );
    expect(states(ended)).toEqual({ a: 'made', b: 'cancelled', c: 'cancelled' });
    expect(events.filter((event) => event.endsWith('running'))).toEqual(['a running']);
  });

  test('reused steps count as done', async () => {
    const { driver: run } = driver({ a: 'reused' });
    const ended = await executePlan(
      planOf({ a: [], b: ['a'] }).steps,
      { compute: 1, site: 1 },
      run,
    );
    expect(states(ended)).toEqual({ a: 'reused', b: 'made' });
  });

  test('a check that blocks keeps back what depends on it, and is no failure', async () => {
    const { driver: run } = driver({ b: 'blocked' });
    const plan = planOf({ a: [], b: ['a'], c: ['b'], d: ['a'] });
    const ended = await executePlan(plan.steps, { compute: 1, site: 1 }, run);
    expect(states(ended)).toEqual({ a: 'made', b: 'blocked', c: 'blocked', d: 'made' });
    expect(runEndOf(ended.values())).toBe('blocked');
  });

  test.each([
    [['made', 'reused'], 'made'],
    [['blocked', 'failed', 'made'], 'failed'],
    [['failed', 'cancelled', 'blocked'], 'cancelled'],
  ] as const)('steps that ended %j make a run that ended %s', (ends, end) => {
    expect(runEndOf(ends)).toBe(end);
  });
});
