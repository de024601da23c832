import type { FileProfile } from './file-profile.ts';
import { plainNumber } from './shape.ts';
import { normalName } from './words.ts';

/** A column with the sum of others in each row, but for so many dollars. */
export interface RowTotal {
  readonly column: string;
  readonly within: number;
}

/** What a spreadsheet's own rounding may come to in a row. */
export const ROUNDING = 0.01;

/** Amounts that were made from dollars per student differ by some dollars from a total that was rounded. */
export const WHOLE_DOLLARS = 5;

/** The column that has the sum of the columns in each row, but for so much; each of them is then known to be a part of it. */
export function totalOf(
  { columns, records }: FileProfile,
  parts: readonly string[],
  most: number,
): RowTotal | undefined {
  const at = (name: string): number => columns.findIndex((column) => column.name === name);
  const places = parts.map(at);
  const amount = (cell: string | undefined): number => Number(plainNumber(cell ?? '') ?? 0);
  const rows = (records ?? []).map((record) => ({
    record,
    sum: places.reduce((sum, place) => sum + amount(record[place]), 0),
  }));
  if (rows.length === 0) return undefined;
  const [found] = columns
    .filter(({ name }) => /\btotal\b/.test(normalName(name)) && !parts.includes(name))
    .map(({ name }) => ({
      column: name,
      apart: Math.max(...rows.map(({ record, sum }) => Math.abs(sum - amount(record[at(name)])))),
    }))
    .filter(({ apart }) => apart < most);
  if (found === undefined) return undefined;
  return {
    column: found.column,
    within: found.apart < ROUNDING ? ROUNDING : Math.ceil(found.apart),
  };
}
