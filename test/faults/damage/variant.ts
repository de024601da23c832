import type { RuleId } from '../../../transforms/quality/rule-id.ts';
import type { Files, GoodFile, GoodName } from './good-files.ts';
import type { Mutator } from './mutator.ts';

/**
 * What must come of a damaged file: it is read as the good one, row for row; or it is refused, or some of its rows are
 * set aside, by this rule, and no row that is loaded is another than the good file's.
 */
export type Outcome = 'read' | `refused ${RuleId}` | `set aside ${RuleId}`;

/** A file as a sender might really send it. */
export interface Variant {
  readonly good: GoodName;
  readonly what: string;
  readonly outcome: Outcome;
  /** The content of the file, or several files by name. */
  readonly damage: (good: GoodFile, mutator: Mutator) => string | Buffer | Files;
}

type Damage = Variant['damage'];

/** Lists the variants of one good file: what is wrong, what must come of it, and how it is done. */
export function variantsOf(
  good: GoodName,
  list: readonly (readonly [string, Outcome, Damage])[],
): readonly Variant[] {
  return list.map(([what, outcome, damage]) => ({ good, what, outcome, damage }));
}
