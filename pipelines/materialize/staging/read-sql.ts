import { cleanCellSql, trimSql } from '../../../transforms/contract/cell.ts';
import {
  type Check,
  columnSql,
  contractChecks,
  maskSql,
  typedSql,
} from '../../../transforms/contract/compile.ts';
import { namedColumns } from '../../../transforms/contract/staged-relation.ts';
import { quote, quoteName } from '../../runtime/duckdb.ts';
import { senderCell, trimmedCell } from './cells-sql.ts';
import { fill, type StagingJob } from './job.ts';
import { mapColumn, type MappedColumn } from './mapping-sql.ts';
import { plainNumberSql } from './number-sql.ts';
import { recordRuleSql } from './rules-sql.ts';

/** What a record that is not like the header is told, instead of what its shifted cells would be. */
const ODDITIES = {
  fields: 'The record does not have as many cells as the header',
  quotes: 'The record has a quotation mark where none may stand',
} as const;

/** A check as it stands in the mask; `whole` when it is about the record and not about one of its cells. */
export interface MaskCheck extends Check {
  readonly whole: boolean;
}

export interface ReadPlan {
  /** Selects from the plain copy: record_no, record_part, rule, mask, typed columns, totals. One pass. */
  readonly sql: string;
  /** Bit i of `mask`. */
  readonly checks: readonly MaskCheck[];
}

/** The one pass over a file: read, map, type, check. `copy` is the plain copy that the pre-scan wrote. */
export function readPlan(job: StagingJob, copy: string): ReadPlan {
  const mapped = new Map(
    Object.entries(job.contract.columns).map(([name, column]) => {
      const mapping = job.source.columns[name];
      const cell = (sender: string): string => senderCell(job, sender);
      return [name, mapColumn(column, mapping, job.source, cell, (text) => fill(job, text))];
    }),
  );
  const checks = allChecks(job, mapped);
  const sql = [
    `with raw as (select * from ${readCsv(job, copy)})`,
    `trimmed as (select record_no, oddity${trimmedCells(job)} from raw)`,
    `ruled as (select *, ${recordRuleSql(job)} as record_rule from trimmed)`,
    `parts as (${partsSql(job)})`,
    `texts as (select record_no, record_part, rule, oddity${textColumns(mapped)}${totalColumns(job)} from parts)`,
    `masked as (select *, ${maskOf(checks)} as mask from texts)`,
  ].join(',\n');
  return { sql: `${sql}\nselect ${typedColumns(job, checks)} from masked`, checks };
}

function readCsv(job: StagingJob, copy: string): string {
  const { columns, longestRecord, quotedBreaks } = job.facts;
  const names = ['record_no', 'oddity', ...columns.map((_, i) => `c${i}`)];
  const types = names.map(
    (name) => `${quote(name)}: '${name === 'record_no' ? 'BIGINT' : 'VARCHAR'}'`,
  );
  const options = [
    `columns = {${types.join(', ')}}`,
    'auto_detect = false',
    'header = false',
    `delim = ${quote(job.source.format.delimiter)}`,
    `quote = '"'`,
    `escape = '"'`,
    `new_line = '\\n'`,
    // Room for the number, the mark and the quotation marks that the copy may add.
    `max_line_size = ${Math.max(2_097_152, 2 * longestRecord + 1024)}`,
    // The parallel reader guesses where a record starts, and a line break inside quotes can mislead it.
    ...(quotedBreaks > 0 ? ['parallel = false'] : []),
  ];
  return `read_csv(${quote(copy)}, ${options.join(', ')})`;
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
    .map(([name, { text, known }]) => {
      const flag = known === undefined ? '' : `, ${known.passes} as ${knownName(name)}`;
      return `, ${text} as ${columnSql(name)}${flag}`;
    })
    .join('');
}

/** For each rule that drops stored totals: the amount as the total's column has it, and the group it belongs to. */
function totalColumns(job: StagingJob): string {
  return job.source.drop
    .map(({ total_of: total }, i) => {
      if (total === undefined) return '';
      const format = job.source.number_format;
      const cell = senderCell(job, total.amount);
      const amount = format === undefined ? cell : plainNumberSql(cell, format);
      const by = 'by' in total ? total.by.map((name) => trimmedCell(job, name)) : [];
      return `, try_cast(${amount} as decimal(18,2)) as total_${i}, [${by.join(', ')}]::varchar[] as group_${i}`;
    })
    .join('');
}

function knownName(column: string): string {
  return quoteName(`known ${column}`);
}

function allChecks(
  job: StagingJob,
  mapped: ReadonlyMap<string, MappedColumn>,
): readonly MaskCheck[] {
  const whole = Object.values(ODDITIES).map((reason) => ({
    column: '',
    reason,
    passes: 'true',
    whole: true,
  }));
  const known = [...mapped].flatMap(([column, { known: found }]) =>
    found === undefined
      ? []
      : [{ column, reason: found.reason, passes: knownName(column), whole: false }],
  );
  const contract = contractChecks(job.contract).map((check) => {
    // A word that the map does not know is one mistake, not two.
    const unknown = mapped.get(check.column)?.known !== undefined;
    const passes = unknown ? `(not ${knownName(check.column)} or ${check.passes})` : check.passes;
    return { ...check, passes, whole: false };
  });
  return [...whole, ...known, ...contract, ...yearChecks(job)];
}

/** A row of another fiscal year than the file's name says. */
function yearChecks(job: StagingJob): readonly MaskCheck[] {
  const year = job.contract.columns['fiscal_year'];
  if (job.fileYear === null || year === undefined) return [];
  const text = columnSql('fiscal_year');
  const passes =
    `(case when ${text} is not null and ${year.kind.valid(text)} ` +
    `then ${year.kind.value(text)} = ${job.fileYear} else true end)`;
  const reason = `is not ${job.fileYear}, the fiscal year that the file’s name says`;
  return [{ column: 'fiscal_year', reason, passes, whole: false }];
}

/** An odd record fails everything, so that none of its cells is taken for a value. */
function maskOf(checks: readonly MaskCheck[]): string {
  const all = (1n << BigInt(checks.length)) - 1n;
  const odd = Object.keys(ODDITIES).map((name, i) => {
    const others = Object.keys(ODDITIES).reduce(
      (bits, _, j) => (j === i ? bits : bits | (1n << BigInt(j))),
      0n,
    );
    return `when oddity = '${name}' then ${all & ~others}`;
  });
  return `case ${odd.join(' ')} else ${maskSql(checks)} end`;
}

function typedColumns(job: StagingJob, checks: readonly MaskCheck[]): string {
  // A reference whose cells are only checked stands here all the same: it is looked up once the file is read.
  const needed = namedColumns(job.contract).filter(
    ({ column }) => column.checkedOnly !== true || column.target !== undefined,
  );
  const typed = needed.map(({ name, column, stagedAs }) => {
    const value = typedSql(job.contract, name, checks, 'mask');
    const shown = column.person === undefined ? value : pseudonymSql(value);
    return `${shown} as ${columnSql(stagedAs)}`;
  });
  const totals = job.source.drop.flatMap(({ total_of: total }, i) =>
    total === undefined ? [] : [`total_${i}`, `group_${i}`],
  );
  return ['record_no', 'record_part', 'rule', 'mask', ...typed, ...totals].join(',\n    ');
}

/** HMAC-SHA256 of a person's number with the district's secret, whose two pads stand in variables of the engine. */
function pseudonymSql(value: string): string {
  const inner = `sha256(getvariable('ipad') || encode(${value}))`;
  return `left(sha256(getvariable('opad') || from_hex(${inner})), 32)`;
}
