import { quote } from '../../runtime/duckdb.ts';
import { columnName } from '../../runtime/formats/header.ts';
import type { StagingJob } from './job.ts';

/** The sender's cell, trimmed, `''` when empty: what rules compare. */
export function trimmedCell(job: StagingJob, name: string): string {
  const position = job.positions.get(columnName(name));
  if (position === undefined) throw new Error(`The column ${name} was not looked for.`);
  return `s${position}`;
}

/** The sender's cell as a mapping sees it: NULL when empty or a word for "missing". */
export function senderCell(job: StagingJob, name: string): string {
  const { reshape } = job.source;
  if (name === reshape?.name) return 'part_label';
  const text = name === reshape?.value ? 'part_cell' : trimmedCell(job, name);
  const words = job.missing.filter((word) => word !== '').map(quote);
  return words.length === 0
    ? `nullif(${text}, '')`
    : `case when ${text} in ('', ${words.join(', ')}) then null else ${text} end`;
}
