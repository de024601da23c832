import { type Column, isRequired, type Segment } from './kind.ts';

/** What one extract's rows must be, whatever the sender's file looks like. */
export interface Contract {
  /** The extract's name; its rows become `staging.<name>`. */
  readonly name: string;
  /** What one row is. */
  readonly row: string;
  /** Columns in which no two rows agree (a missing value counts as a value); empty when rows may repeat. */
  readonly key: readonly string[];
  /** The key holds only when all its columns are mapped, as a ledger may come without journal numbers. */
  readonly keyOnlyWhenMapped?: boolean;
  /** The column that says the year; `null` when rows belong to no year. */
  readonly year: 'fiscal_year' | 'school_year' | null;
  /** Of each group of columns, a row must fill at least one. */
  readonly requireOneOf?: readonly (readonly string[])[];
  readonly columns: Readonly<Record<string, Column>>;
}

export function defineContract(contract: Contract): Contract {
  return contract;
}

/** A column of the typed relation, in order. */
export interface StagedColumn {
  readonly name: string;
  readonly sqlType: string;
  readonly describe: string;
}

/** Which line a staged row came from; a wide record may become several parts. */
export const LINE_COLUMNS: readonly StagedColumn[] = [
  { name: 'source_id', sqlType: 'VARCHAR', describe: 'The source in district.yaml.' },
  {
    name: 'source_file_key',
    sqlType: 'VARCHAR',
    describe: "First 16 hex digits of the sha256 of the file's bytes.",
  },
  {
    name: 'record_no',
    sqlType: 'BIGINT',
    describe: 'Record of the file, from 1, titles and header included.',
  },
  { name: 'record_part', sqlType: 'SMALLINT', describe: 'Row that the record became, from 1.' },
];

/** The name under which a contract's column stands in the typed relation: a person's number never does. */
export function stagedName(name: string, column: Column): string {
  return column.person ?? name;
}

/** The columns of `staging.<name>`, in order. */
export function stagedColumns(contract: Contract): readonly StagedColumn[] {
  return [...referenceColumns(contract), ...LINE_COLUMNS];
}

/** The columns of a reference table, in order: those of its contract alone, since its rows need no line. */
export function referenceColumns(contract: Contract): readonly StagedColumn[] {
  return Object.entries(contract.columns).map(([name, column]) => ({
    name: stagedName(name, column),
    sqlType: column.kind.sqlType,
    describe: column.describe,
  }));
}

/** A relation without rows: what a model reads when the district does not send the extract. */
export function emptyRelationSql(contract: Contract): string {
  return emptySql(stagedColumns(contract));
}

export function emptySql(columns: readonly Pick<StagedColumn, 'name' | 'sqlType'>[]): string {
  const list = columns.map(({ name, sqlType }) => `null::${sqlType} as ${name}`).join(', ');
  return `select ${list} where false`;
}

/** True when the extract has a row per person, so that it needs the secret and stays in the store. */
export function hasPersons(contract: Contract): boolean {
  return Object.values(contract.columns).some((column) => column.person !== undefined);
}

/** True when the extract's rows are dollars of the map. */
export function isLedger(contract: Contract): boolean {
  return 'amount_type' in contract.columns && 'function_code' in contract.columns;
}

/** The columns that a source must map: what every row needs, and the segments of the district's chart. */
export function columnsToMap(contract: Contract, chart: readonly Segment[]): readonly string[] {
  return Object.entries(contract.columns)
    .filter(([, column]) =>
      column.segment === undefined ? isRequired(column) : chart.includes(column.segment),
    )
    .map(([name]) => name);
}

/** The extracts whose staged rows a reference of this contract is looked up in, its own left out. */
export function referencedExtracts(contract: Contract): readonly string[] {
  const names = Object.values(contract.columns).flatMap(({ target }) => target?.extract ?? []);
  return [...new Set(names)].filter((name) => name !== contract.name).sort();
}
