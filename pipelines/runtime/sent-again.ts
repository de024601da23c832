import { sha256 } from './canonical-json.ts';

/** What stands before the sender's own columns in a file of rows that were set aside. */
export const SENT_AGAIN_COLUMNS = [
  'source_file',
  'source_line',
  'source_row',
  'wrong_column',
  'wrong_rule',
  'wrong_reason',
] as const;

/** What stands behind them: the text of a row whose cells could not be told apart. */
export const SOURCE_TEXT = 'source_text';

/** The name of the file in which rows of a source's file are sent again: beside that file, for a reader and for us. */
export function sentAgainName(file: string, sourceId: string): string {
  return `${file}.${sourceId}.sent-again.csv`;
}

/**
 * What a row was when it was set aside, told from others by its bytes. It begins with a letter, so that no spreadsheet
 * program takes it for a number.
 */
export function rowMark(original: string): string {
  return `r${sha256(original).slice(0, 16)}`;
}
