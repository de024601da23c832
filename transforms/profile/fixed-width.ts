/** A column of a file of fixed width: its first character, from 1, and how many there are. */
export interface FixedColumn {
  readonly name: string;
  readonly start: number;
  readonly width: number;
}

/** Fewer lines than this do not show where columns begin. */
const ENOUGH = 8;

/**
 * Columns of lines that are all equally long, or nearly so: they begin where a blank in all lines ends. Undefined when
 * the lines have no such places.
 */
export function fixedColumns(lines: readonly string[]): readonly FixedColumn[] | undefined {
  const filled = lines.filter((line) => line.trim() !== '');
  // There may be more lines than a function takes arguments.
  const width = filled.reduce((most, { length }) => Math.max(most, length), 0);
  const long = filled.filter((line) => line.length === width).length;
  if (filled.length < ENOUGH || width < 10 || long < 0.9 * filled.length) return undefined;
  const blank = Array.from({ length: width }, (_, at) =>
    filled.every((line) => (line[at] ?? ' ') === ' '),
  );
  const starts = blank.flatMap((isBlank, at) =>
    !isBlank && (at === 0 || blank[at - 1] === true) ? [at] : [],
  );
  if (starts.length < 3) return undefined;
  return starts.map((start, i) => ({
    name: `column_${i + 1}`,
    start: start + 1,
    width: (starts[i + 1] ?? width) - start,
  }));
}

/** The columns with the names that the first line gives them; undefined when it is a record as all others. */
export function namedByFirstLine(
  columns: readonly FixedColumn[],
  lines: readonly string[],
): readonly FixedColumn[] | undefined {
  const cut = ({ start, width }: FixedColumn, line: string): string =>
    line.slice(start - 1, start - 1 + width).trim();
  const [first = ''] = lines;
  const names = columns.map((column) => cut(column, first));
  const isName = (name: string): boolean => /^[A-Za-z][A-Za-z0-9_ #./-]*$/.test(name);
  if (!names.every(isName) || new Set(names).size < names.length) return undefined;
  const numbers = columns.some((column) => /\d/.test(cut(column, lines[1] ?? '')));
  return numbers ? columns.map((column, i) => ({ ...column, name: names[i] ?? '' })) : undefined;
}
