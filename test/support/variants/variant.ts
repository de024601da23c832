/** A record of the sample district by the columns of its extract; amounts plain, dates as 2024-07-15. */
export type Fields = Readonly<Record<string, string>>;

/** One kind of file of fiscal 2025. */
export interface Table {
  /** The contract that it meets. */
  readonly extract: string;
  readonly rows: readonly Fields[];
}

/** A column of another system's file. */
export interface VariantColumn<Cell = string> {
  readonly header: string;
  /** The columns of the extract that it truly is; none where the map has no use for it. */
  readonly truly: readonly string[];
  readonly cell: (fields: Fields) => Cell;
  /** The columns of the extract that are its parts, from the first. */
  readonly parts?: readonly string[];
}

/** What a file, or a sheet of it, truly is: the key by which a proposal is judged. */
export interface VariantFile {
  readonly file: string;
  readonly sheet?: string;
  readonly extract: string;
  /** By header, the columns of the extract that stand in it. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Which part of a whole account a column of the extract is, from 0. */
  readonly parts?: Readonly<Record<string, number>>;
  /** Headers that each are a row, with its label, and by which names `columns` reads label and cell. */
  readonly reshape?: {
    readonly columns: Readonly<Record<string, string>>;
    readonly name: string;
    readonly value: string;
  };
}

/** The key of a file with these columns. */
export function keyOf(
  place: Pick<VariantFile, 'file' | 'sheet'>,
  extract: string,
  columns: readonly VariantColumn<unknown>[],
): VariantFile {
  const truth = columns.map(({ header, truly }): [string, readonly string[]] => [header, truly]);
  const parts = columns.flatMap((column) =>
    (column.parts ?? []).map((part, index): [string, number] => [part, index]),
  );
  return {
    ...place,
    extract,
    columns: Object.fromEntries(truth),
    parts: Object.fromEntries(parts),
  };
}

/** A column that holds one column of the extract as it is. */
export function same(header: string, column: string): VariantColumn {
  return { header, truly: [column], cell: (fields) => fields[column] ?? '' };
}

/** A column that holds one column of the extract, written in another way. */
export function written(
  header: string,
  column: string,
  write: (text: string) => string,
): VariantColumn {
  return { header, truly: [column], cell: (fields) => write(fields[column] ?? '') };
}

/** A column that the other system has and the map does not need. */
export function unused(header: string, text: string): VariantColumn {
  return { header, truly: [], cell: () => text };
}
