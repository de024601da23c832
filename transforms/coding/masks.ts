import type { Condition } from './condition.ts';
import type { Dimension, RuleColumn } from './dimensions.ts';
import type { RuleTable } from './rule.ts';

/** Rules per mask: a BIGINT without its sign, and with one bit to spare. */
export const RULES_PER_MASK = 62;

/** One mask of a dimension's rules: rule i stands in mask i / 62 as bit i % 62. */
interface MaskUse {
  readonly dimension: Dimension;
  readonly mask: number;
}

/** What the rules say about one column, ready to be evaluated once per distinct value. */
export interface ColumnMasks {
  readonly column: RuleColumn;
  /** The masks in which some rule tests the column; in all others it costs nothing. */
  readonly uses: readonly MaskUse[];
  /** The masks of a value that no cell names. */
  readonly otherwise: readonly bigint[];
  /** The masks of a value, one for each of `uses`: bit set = the rule allows the value. `otherwise` itself where no cell names it. */
  evaluate(value: string | null, parent?: string | null): readonly bigint[];
}

interface Test {
  readonly condition: Condition;
  /** The bits, by place in `uses`, of the rules that ask this. */
  readonly bits: Map<number, bigint>;
}

/** The columns that any rule tests, each with its masks. */
export function compileMasks(tables: readonly RuleTable[]): ColumnMasks[] {
  const columns = new Set(
    tables.flatMap((table) => table.rules.flatMap((rule) => [...rule.conditions.keys()])),
  );
  return [...columns].sort().map((column) => compileColumn(column, tables));
}

/** The name of a column of masks, such as `purpose_0`. */
export function maskName({ dimension, mask }: MaskUse): string {
  return `${dimension}_${mask}`;
}

/** How many masks the rules of a table need. */
export function maskCount(table: RuleTable): number {
  return Math.ceil(table.rules.length / RULES_PER_MASK);
}

/** The bits of a mask in which there is a rule at all. */
export function fullMask(table: RuleTable, mask: number): bigint {
  const rules = Math.min(RULES_PER_MASK, table.rules.length - mask * RULES_PER_MASK);
  return (1n << BigInt(rules)) - 1n;
}

/** The bit of rule `index` in its mask. */
export function bitOf(index: number): bigint {
  return 1n << BigInt(index % RULES_PER_MASK);
}

function compileColumn(column: RuleColumn, tables: readonly RuleTable[]): ColumnMasks {
  const uses: MaskUse[] = [];
  const free: bigint[] = [];
  const tests = new Map<string, Test>();
  for (const table of tables) {
    for (let mask = 0; mask < maskCount(table); mask += 1) {
      const asked = table.rules
        .map((rule, index) => ({ condition: rule.conditions.get(column), index }))
        .slice(mask * RULES_PER_MASK, (mask + 1) * RULES_PER_MASK);
      if (asked.every(({ condition }) => condition === undefined)) continue;
      const place = uses.push({ dimension: table.dimension, mask }) - 1;
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
  const masks = [...free];
  for (const { bits } of passed) {
    for (const [place, bit] of bits) masks[place] = (masks[place] ?? 0n) | bit;
  }
  return masks;
}
