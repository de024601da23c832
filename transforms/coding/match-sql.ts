import {
  isClassed,
  isCodedColumn,
  type Dimension,
  type LineColumn,
  type RuleColumn,
} from './dimensions.ts';
import { wordName } from './rule-relations.ts';
import type { RuleTable } from './rule.ts';
import { fullWord, WORD_BITS, wordCount, type ColumnWords } from './words.ts';

/** The words of every tested column, and under which alias their relation is joined. */
export interface Joined {
  readonly words: ColumnWords;
  readonly alias: string;
}

/** For one dimension: the expression of each word, true bits being the rules that all the given columns allow. */
export function allowedWords(table: RuleTable, joined: readonly Joined[]): string[] {
  return Array.from({ length: wordCount(table) }, (_, word) => {
    const factors = joined.flatMap(({ words, alias }) => {
      const place = words.uses.findIndex(
        (use) => use.dimension === table.dimension && use.word === word,
      );
      const otherwise = words.otherwise[place];
      if (otherwise === undefined) return [];
      return `coalesce(${alias}.${wordName({ dimension: table.dimension, word })}, ${otherwise})`;
    });
    return factors.length === 0 ? `${fullWord(table, word)}::bigint` : factors.join(' & ');
  });
}

/** The index of the lowest bit over several words, NULL when none is set: the rule that wins. */
export function lowestBit(
  words: readonly { readonly word: number; readonly sql: string }[],
): string {
  if (words.length === 0) return 'null::integer';
  const branches = words.map(
    ({ word, sql }) =>
      `when (${sql}) <> 0 then ${word * WORD_BITS} + bit_count(((${sql}) & -(${sql})) - 1)::integer`,
  );
  return `case ${branches.join(' ')} end`;
}

/** Joins the words of a column; a value without a row passes as one that no rule names. */
export function joinWords({ words, alias }: Joined, value: string): string {
  const key = isClassed(words.column) ? 'class' : 'value';
  return `left join coding.words_${words.column} as ${alias} on ${alias}.${key} is not distinct from ${value}`;
}

/** The tested columns that come with the line, and those that earlier dimensions give. */
export function isLineColumn(column: RuleColumn): column is LineColumn {
  return !isCodedColumn(column);
}

/** Whether any rule of a dimension tests the column. */
export function isTestedBy(words: ColumnWords, dimension: Dimension): boolean {
  return words.uses.some((use) => use.dimension === dimension);
}
