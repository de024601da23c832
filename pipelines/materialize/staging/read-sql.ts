import { columnsRead } from '../../../transforms/config/column-mapping.ts';
import { cleanCellSql, trimSql } from '../../../transforms/contract/cell.ts';
import { columnSql, findingsOf, typedSql } from '../../../transforms/contract/compile.ts';
import { pseudonymSql } from '../../../transforms/contract/pseudonym.ts';
import {
  keptColumns,
  type NamedColumn,
  namedColumns,
} from '../../../transforms/contract/staged-relation.ts';
import { quote } from '../../runtime/duckdb.ts';
import { columnName } from '../../runtime/formats/header.ts';
import { senderCell, trimmedCell } from './cells-sql.ts';
import { fileTextSql } from './file-text.ts';
import { fill, type StagingJob } from './job.ts';
import { loneTextSql } from './lone-text.ts';
import { mapColumn, type MappedColumn } from './mapping-sql.ts';
import { findingsOfRow, type MaskCheck, maskOf, rowChecks, sentName } from './row-checks.ts';
import { correctedSql } from './corrected-sql.ts';
import { carriedSql, carries } from './carried-sql.ts';
import { type PlainColumn, type PlainRow, plainRow } from './plain-row.ts';
import { notAgainSql } from './repeated-keys.ts';
import { recordRuleSql } from './rules-sql.ts';
import { origin, PASSING } from './staged-sql.ts';
import { totalColumns, totalNames } from './total-columns.ts';

/** How a file is read: the statements of its passes over the plain copy, and what their findings stand for. */
export interface ReadPlan {
  /** What the numbers in `findings` stand for. */
  readonly checks: readonly MaskCheck[];
  /** All rows of some records, or of all: record_no, record_part, rule, mask, findings, typed columns, totals. */
  rows(records?: string): string;
  /** The rows that no rule drops and no check of the row fails, as they are written; not those that repeat the one before. */
  readonly loaded: string;
}

/** Reads, maps, types and checks. `records` selects number, oddity and cells of each: see `recordsSql`. */
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
  const plain = job.source.reshape === undefined && !carries(job) ? plainRow(job) : null;
  const texts = job.corrections.length === 0 ? 'texts' : 'corrected';
  const masked = (which: string): string =>
    [
      `with raw as (select * from (${records}) ${which})`,
      `joined as (select *, ${plain?.whole ?? 'null'} as whole from raw)`,
      `told as (select * exclude (whole), ${plain?.sql ?? 'false'} as plain, ${loneTextSql(job)} as lone_text from joined)`,
      `trimmed as (select record_no, oddity, plain, lone_text${trimmedCells(job, plain)} from told)`,
      `ruled as (select *, ${recordRuleSql(job)} as record_rule from trimmed)`,
      `parts as (${partsSql(job)})`,
      `texts as (select record_no, record_part, rule, oddity, plain, lone_text${textColumns(mapped, plain)}${totalColumns(job)} from parts)`,
      ...correctedSql(job, mapped),
      ...carriedSql(job, texts),
      `masked as (select *, ${maskOf(checks, plain)} as mask from ${carries(job) ? 'carried' : texts})`,
    ].join(',\n');
  const found = `found as (select *, ${findingsOfRow(job, checks)} as findings from masked)`;
  // A copy is read in no order that a row could be compared in with the one before.
  const ordered = job.facts.direct === null ? '' : notAgainSql(job);
  return {
    checks: findingsOf(checks),
    rows: (records = '') =>
      `${masked(records)},\n${found}\nselect ${typedColumns(job, checks)} from found`,
    loaded: `${masked('')}\nselect ${loadedColumns(job)} from masked where ${PASSING} ${ordered}`,
  };
}

/** Where the columns stand that something else reads than a mapping which takes a plain cell as it is. */
function readOtherwise(
  { source, positions }: StagingJob,
  plain: PlainRow | null,
): readonly number[] {
  const names = [
    ...source.keep.map(({ column }) => column),
    ...source.drop.flatMap(({ when }) => Object.keys(when)),
    ...source.drop.flatMap(({ total_of: total }) =>
      total === undefined ? [] : [total.amount, ...('by' in total ? total.by : [])],
    ),
    ...Object.entries(source.columns).flatMap(([name, mapping]) =>
      plain?.columns.has(name) === true ? [] : columnsRead(mapping),
    ),
  ];
  return names.map((name) => positions.get(columnName(name)) ?? -1);
}

function trimmedCells(job: StagingJob, plain: PlainRow | null): string {
  const plainColumns = [...(plain?.columns.values() ?? [])];
  const plainCells = plainColumns.map(({ position }) => position);
  const proven = plainColumns.filter((column) => column.proven).map(({ position }) => position);
  const others = readOtherwise(job, plain);
  return [...new Set(job.positions.values())]
    .map((position) => {
      const trimmed = trimSql(`c${position}`);
      const text = `coalesce(${trimmed}, '') as s${position}`;
      if (!plainCells.includes(position)) return `, ${text}`;
      // Of a plain row the cell itself is taken, and what it is without spaces only where something else reads it.
      const untouched = others.includes(position) ? `coalesce(c${position}, '')` : 'null';
      if (proven.includes(position)) return `, c${position}, ${untouched} as s${position}`;
      return `, c${position}, case when plain then ${untouched} else coalesce(${trimmed}, '') end as s${position}`;
    })
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

function textColumns(mapped: ReadonlyMap<string, MappedColumn>, plain: PlainRow | null): string {
  return [...mapped]
    .map(([name, { text, sent }]) => {
      const flags = sent.map(({ passes }, i) => `, ${passes} as ${sentName(name, i)}`);
      return `, ${textSql(text, plain?.columns.get(name))} as ${columnSql(name)}${flags.join('')}`;
    })
    .join('');
}

function textSql(text: string, cell: PlainColumn | undefined): string {
  if (cell === undefined) return text;
  const asItStands = cell.text(`c${cell.position}`);
  return cell.proven ? asItStands : `case when plain then ${asItStands} else ${text} end`;
}

function typedColumns(job: StagingJob, checks: readonly MaskCheck[]): string {
  // A reference whose cells are only checked stands here all the same: it is looked up once the file is read.
  const needed = namedColumns(job.contract).filter(
    ({ column }) => column.checkedOnly !== true || column.target !== undefined,
  );
  const typed = needed.map((named) =>
    stagedSql(named, typedSql(job.contract, named.name, checks, 'mask')),
  );
  const own = ['record_no', 'record_part', 'rule', 'mask', 'findings'];
  const corrections = job.corrections.length === 0 ? [] : ['corrections'];
  return [...own, ...typed, ...totalNames(job), ...corrections].join(',\n    ');
}

/** A row that passes needs no second look at its mask. */
function loadedColumns(job: StagingJob): string {
  const typed = keptColumns(job.contract).map((named) =>
    stagedSql(named, named.column.kind.value(columnSql(named.name))),
  );
  return [...typed, origin(job), 'record_no', 'record_part'].join(',\n    ');
}

function stagedSql({ column, stagedAs }: NamedColumn, value: string): string {
  const shown = column.person === undefined ? value : pseudonymSql(column.person, value);
  return `${shown} as ${columnSql(stagedAs)}`;
}
