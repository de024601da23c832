import type { Plan } from './plan.ts';

/**
 * The part of a plan that is of some years, with all that it needs: the files of those years, what no year divides,
 * and the year before where a step looks back to it. What sees all years at once, and all that readers get, is left out
 * unless a step of those years reads it. The steps are those of the whole plan, so that a whole run reuses them.
 */
export function selectYears(plan: Plan, years: readonly number[]): Plan {
  const needed = new Set<string>();
  // Every step stands after what it needs, so one walk from the end meets all of them.
  for (const step of [...plan.steps].reverse()) {
    const own = step.year !== null && years.includes(step.year);
    if (!own && !needed.has(step.id)) continue;
    needed.add(step.id);
    step.after.forEach((id) => needed.add(id));
  }
  return { ...plan, steps: plan.steps.filter(({ id }) => needed.has(id)) };
}
