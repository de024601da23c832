import type { Row } from '../../pipelines/runtime/duckdb.ts';

/** A value of an SQL literal: numbers are written as they stand, texts in quotes, `null` as NULL. */
type Literal = string | number | boolean | null;

/** A select that makes the given rows, for a relation that a test gives to a model. */
export function rowsSql(columns: string, rows: readonly (readonly Literal[])[]): string {
  const names = columns.split(/[ ,]+/);
  if (rows.length === 0)
    return `select ${names.map((name) => `null as ${name}`).join(', ')} where false`;
  const values = rows.map((row) => `(${row.map(literal).join(', ')})`).join(', ');
  return `select * from (values ${values}) as given(${names.join(', ')})`;
}

function literal(value: Literal): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}

/** A text cell of a row that a model made; fails when there is no row, or no text in it. */
export function cellText(row: Row | undefined, column: string): string {
  const cell = row?.[column];
  if (typeof cell !== 'string') throw new Error(`There is no text in ${column}.`);
  return cell;
}

/** The cells of some columns, row by row. */
export function cellsOf(rows: readonly Row[], ...columns: readonly string[]): unknown[][] {
  return rows.map((row) => columns.map((column) => row[column]));
}
