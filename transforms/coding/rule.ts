import type { Condition } from './condition.ts';
import type { Dimension, RuleColumn } from './dimensions.ts';

/** Shares are whole millionths, so that their sum is exact. */
export const WHOLE_SHARE = 1_000_000n;

/** A code that a rule gives, and its share of the line in millionths. */
export interface RulePart {
  readonly code: string;
  readonly share: bigint;
}

/** One rule: when all its conditions hold, a line gets its code, or is split over its parts. */
export interface Rule {
  readonly ruleId: string;
  /** The lower rank wins. */
  readonly rank: number;
  readonly conditions: ReadonlyMap<RuleColumn, Condition>;
  readonly parts: readonly RulePart[];
  /** The district says that this is a default, for want of anything better. */
  readonly isDefault: boolean;
  readonly reason: string | null;
  /** Its first line in the file. */
  readonly line: number;
}

/** The rules of one dimension, the strongest first. */
export interface RuleTable {
  readonly dimension: Dimension;
  /** The file as messages name it. */
  readonly file: string;
  readonly rules: readonly Rule[];
}

/** Whether two rules give a line the same code, or the same split. */
export function sameOutcome(a: Rule, b: Rule): boolean {
  return (
    a.parts.length === b.parts.length &&
    a.parts.every((part, i) => part.code === b.parts[i]?.code && part.share === b.parts[i]?.share)
  );
}

/** How sure a purpose is, by the most telling column that its rule tests. */
type HowSure =
  | 'named account'
  | 'project'
  | 'job or assignment'
  | 'object or function'
  | 'description or vendor'
  | 'default';

/** A rule that is called a default, or tests nothing, is a default however it is written. */
export function howSure(rule: Rule): HowSure {
  const tests = (column: RuleColumn) => rule.conditions.has(column);
  if (rule.isDefault || rule.conditions.size === 0) return 'default';
  if (tests('account_string')) return 'named account';
  if (tests('project_code')) return 'project';
  if (tests('job_code')) return 'job or assignment';
  const textOnly = [...rule.conditions.keys()].every(
    (column) => column === 'description' || column === 'vendor_name',
  );
  return textOnly ? 'description or vendor' : 'object or function';
}
