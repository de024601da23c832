import type { Contract } from './contract.ts';
import type { Column } from './kind.ts';

/** A column of a staged relation. */
interface StagedColumn {
  readonly name: string;
  readonly sqlType: string;
}

/**
 * Where in the files a staged row stands: the source of district.yaml, the first 16 hex digits of the sha256 of the
 * file's bytes, the record from 1 with titles and header, and the part, from 1, of a record that became several rows.
 */
export const PLACE_COLUMNS: readonly StagedColumn[] = [
  { name: 'source_id', sqlType: 'VARCHAR' },
  { name: 'source_file_key', sqlType: 'VARCHAR' },
  { name: 'record_no', sqlType: 'BIGINT' },
  { name: 'record_part', sqlType: 'SMALLINT' },
];

/** The name under which a contract's column stands in the staged relation: a person's number never does. */
export function stagedName(name: string, column: Column): string {
  return column.person ?? name;
}

/** A column of a contract, and the name under which it is written. */
export interface NamedColumn {
  readonly name: string;
  readonly column: Column;
  readonly stagedAs: string;
}

/** All columns of a contract, in order. */
export function namedColumns(contract: Contract): readonly NamedColumn[] {
  return Object.entries(contract.columns).map(([name, column]) => ({
    name,
    column,
    stagedAs: stagedName(name, column),
  }));
}

/** The columns of a contract that are written: all but those whose cells are only checked. */
export function keptColumns(contract: Contract): readonly NamedColumn[] {
  return namedColumns(contract).filter(({ column }) => column.checkedOnly !== true);
}

/** What a contract's columns become, in order; a reference table has these alone, since nobody asks for its lines. */
export function contractColumns(contract: Contract): readonly StagedColumn[] {
  return keptColumns(contract).map(({ column, stagedAs }) => ({
    name: stagedAs,
    sqlType: column.kind.sqlType,
  }));
}

/** `staging.<name>` without rows: what a model reads when the district does not send the extract. */
export function emptyRelationSql(contract: Contract): string {
  return emptySql([...contractColumns(contract), ...PLACE_COLUMNS]);
}

/** A select of typed columns without rows. */
export function emptySql(columns: readonly StagedColumn[]): string {
  const list = columns.map(({ name, sqlType }) => `null::${sqlType} as ${name}`).join(', ');
  return `select ${list} where false`;
}
