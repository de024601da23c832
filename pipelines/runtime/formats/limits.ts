import { Problem } from '../../../transforms/problem.ts';

/** A list with a column for each school has some hundreds; what the engine needs grows with their square. */
export const MOST_COLUMNS = 2000;
/** In bytes. No row of a district's extract is longer, and the engine keeps room for many of the longest one. */
export const LONGEST_RECORD = 1024 * 1024;

/** Refuses a file with more columns than any extract has, such as a sheet that was saved to its last column. */
export function refuseTooWide(file: string, columns: number): void {
  if (columns <= MOST_COLUMNS) return;
  throw new Problem({
    code: 'too_many_columns',
    rule: 'F06',
    what: `The file has more than ${MOST_COLUMNS} columns, as no extract has.`,
    fix: 'Export it again with the columns that hold something. If each record names fields of its own, ask for a list of them, or for a file with fixed columns.',
    where: { file },
  });
}

/** Refuses a record that no engine with bounded memory could read. */
export function refuseTooLong(file: string, line: number, bytes: number): void {
  if (bytes <= LONGEST_RECORD) return;
  throw new Problem({
    code: 'record_too_long',
    rule: 'F06',
    what: 'The record that begins on this line has more than a million characters: a quotation mark opens in it and closes far below, or it holds something else than an extract does, such as a document.',
    fix: 'Export the file again without that column. If the mark belongs to the text, ask the sender to double the quotation marks inside cells, or write quote: none under its format in district.yaml.',
    where: { file, line },
  });
}
