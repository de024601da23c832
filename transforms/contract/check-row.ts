import type { RuleId } from '../quality/rule-id.ts';
import { EMPTY, NEEDED, requireOneReason } from './compile.ts';
import type { Contract } from './contract.ts';
import { type Column, isRequired } from './kind.ts';

export interface Failure {
  readonly column: string;
  readonly rule: RuleId;
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
    if (text === null)
      return isRequired(definition) ? [{ column, rule: NEEDED, reason: EMPTY }] : [];
    const parsed = definition.kind.zod.safeParse(text);
    if (!parsed.success) return [{ column, ...mistakeOf(definition, text) }];
    values[column] = parsed.data;
    return [];
  });
  const groups = (contract.requireOneOf ?? [])
    .filter((group) => group.every((column) => (row[column] ?? null) === null))
    .map((group) => ({ column: group[0] ?? '', rule: NEEDED, reason: requireOneReason(group) }));
  return { failures: [...columns, ...groups], values };
}

function mistakeOf({ kind, rule }: Column, text: string): Omit<Failure, 'column'> {
  const made = kind.mistakes.find(({ fits }) => fits.full.test(text));
  return made === undefined
    ? { rule: rule ?? kind.rule, reason: kind.reason }
    : { rule: made.rule, reason: made.reason };
}
