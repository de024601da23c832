import { quote } from '../../runtime/duckdb.ts';
import type { StagingJob } from './job.ts';
import type { MaskCheck } from './row-checks.ts';
import { LINE_KEY, origin } from './staged-sql.ts';

export const QUARANTINED_KEY = ['extract', ...LINE_KEY, 'column_name', 'rule_id', 'reason'];

/** One row for every failing check of every row set aside that is not sent again. `originals` has record_no, line, original and cells. */
export function quarantinedSql(job: StagingJob, checks: readonly MaskCheck[]): string {
  const said = checks.map(
    (check, i) =>
      `(${i}, [${senderColumns(job, check).map(quote).join(', ')}], ${quote(check.rule)}, ${quote(sentence(check))})`,
  );
  const names = `[${job.facts.columns.map(quote).join(', ')}]::varchar[]`;
  return `select ${quote(job.contract.name)} as extract, ${origin(job)}, set_aside.record_no, record_part, line,
        column_names[least(record_part, len(column_names))] as column_name, rule_id, reason, original,
        ${names} as sender_columns, cells
    from set_aside
    inner join (values ${said.join(', ')}) as said(check_no, column_names, rule_id, reason) using (check_no)
    inner join originals on originals.record_no = set_aside.record_no
    where set_aside.record_no not in (select record_no from replaced)`;
}

/** What is wrong, as a sentence about a cell or a record. */
export function sentence({ reason, whole }: MaskCheck): string {
  return whole ? `${reason}.` : `The cell ${reason}.`;
}

/** The column of one row of a record as the sender calls it, where there is one. */
export function senderColumn(
  job: StagingJob,
  check: Pick<MaskCheck, 'column'>,
  recordPart: number,
): string {
  const names = senderColumns(job, check);
  return names[Math.min(recordPart, names.length) - 1] ?? check.column;
}

/** Its name, or one for each row that a record of a wide file becomes. */
function senderColumns(
  { source }: StagingJob,
  { column }: Pick<MaskCheck, 'column'>,
): readonly string[] {
  const mapping = source.columns[column];
  const { from, debit, credit } = mapping ?? {};
  const { reshape } = source;
  if (from !== undefined && (from === reshape?.value || from === reshape?.name)) {
    return Object.keys(reshape.columns);
  }
  return [from ?? (debit === undefined ? column : `${debit} and ${credit ?? ''}`)];
}
