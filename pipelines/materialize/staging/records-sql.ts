import { quote } from '../../runtime/duckdb.ts';
import type { Prescan } from '../../runtime/formats/sent-file.ts';
import type { StagingJob } from './job.ts';

/**
 * Selects `record_no`, `oddity` and the cells `c0`, `c1`, … from the plain copy, or from the file as it was sent. There
 * every line behind those above is a record, and they are counted as they are read.
 */
export function recordsSql({ facts }: StagingJob, file: string): string {
  const cells = facts.columns.map((_, i) => `c${i}`);
  if (facts.direct === null) {
    return `select * from ${readCsv(facts, file, ['record_no', 'oddity', ...cells])}`;
  }
  return `select row_number() over () + ${facts.direct.above} as record_no, '' as oddity, * from ${readCsv(facts, file, cells)}`;
}

/** The same of the records in the table `originals`. */
export function originalRecordsSql({ facts }: StagingJob): string {
  const cells = facts.columns.map((_, i) => `, nullif(cells[${i + 1}], '') as c${i}`);
  return `select record_no, '' as oddity${cells.join('')} from originals`;
}

function readCsv(facts: Prescan, file: string, names: readonly string[]): string {
  const { delimiter, longestRecord, direct } = facts;
  const types = names.map(
    (name) => `${quote(name)}: '${name === 'record_no' ? 'BIGINT' : 'VARCHAR'}'`,
  );
  const mark = direct === null || direct.quoted ? `'"'` : `''`;
  const options = [
    `columns = {${types.join(', ')}}`,
    'auto_detect = false',
    'header = false',
    ...(direct === null ? [] : [`skip = ${direct.above}`]),
    `delim = ${quote(delimiter)}`,
    `quote = ${mark}`,
    `escape = ${mark}`,
    `new_line = '${direct?.lineEnd === 'crlf' ? '\\r\\n' : '\\n'}'`,
    // Room for the number, the mark and the quotation marks that the copy may add.
    `max_line_size = ${Math.max(2_097_152, 2 * longestRecord + 1024)}`,
    // The parallel reader guesses where a record starts, and a line break inside quotes can mislead it. It also hands on
    // the pieces of a file of more than 8 MB in another order than the file's. One that the loader reads itself has one
    // thread anyway.
    ...(direct === null ? ['parallel = false'] : []),
  ];
  return `read_csv(${quote(file)}, ${options.join(', ')})`;
}
