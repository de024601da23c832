import { cleanCellSql, trimSql } from '../../../transforms/contract/cell.ts';
import { columnSql, findingsOf, typedSql } from '../../../transforms/contract/compile.ts';
import { pseudonymSql } from '../../../transforms/contract/pseudonym.ts';
import { namedColumns } from '../../../transforms/contract/staged-relation.ts';
import { quote } from '../../runtime/duckdb.ts';
import { senderCell, trimmedCell } from './cells-sql.ts';
import { fileTextSql } from './file-text.ts';
import { fill, type StagingJob } from './job.ts';
import { mapColumn, type MappedColumn } from './mapping-sql.ts';
import { recordsSql } from './records-sql.ts';
import { findingsOfRow, type MaskCheck, maskOf, rowChecks, sentName } from './row-checks.ts';
import { carriedSql, carries } from './carried-sql.ts';
import { recordRuleSql } from './rules-sql.ts';
import { totalColumns, totalNames } from './total-columns.ts';

export interface ReadPlan {
  /** Selects from the plain copy: record_no, record_part, rule, mask, findings, typed columns, totals. One pass. */
  readonly sql: string;
  /** What the numbers in `findings` stand for. */
  readonly checks: readonly MaskCheck[];
}

/** The one pass over a file: read, map, type, check. `records` is the plain copy that the pre-scan wrote, or the file itself. */
export function readPlan(job: StagingJob, records: string): ReadPlan {
  const mapped = new Map(
    Object.entries(job.contract.columns).map(([name, column]) => {
      const mapping = job.source.columns[name];
      const cell = (sender: string): string => senderCell(job, sender);
      const filled = (text: string): string => fill(job, text);
      const named = fileTextSql(job, mapping);
      return [name, mapColumn(column, mapping, job.source, cell, filled, named)];
    }),
  );
  const checks = rowChecks(job, mapped);
  const sql = [
    `with raw as (${recordsSql(job, records)})`,
    `trimmed as (select record_no, oddity${trimmedCells(job)} from raw)`,
    `ruled as (select *, ${recordRuleSql(job)} as record_rule from trimmed)`,
    `parts as (${partsSql(job)})`,
    `texts as (select record_no, record_part, rule, oddity${textColumns(mapped)}${totalColumns(job)} from parts)`,
    ...carriedSql(job),
    `masked as (select *, ${maskOf(checks)} as mask from ${carries(job) ? 'carried' : 'texts'})`,
    `found as (select *, ${findingsOfRow(checks)} as findings from masked)`,
  ].join(',\n');
  return {
    sql: `${sql}\nselect ${typedColumns(job, checks)} from found`,
    checks: findingsOf(checks),
  };
}

function trimmedCells(job: StagingJob): string {
  return [...new Set(job.positions.values())]
    .map((position) => `, coalesce(${trimSql(`c${position}`)}, '') as s${position}`)
    .join('');
}

/** Wide to long: a row for each listed column that has a cell. Otherwise each record is its own only part. */
function partsSql(job: StagingJob): string {
  const { reshape } = job.source;
  if (reshape === undefined) {
    return 'select *, 1::smallint as record_part, record_rule as rule from ruled';
  }
  const parts = Object.entries(reshape.columns).map(
    ([column, label], i) =>
      `{'record_part': ${i + 1}::smallint, 'part_label': ${quote(label)}, 'part_cell': ${trimmedCell(job, column)}}`,
  );
  const empty = `${cleanCellSql('part_cell', job.missing)} is null`;
  return (
    `select *, coalesce(record_rule, case when ${empty} then 'empty_cell' end) as rule ` +
    `from (select *, unnest([${parts.join(', ')}], recursive := true) from ruled)`
  );
}

function textColumns(mapped: ReadonlyMap<string, MappedColumn>): string {
  return [...mapped]
    .map(([name, { text, sent }]) => {
      const flags = sent.map(({ passes }, i) => `, ${passes} as ${sentName(name, i)}`);
      return `, ${text} as ${columnSql(name)}${flags.join('')}`;
    })
    .join('');
}

function typedColumns(job: StagingJob, checks: readonly MaskCheck[]): string {
  // A reference whose cells are only checked stands here all the same: it is looked up once the file is read.
  const needed = namedColumns(job.contract).filter(
    ({ column }) => column.checkedOnly !== true || column.target !== undefined,
  );
  const typed = needed.map(({ name, column, stagedAs }) => {
    const value = typedSql(job.contract, name, checks, 'mask');
    const shown = column.person === undefined ? value : pseudonymSql(column.person, value);
    return `${shown} as ${columnSql(stagedAs)}`;
  });
  return [
    'record_no',
    'record_part',
    'rule',
    'mask',
    'findings',
    ...typed,
    ...totalNames(job),
  ].join(',\n    ');
}
