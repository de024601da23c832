import type { Prescan } from './sent-file.ts';

/** Rows that a sheet of an old and of a new workbook can hold: a longer export ends there without a word. */
const SHEET_ROWS = [65_536, 1_048_576];
/** Characters at which programs cut a cell. */
const CELL_LIMITS = [255, 32_767] as const;
export const SHORTEST_CUT = CELL_LIMITS[0];

/** The row limit at which a file ends, whether its header is counted or not; `null` when it ends elsewhere. */
export function rowLimit(records: number, rows: number): number | null {
  return SHEET_ROWS.find((limit) => limit === records || limit === rows) ?? null;
}

/** Watches for columns whose longest cells all have the length at which a program would have cut them. */
export class CellLengths {
  private readonly longest: number[] = [];
  private readonly hits: number[] = [];

  /** The cells of a record that may hold a long one. */
  add(cells: readonly string[]): void {
    cells.forEach(({ length }, column) => {
      const longest = this.longest[column] ?? 0;
      if (length < SHORTEST_CUT || length < longest) return;
      this.hits[column] = length === longest ? (this.hits[column] ?? 0) + 1 : 1;
      this.longest[column] = length;
    });
  }

  remarks(name: string, { columns }: Pick<Prescan, 'columns'>): readonly string[] {
    return columns.flatMap((column, i) => {
      const limit = CELL_LIMITS.find((length) => length === this.longest[i]);
      const hits = this.hits[i] ?? 0;
      // One text may happen to have 255 characters; two of that very length, and none longer, were cut.
      if (limit === undefined || (limit === SHORTEST_CUT && hits < 2)) return [];
      return [
        `${name}: the longest cells of the column ${column} have exactly ${limit} characters, so a program has probably cut them (F18).`,
      ];
    });
  }
}
