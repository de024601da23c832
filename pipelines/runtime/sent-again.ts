import { Problem } from '../../transforms/problem.ts';
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

/** Whether a file among the extracts is one of rows that are sent again, of whichever file. */
export function isSentAgain(name: string): boolean {
  return /\.sent-again(?:[-_ ][^/]*)?\.csv$/.test(name);
}

/** Whether it is one of this file and source: there may be `….sent-again-2.csv` beside the first. */
export function isSentAgainOf(name: string, file: string, sourceId: string): boolean {
  const start = sentAgainName(file, sourceId).slice(0, -'.csv'.length);
  return (
    isSentAgain(name) &&
    name.startsWith(start) &&
    /^(?:[-_ ]|\.csv$)/.test(name.slice(start.length))
  );
}

/** Rows that are sent again would be in no figure if the file that they are of is not there. */
export function refuseOrphans(
  names: readonly string[],
  files: readonly { readonly sentAgain: readonly { readonly name: string }[] }[],
): void {
  const known = new Set(files.flatMap(({ sentAgain }) => sentAgain.map(({ name }) => name)));
  const orphan = names.find((name) => isSentAgain(name) && !known.has(name));
  if (orphan === undefined) return;
  throw new Problem({
    code: 'sent_again_of_nothing',
    what: 'These rows are sent again for a file that is not there, or that no source reads.',
    fix: 'Put the file beside it under the name that it had, keep the name that `resource-map quarantine --export` gave, or take this file away.',
    where: { file: orphan },
  });
}

/**
 * What a row was when it was set aside, told from others by its bytes. It begins with a letter, so that no spreadsheet
 * program takes it for a number.
 */
export function rowMark(original: string): string {
  return `r${sha256(original).slice(0, 16)}`;
}
