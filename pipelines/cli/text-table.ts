/** Rows of cells as lines, each column as wide as its widest cell; all columns but the first are set to the right. */
export function textTable(
  rows: readonly (readonly string[])[],
  rightFrom: readonly number[] | 'all' = 'all',
): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const toRight = (column: number): boolean =>
    rightFrom === 'all' ? column > 0 : rightFrom.includes(column);
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return toRight(column) ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
}
