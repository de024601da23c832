import type { ItemEnd, ItemResult } from '../graph/batch.ts';
import type { RefreshRequest } from './request.ts';

/** One refresh of several: of one district of a folder, or of one fiscal year of a district. */
export interface BatchItem {
  /** The district's id. */
  readonly district: string;
  /** The fiscal year that it is of, where only that one is made. */
  readonly year: number | null;
  /** How a person calls it. */
  readonly name: string;
  /** What it asks other than all of them ask. */
  readonly asks: Partial<RefreshRequest>;
}

/** Refreshes that are asked for at once: plain data, so that it can travel. */
export interface BatchJob {
  readonly kind: 'backfill' | 'batch';
  /** Of a backfill the district's id, of a batch a name of its own; two of the same name never go on at once. */
  readonly name: string;
  /** What it is, for people. */
  readonly summary: string;
  /** What all of them ask. */
  readonly request: RefreshRequest;
  readonly items: readonly BatchItem[];
  /** How many may go on at once. */
  readonly window: number;
}

/** Told where a batch is. */
export interface BatchFollower {
  readonly started: (item: BatchItem) => void;
  readonly ended: (item: BatchItem, result: ItemResult) => void;
}

/** Of a refresh whose folder of extracts is not there or has no files, by the code of the `Problem` that says so. */
export const noFilesCode = 'extracts_missing';

export function requestOf(
  { request }: Pick<BatchJob, 'request'>,
  { asks }: BatchItem,
): RefreshRequest {
  return { ...request, ...asks };
}

/** What became of one of several refreshes, for a person. */
export interface BatchRow extends Omit<ItemResult, 'place'> {
  readonly name: string;
  readonly district: string;
  readonly year: number | null;
}

/** A row for each item, in order; one that has no result was never begun. */
export function batchRows(
  { items }: Pick<BatchJob, 'items'>,
  results: readonly ItemResult[],
): readonly BatchRow[] {
  const byPlace = new Map(results.map(({ place, ...result }) => [place, result]));
  return items.map(({ name, district, year }, place) => ({
    name,
    district,
    year,
    ...(byPlace.get(place) ?? { end: 'cancelled', why: 'not begun' }),
  }));
}

/** The exit code of several refreshes: 1 when any did not come to its end, 3 when a check blocks any, else 0. */
export function batchExit(rows: readonly { readonly end: ItemEnd }[]): 0 | 1 | 3 {
  const met = new Set(rows.map(({ end }) => end));
  if (met.has('failed') || met.has('cancelled')) return 1;
  return met.has('blocked') ? 3 : 0;
}
