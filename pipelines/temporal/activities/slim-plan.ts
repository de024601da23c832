import type { Plan } from '../../graph/plan.ts';
import type { SlimStep } from '../payloads.ts';

/** Room for the answer's other parts is left below the 64 KB that nothing may pass. */
const mostBytes = 48 * 1024;

/** As many steps of a plan as one answer has room for, from a place in the list on; what a workflow needs of each. */
export function pageOf({ steps }: Plan, from: number): readonly SlimStep[] {
  const places = new Map(steps.map(({ id }, place) => [id, place]));
  const page: SlimStep[] = [];
  let bytes = 0;
  for (const { id, pool, after } of steps.slice(from)) {
    const step = [id, pool, after.flatMap((before) => places.get(before) ?? [])] as const;
    bytes += JSON.stringify(step).length + 1;
    if (bytes > mostBytes && page.length > 0) break;
    page.push(step);
  }
  return page;
}
