import type { CodingPlan } from './coding-plan.ts';
import { rivalMasks } from './rule-relations.ts';

/**
 * The select that finds lines which two rules of one rank claim with different codes: the dimension, the index of both
 * rules, and how many lines. `null` when no two rules could.
 */
export function conflictsSql(plan: CodingPlan): string | null {
  const parts = plan.tables
    .filter((table) => rivalMasks(table).length > 0)
    .map(
      ({ dimension }, position) =>
        `select ${position} as position, '${dimension}' as dimension, ${dimension}_index as winner, ${dimension}_rival as rival, sum(lines)::bigint as lines ` +
        `from coding.codings where part = 1 and ${dimension}_rival is not null group by winner, rival`,
    );
  return parts.length === 0
    ? null
    : `${parts.join('\nunion all\n')}\norder by position, winner, rival limit 1`;
}
