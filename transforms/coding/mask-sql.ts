import {
  isClassed,
  isCodedColumn,
  type Dimension,
  type LineColumn,
  type RuleColumn,
} from './dimensions.ts';
import { fullMask, maskCount, maskName, RULES_PER_MASK, type ColumnMasks } from './masks.ts';
import type { RuleTable } from './rule.ts';

/** The masks of every tested column, and under which alias their relation is joined. */
export interface Joined {
  readonly masks: ColumnMasks;
  readonly alias: string;
}

/** For one dimension: the expression of each mask, true bits being the rules that all the given columns allow. */
export function allowedMasks(table: RuleTable, joined: readonly Joined[]): string[] {
  return Array.from({ length: maskCount(table) }, (_, mask) => {
    const factors = joined.flatMap(({ masks, alias }) => {
      const place = masks.uses.findIndex(
        (use) => use.dimension === table.dimension && use.mask === mask,
      );
      const otherwise = masks.otherwise[place];
      if (otherwise === undefined) return [];
      return `coalesce(${alias}.${maskName({ dimension: table.dimension, mask })}, ${otherwise})`;
    });
    return factors.length === 0 ? `${fullMask(table, mask)}::bigint` : factors.join(' & ');
  });
}

/** The index of the lowest bit over several masks, NULL when none is set: the rule that wins. */
export function lowestBit(
  masks: readonly { readonly mask: number; readonly sql: string }[],
): string {
  if (masks.length === 0) return 'null::integer';
  const branches = masks.map(
    ({ mask, sql }) =>
      `when (${sql}) <> 0 then ${mask * RULES_PER_MASK} + bit_count(((${sql}) & -(${sql})) - 1)::integer`,
  );
  return `case ${branches.join(' ')} end`;
}

/** Joins the masks of a column; a value without a row passes as one that no rule names. */
export function joinMasks({ masks, alias }: Joined, value: string): string {
  const key = isClassed(masks.column) ? 'class' : 'value';
  return `left join coding.masks_${masks.column} as ${alias} on ${alias}.${key} is not distinct from ${value}`;
}

/** The tested columns that come with the line, and those that earlier dimensions give. */
export function isLineColumn(column: RuleColumn): column is LineColumn {
  return !isCodedColumn(column);
}

/** Whether any rule of a dimension tests the column. */
export function isTestedBy(masks: ColumnMasks, dimension: Dimension): boolean {
  return masks.uses.some((use) => use.dimension === dimension);
}
