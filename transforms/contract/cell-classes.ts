/**
 * What characters a cell is made of, as bits: cheap to note of every cell of a file as its bytes are counted, and
 * enough to prove of a whole column that its cells have the plain form of their kind.
 */
export const CELL_CLASS = {
  digit: 1,
  upper: 2,
  lower: 4,
  /** `_` and `.`, which join the parts of a code. */
  joint: 8,
  /** The usual space, with other characters on both sides. */
  space: 16,
  /** What else ASCII prints. */
  sign: 32,
  /** Anything else: not ASCII, a control character, a space at an end, a cell in quotation marks. */
  other: 64,
} as const;

/** A cell's bits are a number below this. */
export const CELL_CLASS_SETS = 128;

/** What the cells of one column of a file are made of. */
export interface CellsSeen {
  /** Each set of bits that some cell has, in ascending order; 0 is an empty cell. */
  readonly sets: readonly number[];
  /** In bytes. */
  readonly longest: number;
  /** The text of every cell, where all are the same, ASCII alone, and not in quotation marks. */
  readonly only: string | null;
}

/** Cells that have only bits of `of`, some bit of `needs`, and at most `longest` bytes. */
export interface ClassForm {
  readonly of: number;
  readonly needs: number;
  readonly longest: number;
}

/** Whether all cells of a column have a form; empty ones only where they may be. */
export function allHaveForm(
  { sets, longest }: CellsSeen,
  form: ClassForm,
  mayBeEmpty: boolean,
): boolean {
  const has = (set: number): boolean => (set & ~form.of) === 0 && (set & form.needs) !== 0;
  return longest <= form.longest && sets.every((set) => (set === 0 ? mayBeEmpty : has(set)));
}
