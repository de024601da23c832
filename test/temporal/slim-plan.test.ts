import { describe, expect, test } from 'vitest';
import type { Plan, PlannedStep } from '../../pipelines/graph/plan.ts';
import { pageOf } from '../../pipelines/temporal/activities/slim-plan.ts';
import { planOf } from '../support/plans.ts';

const limit = 64 * 1024;
const [example] = planOf({ a: [] }).steps;

/** A plan of `count` steps with long names, each after the ten before it, and the last after all. */
function longPlan(count: number): Plan {
  const ids = Array.from({ length: count }, (_, i) => `staging.account_codes@chart/${1e15 + i}`);
  const steps = ids.map((id, i) => {
    const after = i === count - 1 ? ids.slice(0, -1) : ids.slice(Math.max(0, i - 10), i);
    return { ...example, id, after, pool: i % 7 === 0 ? 'site' : 'compute' } as PlannedStep;
  });
  return { format: 1, steps };
}

/** All pages of a plan, as a workflow asks for them. */
function pagesOf(plan: Plan) {
  const pages = [pageOf(plan, 0)];
  for (let count = pages[0]?.length ?? 0; count < plan.steps.length;) {
    const page = pageOf(plan, count);
    pages.push(page);
    count += page.length;
  }
  return pages;
}

describe('a plan on its way to a workflow', () => {
  test('of 5,000 steps comes in pages below 64 KB, and together they are the plan', () => {
    const plan = longPlan(5000);
    const pages = pagesOf(plan);
    expect(pages.length).toBeGreaterThan(5);
    for (const page of pages) {
      // Beside the page, an answer has a few ids and years.
      expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(limit - 4096);
    }
    const steps = pages.flat();
    const read = steps.map(([id, pool, after]) => ({
      id,
      pool,
      after: after.map((place) => steps[place]?.[0]),
    }));
    expect(read).toEqual(plan.steps.map(({ id, pool, after }) => ({ id, pool, after })));
  });

  test('of a few steps comes in one page', () => {
    const plan = planOf({ a: [], b: ['a'], c: ['a', 'b'] });
    expect(pagesOf(plan)).toEqual([
      [
        ['a@all', 'compute', []],
        ['b@all', 'compute', [0]],
        ['c@all', 'compute', [0, 1]],
      ],
    ]);
  });

  test('leaves out what a selection has left out, since it need not be waited for', () => {
    const [a, b] = planOf({ a: [], b: ['a'] }).steps;
    if (!a || !b) throw new Error('A plan of two assets has two steps');
    expect(pageOf({ format: 1, steps: [b] }, 0)).toEqual([['b@all', 'compute', []]]);
  });
});
