import type { RuleId } from '../quality/rule-id.ts';
import type { Contract } from './contract.ts';
import { isRequired, type Mistake } from './kind.ts';

/** Why a row is set aside. */
export interface Finding {
  /** The contract's column, or the first of a group. */
  readonly column: string;
  /** The quality rule that the row breaks. */
  readonly rule: RuleId;
  /** What is wrong, after "The cell ...". */
  readonly reason: string;
}

/** One thing that a row must fulfill: one bit of its mask. */
export interface Check extends Finding {
  /** An SQL boolean; NULL counts as a failure. */
  readonly passes: string;
  /** What is told instead when a cell that fails is one of these: the first that fits. */
  readonly mistakes?: readonly Mistake[];
  /** It looks at other cells of the row too, and names one column for where it is told. */
  readonly several?: boolean;
}

/** The rule that a row without a needed cell breaks. */
export const NEEDED: RuleId = 'F04';
export const EMPTY = 'is empty';

/** A bitmask is a BIGINT, and its sign bit is not ours. */
const MOST_CHECKS = 62;

/**
 * The checks of a contract over a relation that has a VARCHAR column for each of its columns,
 * trimmed, NULL when empty, with defaults filled in. In the order of the columns.
 */
export function contractChecks(contract: Contract): readonly Check[] {
  const columns = Object.entries(contract.columns).flatMap(([column, definition]): Check[] => {
    const text = columnSql(column);
    const { kind } = definition;
    const valid = {
      column,
      rule: definition.rule ?? kind.rule,
      reason: kind.reason,
      mistakes: kind.mistakes,
      passes: `(${text} is null or ${kind.valid(text)})`,
    };
    const filled = { column, rule: NEEDED, reason: EMPTY, passes: `(${text} is not null)` };
    return isRequired(definition) ? [filled, valid] : [valid];
  });
  const groups = (contract.requireOneOf ?? []).map((group) => ({
    column: group[0] ?? '',
    rule: NEEDED,
    reason: requireOneReason(group),
    passes: `(${group.map((column) => `${columnSql(column)} is not null`).join(' or ')})`,
    several: true,
  }));
  return [...columns, ...groups];
}

export function requireOneReason(group: readonly string[]): string {
  return `is empty, and so are all of: ${group.join(', ')}; one of them must be filled`;
}

/** The bitmask of a row: bit i is set when check i fails, so 0 is a row that is as it must be. */
export function maskSql(checks: readonly Check[]): string {
  if (checks.length > MOST_CHECKS) throw new Error(`${checks.length} checks do not fit one mask.`);
  if (checks.length === 0) return '0::bigint';
  // The negated form (`not x`) would let a NULL pass.
  const bits = checks.map(
    ({ passes }, i) => `case when ${passes} then 0 else ${1n << BigInt(i)} end`,
  );
  return `(${bits.join(' + ')})::bigint`;
}

/** All that the checks can find, by the number that `findingsSql` gives: the checks themselves, then mistakes. */
export function findingsOf<One extends Check>(checks: readonly One[]): readonly One[] {
  const made = checks.flatMap((check) =>
    (check.mistakes ?? []).map(({ rule, reason }) => ({ ...check, rule, reason })),
  );
  return [...checks, ...made];
}

/** The numbers of what is wrong with a row whose mask is not 0, as a list in the order of the checks. */
export function findingsSql(checks: readonly Check[], mask: string): string {
  let next = checks.length;
  const found = checks.map(({ column, mistakes = [] }, i) => {
    const cases = mistakes.map(({ fits }) => `when ${fits.sql(columnSql(column))} then ${next++}`);
    const told = cases.length === 0 ? String(i) : `case ${cases.join(' ')} else ${i} end`;
    return `case when (${mask} >> ${i}) & 1 = 1 then ${told} end`;
  });
  return `list_filter([${found.join(', ')}]::smallint[], lambda number: number is not null)`;
}

/** The typed value of a column where its own check did not fail, else NULL. */
export function typedSql(
  contract: Contract,
  column: string,
  checks: readonly Check[],
  mask: string,
): string {
  const kind = contract.columns[column]?.kind;
  if (kind === undefined) throw new Error(`${contract.name} has no column ${column}.`);
  const bit = checks.findIndex((check) => check.column === column && check.reason === kind.reason);
  return `case when (${mask} >> ${bit}) & 1 = 0 then ${kind.value(columnSql(column))} end`;
}

/** A contract's column in SQL: several are words of the language, such as `function` or `value`. */
export function columnSql(column: string): string {
  return `"${column}"`;
}
