import type { z } from 'zod';
import type { RuleId } from '../quality/rule-id.ts';
import type { ClassForm } from './cell-classes.ts';
import type { Pattern } from './pattern.ts';
import type { PersonKey } from './pseudonym.ts';
import type { Segment } from './segments.ts';

export type KindName =
  | 'code'
  | 'text'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'date'
  | 'boolean'
  | 'enumeration'
  | 'reference';

/** A mistake that is made so often that it has a rule and a sentence of its own. */
export interface Mistake {
  readonly rule: RuleId;
  /** What is wrong, after "The cell ...". */
  readonly reason: string;
  /** Of a text for which `valid` does not hold. */
  readonly fits: Pattern;
}

/**
 * What a column's cells may be: one rule, said twice, for zod and for SQL.
 *
 * Both see a cell as text that is trimmed of Unicode spaces and not empty. The two must agree on every text,
 * which a property test holds; SQL does the work on millions of rows, zod is the oracle and the type.
 */
export interface Kind {
  readonly kind: KindName;
  /** Of the typed column, in DuckDB's words. */
  readonly sqlType: string;
  readonly zod: z.ZodType;
  /** An SQL boolean over a VARCHAR expression that is not NULL: may the cell be here? */
  valid(text: string): string;
  /** The typed SQL value of a text for which `valid` holds. */
  value(text: string): string;
  /** What is wrong with a cell that is not valid, after "The cell ...": a sentence part without the cell's value. */
  readonly reason: string;
  /** The quality rule that such a cell breaks. */
  readonly rule: RuleId;
  /**
   * A regular expression of texts that are certainly valid, have nothing to trim and are no mistake, in ASCII alone:
   * what almost all cells are, so that a row of such cells is told from others by one test. `null` for no such test.
   */
  readonly plain: string | null;
  /** The plain form, or a part of it, in classes of characters: a column whose cells all have it needs no test at all. */
  readonly classForm?: ClassForm | undefined;
  /** What is told instead of `reason`: the first that fits. Asked of cells that are not valid, and of no others. */
  readonly mistakes: readonly Mistake[];
  /** The words that it takes, where it takes no others. */
  readonly values?: readonly string[];
  /** What all its codes look like, where they do: `12 digits`. */
  readonly form?: string;
  /** Cells that it takes, where a document or a test could not make one up. */
  readonly examples?: readonly string[];
  /** The smallest and the largest number, both allowed. */
  readonly range?: readonly [number, number];
  /** What its numbers are in, where every column of the kind has the same unit. */
  readonly unit?: Unit;
}

/** What the numbers of a column are in. */
export type Unit =
  | 'dollars'
  | 'full-time jobs'
  | 'students'
  | 'years'
  | 'days'
  | 'hours'
  | 'minutes'
  | 'credits'
  | 'points'
  | 'share, 0 to 1'
  | 'as its driver says'
  | 'as its measure says';

/** The relation and column in which a reference's codes must stand. */
interface ReferenceTarget {
  readonly extract: string;
  readonly column: string;
}

export interface ColumnOptions {
  /** The sender may leave the column out, and a cell may be empty. */
  readonly optional?: boolean;
  /** Must be mapped when the district's chart lists the segment; a cell may be empty all the same. */
  readonly segment?: Segment;
  /** Names a person: the typed relation carries a pseudonym under this name instead. */
  readonly person?: PersonKey;
  /** Of a person's row, what no model reads: its cells are checked, and not kept. */
  readonly checkedOnly?: true;
  /** The quality rule that a cell breaks which is not of its kind, where it is another than the kind's own. */
  readonly rule?: RuleId;
  /** What a number is in; a code, a year or a number that counts nothing has none. */
  readonly unit?: Unit;
  /** Stands where a cell is empty or the column is not sent. */
  readonly default?: string;
}

export interface Column extends ColumnOptions {
  readonly kind: Kind;
  readonly describe: string;
  readonly target?: ReferenceTarget;
}

/** True when a row without this cell is set aside. */
export function isRequired(column: Column): boolean {
  return !column.optional && column.segment === undefined && column.default === undefined;
}

/** Where the kit's factories put a kind and what a contract says about it together. */
export function defineColumn(kind: Kind, describe: string, options: ColumnOptions = {}): Column {
  return { ...options, kind, describe };
}
