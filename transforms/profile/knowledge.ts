import type { FileProfile } from './file-profile.ts';

/** Lists of codes that files of the folder hold, by which the codes of other files are recognized. */
export interface Knowledge {
  /** By the name of a list: `site`, the segments of the chart, `earn_code`, `job`. */
  readonly codes: ReadonlyMap<string, ReadonlySet<string>>;
}

export const NOTHING_KNOWN: Knowledge = { codes: new Map() };

/** Fewer codes than this recognize nothing: many lists have a 1 and a 2. */
const ENOUGH = 3;

/** Which share of the values are codes of a list; undefined when the list is not there or too short to tell. */
export function overlap(
  knowledge: Knowledge,
  list: string,
  values: readonly string[],
): number | undefined {
  const codes = knowledge.codes.get(list);
  if (codes === undefined || codes.size < ENOUGH || values.length === 0) return undefined;
  return values.filter((value) => codes.has(value)).length / values.length;
}

/** The values of a column, or none when the file does not have it. */
export function valuesOf(file: FileProfile, column: string | undefined): readonly string[] {
  return file.columns.find(({ name }) => name === column)?.values ?? [];
}
