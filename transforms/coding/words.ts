import type { Condition } from './condition.ts';
import type { Dimension, RuleColumn } from './dimensions.ts';
import type { RuleTable } from './rule.ts';

/** Rules per word: a BIGINT without its sign, and with one bit to spare. */
export const WORD_BITS = 62;

/** Which word of a dimension's rules a bitmap holds: rule i stands in word i / 62 as bit i % 62. */
export interface WordUse {
  readonly dimension: Dimension;
  readonly word: number;
}

/** What the rules say about one column, ready to be evaluated once per distinct value. */
export interface ColumnWords {
  readonly column: RuleColumn;
  /** Only words in which some rule tests the column; in all others it costs nothing. */
  readonly uses: readonly WordUse[];
  /** Bitmaps of a value that no cell names. */
  readonly otherwise: readonly bigint[];
  /** Bitmaps of a value, one for each of `uses`: bit set = the rule allows the value. `otherwise` itself where no cell names it. */
  evaluate(value: string | null, parent?: string | null): readonly bigint[];
}

interface Test {
  readonly condition: Condition;
  /** The bits, by place in `uses`, of the rules that ask this. */
  readonly bits: Map<number, bigint>;
}

/** The columns that any rule tests, each with its bitmaps. */
export function compileWords(tables: readonly RuleTable[]): ColumnWords[] {
  const columns = new Set(
    tables.flatMap((table) => table.rules.flatMap((rule) => [...rule.conditions.keys()])),
  );
  return [...columns].sort().map((column) => compileColumn(column, tables));
}

/** How many words the rules of a table need. */
export function wordCount(table: RuleTable): number {
  return Math.ceil(table.rules.length / WORD_BITS);
}

/** The bits of a word in which there is a rule at all. */
export function fullWord(table: RuleTable, word: number): bigint {
  const rules = Math.min(WORD_BITS, table.rules.length - word * WORD_BITS);
  return (1n << BigInt(rules)) - 1n;
}

/** The bit of rule `index` in its word. */
export function bitOf(index: number): bigint {
  return 1n << BigInt(index % WORD_BITS);
}

function compileColumn(column: RuleColumn, tables: readonly RuleTable[]): ColumnWords {
  const uses: WordUse[] = [];
  const free: bigint[] = [];
  const tests = new Map<string, Test>();
  for (const table of tables) {
    for (let word = 0; word < wordCount(table); word += 1) {
      const asked = table.rules
        .map((rule, index) => ({ condition: rule.conditions.get(column), index }))
        .slice(word * WORD_BITS, (word + 1) * WORD_BITS);
      if (asked.every(({ condition }) => condition === undefined)) continue;
      const place = uses.push({ dimension: table.dimension, word }) - 1;
      free[place] = 0n;
      for (const { condition, index } of asked) {
        if (condition === undefined) free[place] |= bitOf(index);
        else addBit(tests, condition, place, bitOf(index));
      }
    }
  }
  const all = [...tests.values()];
  const otherwise = pass(
    free,
    all.filter(({ condition }) => condition.otherwise),
  );
  return {
    column,
    uses,
    otherwise,
    evaluate: (value, parent = null) => {
      const passed = all.map(({ condition }) => condition.matches(value, parent));
      return all.every(({ condition }, i) => passed[i] === condition.otherwise)
        ? otherwise
        : pass(
            free,
            all.filter((_, i) => passed[i]),
          );
    },
  };
}

function addBit(tests: Map<string, Test>, condition: Condition, place: number, bit: bigint): void {
  const test = tests.get(condition.text) ?? { condition, bits: new Map<number, bigint>() };
  test.bits.set(place, (test.bits.get(place) ?? 0n) | bit);
  tests.set(condition.text, test);
}

/** The rules that ask nothing, and those whose test is passed. */
function pass(free: readonly bigint[], passed: readonly Test[]): readonly bigint[] {
  const words = [...free];
  for (const { bits } of passed) {
    for (const [place, bit] of bits) words[place] = (words[place] ?? 0n) | bit;
  }
  return words;
}
