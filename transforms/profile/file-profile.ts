import type { z } from 'zod';
import type { fileFormat } from '../config/format.ts';

/** How a file is read, as `format` in district.yaml says it. */
export type ProposedFormat = z.input<typeof fileFormat>;

/** What a column of a sender's file holds, over the whole file. */
export interface ColumnProfile {
  readonly name: string;
  /** Cells that are not empty. */
  readonly filled: number;
  readonly distinct: number;
  /** Different values, the most frequent first: all of them, or as many as are worth looking at. */
  readonly values: readonly string[];
  /** So many of them, from the first, are nearly all cells: a slip of a clerk's stands behind them. */
  readonly usual: number;
  /** The values are all that the column has. */
  readonly complete: boolean;
}

/** A file of the sender, or one sheet of a workbook, as it is. */
export interface FileProfile {
  /** Its path inside the folder. */
  readonly name: string;
  readonly bytes: number;
  readonly format: ProposedFormat;
  /** Records of data, titles and header left out. */
  readonly rows: number;
  readonly columns: readonly ColumnProfile[];
  /** Records in which columns are empty that other records fill: page titles, totals. */
  readonly oddRecords: readonly OddRecords[];
  /** The records themselves, of a short file that is no list of persons: charts and lists of codes are read from them. */
  readonly records?: readonly (readonly string[])[];
  /** Columns, or a few together, in which no two records agree. */
  readonly keys: readonly (readonly string[])[];
}

/** Records that lack what nearly all records have, of one wording; numbers in the text stand as `9`. */
export interface OddRecords {
  /** Columns that nearly all records fill and these do not. */
  readonly empty: readonly string[];
  /** The column that says what they are, and the words, with `9` for each number; both empty when they have no words. */
  readonly column: string;
  readonly wording: string;
  readonly count: number;
  /** Each is the sum of other records: of those since the one before it, or of those with the same cells in `by`. */
  readonly totalOf?: { readonly amount: string; readonly by?: readonly string[] };
}

/** A file that could not be read, and why. */
export interface UnreadFile {
  readonly name: string;
  readonly why: string;
}

/** The values of a column without what only a few cells say. */
export function usualValues({ values, usual }: ColumnProfile): readonly string[] {
  return values.slice(0, usual);
}
