import { describe, expect, test } from 'vitest';
import { type Driver, executePlan, type StepState } from '../../pipelines/graph/execute.ts';
import { planOf } from '../support/plans.ts';

/** Makes nothing; `ends` says how a step ends, `made` by default, one turn of the event loop later. */
function driver(ends: Readonly<Record<string, 'failed' | 'reused'>> = {}) {
  const events: string[] = [];
  let most = 0;
  let now = 0;
  const made: Driver = {
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
    await executePlan(planOf({ a: [], b: ['a'], c: ['a', 'b'] }), { compute: 4, site: 1 }, run);
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
    const ended = await executePlan(plan, { compute: 1, site: 1 }, run);
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
      await executePlan(plan, { compute, site: 1 }, run);
      expect(most()).toBe(compute);
    }
  });

  test('a full pool does not hold back a step of another', async () => {
    const { driver: run, events } = driver();
    const plan = planOf({ a: [], b: [], site: [] });
    await executePlan(plan, { compute: 1, site: 1 }, run);
    expect(events.indexOf('site running')).toBeLessThan(events.indexOf('a made'));
  });

  test('after a cancel nothing starts, and what ran is waited for', async () => {
    const { driver: run, events } = driver();
    let cancelled = false;
    const ended = await executePlan(
      planOf({ a: [], b: ['a'], c: [] }),
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
    const ended = await executePlan(planOf({ a: [], b: ['a'] }), { compute: 1, site: 1 }, run);
    expect(states(ended)).toEqual({ a: 'reused', b: 'made' });
  });
});
