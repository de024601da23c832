import type { SourceFormat } from '../../../transforms/config/format.ts';
import type { CellsSeen } from '../../../transforms/contract/cell-classes.ts';

/** A file to read: where it is, how the user knows it, and how its bytes become records. */
export interface SentFile<Format extends SourceFormat = SourceFormat> {
  readonly path: string;
  readonly name: string;
  readonly format: Format;
}

/** What a file holds, counted from its bytes. */
export interface Prescan {
  /** Of the bytes as they were sent. */
  readonly sha256: string;
  /** The sender's columns: the header's, with single spaces, or those that the configuration names. */
  readonly columns: readonly string[];
  /** The line or sheet row of the header; `null` when the file has none. */
  readonly headerLine: number | null;
  /** Records of data: titles, header and blank lines are not among them. */
  readonly records: number;
  /** In bytes. */
  readonly longestRecord: number;
  /** Line breaks inside quoted cells. */
  readonly quotedBreaks: number;
  /** What stands between the cells of the plain copy. */
  readonly delimiter: string;
  /** The number of rows at which a spreadsheet program cuts, when the file ends there. */
  readonly rowLimit: number | null;
  /** How the loader reads the file itself; `null` when it must read the plain copy. */
  readonly direct: DirectRead | null;
  /** What a careful clerk would want to know, though nothing is certainly wrong. */
  readonly remarks: readonly string[];
}

/**
 * A file that is so plain that the loader sees in it exactly the records that were counted: record by record from the
 * first line behind `above`. The loader must then number them by their order.
 */
export interface DirectRead {
  /** Lines above the first record. */
  readonly above: number;
  readonly lineEnd: 'lf' | 'crlf';
  /** Cells may stand in double quotation marks; else a mark is a letter as any. */
  readonly quoted: boolean;
  /** Of the file as it was scanned: another one means that it was written to since. */
  readonly stamp: string;
  /** What the cells of each column are made of. */
  readonly cells: readonly CellsSeen[];
}

/** What is odd about a record, in its place in the plain copy: nothing, or why it is not like others. */
export type Oddity = '' | 'empty' | 'fields' | 'quotes' | 'header';
