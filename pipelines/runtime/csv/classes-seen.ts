import {
  CELL_CLASS,
  CELL_CLASS_SETS,
  type CellsSeen,
} from '../../../transforms/contract/cell-classes.ts';

const SPACE = 0x20;
/** Above all classes of characters: the byte ends a cell or begins a quoted one. */
export const MEANS_SOMETHING = 128;

/** Notes what the cells of each column of a file are made of, while its bytes are counted. */
export class ClassesSeen {
  /** The class of each byte, or `MEANS_SOMETHING`. */
  readonly ofByte = Uint8Array.from({ length: 256 }, (_, byte) => classOf(byte));
  /** 1 at `column * CELL_CLASS_SETS + set` for each set of classes that a cell of the column has. */
  sets = new Uint8Array(0);
  /** In bytes, by column. */
  longest = new Int32Array(0);
  /** By column: 1 while all its cells are the same, as a year or a word often is in a whole file. */
  same = new Uint8Array(0);
  private readonly first: Buffer[] = [];

  constructor(meaning: readonly number[]) {
    for (const byte of meaning) this.ofByte[byte] = MEANS_SOMETHING;
  }

  /** Once the columns are known. */
  begin(width: number): void {
    if (this.longest.length === width) return;
    this.sets = new Uint8Array(width * CELL_CLASS_SETS);
    this.longest = new Int32Array(width);
    this.same = new Uint8Array(width).fill(1);
  }

  /** Compares a cell with the first one of its column. */
  compare(column: number, bytes: Buffer, start: number, end: number): void {
    const first = (this.first[column] ??= Buffer.from(bytes.subarray(start, end)));
    let isSame = first.length === end - start;
    for (let at = start; isSame && at < end; at += 1) isSame = bytes[at] === first[at - start];
    if (!isSame) this.same[column] = 0;
  }

  /** By column. */
  seen(): readonly CellsSeen[] {
    return Array.from(this.longest, (longest, column) => {
      const from = column * CELL_CLASS_SETS;
      const noted = [...this.sets.subarray(from, from + CELL_CLASS_SETS).entries()];
      const sets = noted.flatMap(([set, seen]) => (seen === 1 ? [set] : []));
      const isAscii = sets.every((set) => (set & CELL_CLASS.other) === 0);
      const only = this.same[column] === 1 && isAscii ? this.first[column] : undefined;
      return { longest, sets, only: only?.toString() ?? null };
    });
  }
}

/** The classes of a cell that holds a space: one at its end is to be trimmed, and is no usual space. */
export function withEdges(classes: number, bytes: Buffer, start: number, end: number): number {
  const padded = bytes[start] === SPACE || bytes[end - 1] === SPACE;
  return padded ? classes | CELL_CLASS.other : classes;
}

function classOf(byte: number): number {
  const letter = String.fromCharCode(byte);
  if (/[0-9]/.test(letter)) return CELL_CLASS.digit;
  if (/[A-Z]/.test(letter)) return CELL_CLASS.upper;
  if (/[a-z]/.test(letter)) return CELL_CLASS.lower;
  if (/[_.]/.test(letter)) return CELL_CLASS.joint;
  if (byte === SPACE) return CELL_CLASS.space;
  return /[!-~]/.test(letter) ? CELL_CLASS.sign : CELL_CLASS.other;
}
