import { cleanCellSql } from '../../../transforms/contract/cell.ts';
import { senderCell, trimmedCell } from './cells-sql.ts';
import type { StagingJob } from './job.ts';
import { plainNumberSql } from './number-sql.ts';

/**
 * What stored totals are compared by. For each rule that drops them: the amount as the total's column has it, and the
 * group it belongs to. For a column of totals: the total of the record, and the cell that it is the total of.
 */
export function totalColumns(job: StagingJob): string {
  const plain = (cell: string): string =>
    job.source.number_format === undefined ? cell : plainNumberSql(cell, job.source.number_format);
  const dropped = job.source.drop.map(({ total_of: total }, i) => {
    if (total === undefined) return '';
    const amount = plain(senderCell(job, total.amount));
    const by = 'by' in total ? total.by.map((name) => trimmedCell(job, name)) : [];
    return `, try_cast(${amount} as decimal(18,2)) as total_${i}, [${by.join(', ')}]::varchar[] as group_${i}`;
  });
  const total = job.source.reshape?.total;
  if (total === undefined) return dropped.join('');
  const number = (cell: string): string => `try_cast(${plain(cell)} as decimal(28,12))`;
  const part = cleanCellSql('part_cell', job.missing);
  return (
    `${dropped.join('')}, ${number(senderCell(job, total.column))} as record_total` +
    `, ${number(part)} as part_amount`
  );
}

/** The names of those columns. */
export function totalNames({ source }: Pick<StagingJob, 'source'>): readonly string[] {
  const dropped = source.drop.flatMap(({ total_of: total }, i) =>
    total === undefined ? [] : [`total_${i}`, `group_${i}`],
  );
  return source.reshape?.total === undefined
    ? dropped
    : [...dropped, 'record_total', 'part_amount'];
}
