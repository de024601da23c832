import type { Contract } from './contract.ts';
import { isRequired } from './kind.ts';

/** One thing that a row must fulfill: one bit of its mask. */
export interface Check {
  /** The contract's column, or the first of a group. */
  readonly column: string;
  /** What is wrong when it fails, after "The cell ...". */
  readonly reason: string;
  /** An SQL boolean; NULL counts as a failure. */
  readonly passes: string;
}

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
      reason: kind.reason,
      passes: `(${text} is null or ${kind.valid(text)})`,
    };
    const filled = { column, reason: EMPTY, passes: `(${text} is not null)` };
    return isRequired(definition) ? [filled, valid] : [valid];
  });
  const groups = (contract.requireOneOf ?? []).map((group) => ({
    column: group[0] ?? '',
    reason: requireOneReason(group),
    passes: `(${group.map((column) => `${columnSql(column)} is not null`).join(' or ')})`,
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
