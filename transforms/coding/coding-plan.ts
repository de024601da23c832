import type { ColumnMasks } from './masks.ts';
import type { PutBack } from './restatements.ts';
import type { RuleTable } from './rule.ts';

/** All that the coding of one fiscal year depends on, besides the lines. */
export interface CodingPlan {
  /** One table per dimension, in the order of dimensions. */
  readonly tables: readonly RuleTable[];
  /** The columns that any rule tests. */
  readonly masks: readonly ColumnMasks[];
  readonly putBack: PutBack;
  /** The amount type that the map is of; lines of others are excluded. */
  readonly amountType: string;
  readonly chartHasSite: boolean;
}
