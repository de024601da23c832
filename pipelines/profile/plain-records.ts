import type { ColumnProfile } from '../../transforms/profile/file-profile.ts';
import type { Prescan } from '../runtime/formats/sent-file.ts';
import { quote } from '../runtime/duckdb.ts';

/** A column of the records, and the SQL of its cell. */
export type RecordColumn = ColumnProfile & { readonly cell: string };

/** The cells of a plain copy, trimmed, as `c0`, `c1`, … with NULL for an empty one, and `record_no`. */
export function plainRecordsSql(copy: string, facts: Prescan): string {
  const { columns, delimiter, longestRecord, quotedBreaks } = facts;
  const names = ['record_no', 'oddity', ...columns.map((_, i) => `c${i}`)];
  const types = names.map((n) => `${quote(n)}: '${n === 'record_no' ? 'BIGINT' : 'VARCHAR'}'`);
  const options = [
    `columns = {${types.join(', ')}}`,
    'auto_detect = false',
    'header = false',
    `delim = ${quote(delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    `new_line = '\\n'`,
    `max_line_size = ${Math.max(2_097_152, 2 * longestRecord + 1024)}`,
    // The parallel reader guesses where a record starts, and a line break inside quotes can mislead it.
    ...(quotedBreaks > 0 ? ['parallel = false'] : []),
  ];
  const cells = columns.map((_, i) => `nullif(trim(c${i}), '') as c${i}`);
  return `select record_no, ${cells.join(', ')} from read_csv(${quote(copy)}, ${options.join(', ')})`;
}

/** An amount as a person writes it, as DECIMAL; NULL for what is none. */
export function amountSql(cell: string): string {
  const bare = `regexp_replace(${cell}, '[$,() ]', '', 'g')`;
  const plain = `case when ends_with(${bare}, '-') then '-' || rtrim(${bare}, '-') else ${bare} end`;
  return `(case when ${cell} like '%(%)%' then -1 else 1 end * try_cast(${plain} as decimal(18,2)))`;
}
