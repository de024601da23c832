import { EMPTY, requireOneReason } from './compile.ts';
import type { Contract } from './contract.ts';
import { isRequired } from './kind.ts';

export interface Failure {
  readonly column: string;
  readonly reason: string;
}

/** A row as zod sees it: what fails, and the typed values of what does not. */
interface CheckedRow {
  readonly failures: readonly Failure[];
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * Checks one row of clean texts with the contract's zod schemas.
 * The oracle of the compiled mask: the same failures, in the same order.
 */
export function checkRow(
  contract: Contract,
  row: Readonly<Record<string, string | null>>,
): CheckedRow {
  const values: Record<string, unknown> = {};
  const columns = Object.entries(contract.columns).flatMap(([column, definition]): Failure[] => {
    const text = row[column] ?? null;
    values[column] = null;
    if (text === null) return isRequired(definition) ? [{ column, reason: EMPTY }] : [];
    const parsed = definition.kind.zod.safeParse(text);
    if (!parsed.success) return [{ column, reason: definition.kind.reason }];
    values[column] = parsed.data;
    return [];
  });
  const groups = (contract.requireOneOf ?? [])
    .filter((group) => group.every((column) => (row[column] ?? null) === null))
    .map((group) => ({ column: group[0] ?? '', reason: requireOneReason(group) }));
  return { failures: [...columns, ...groups], values };
}
