import type { ItemEnd } from '../graph/batch.ts';
import type { BatchRow } from '../refresh/batch.ts';
import { countOf, grouped } from '../runtime/words.ts';

/** How one of several refreshes came out, in a word or two. */
const END_WORDS: Readonly<Record<ItemEnd, string>> = {
  made: 'done',
  failed: 'failed',
  blocked: 'blocked by a check',
  cancelled: 'stopped',
  skipped: 'skipped',
  no_files: 'no files',
};

/** `done: 118 steps made, 14 reused`, `failed: ledger GL_FY2024.csv: The column amount is missing.` */
export function endWords(row: Omit<BatchRow, 'name' | 'district' | 'year'>): string {
  return `${END_WORDS[row.end]}: ${detailOf(row)}`;
}

/** A line for each of several refreshes, under one another. */
export function batchTable(title: string, rows: readonly BatchRow[]): readonly string[] {
  const names = [title, ...rows.map(({ name }) => name)];
  const ends = ['Result', ...rows.map(({ end }) => END_WORDS[end])];
  const details = ['', ...rows.map(detailOf)];
  const [first, second] = [widthOf(names), widthOf(ends)];
  return names.map((name, i) =>
    `${name.padEnd(first)}  ${(ends[i] ?? '').padEnd(second)}  ${details[i] ?? ''}`.trimEnd(),
  );
}

/** The same for a program. */
export function batchJson(rows: readonly BatchRow[]): object {
  return rows.map(({ name, district, year, end, edition, outcome, made, reused, why }) => ({
    name,
    district,
    fiscal_year: year,
    state: end === 'made' ? 'done' : end,
    edition: edition ?? null,
    outcome: outcome ?? null,
    steps_made: made ?? 0,
    steps_reused: reused ?? 0,
    why: why ?? null,
  }));
}

function detailOf({
  end,
  edition,
  outcome,
  made = 0,
  reused = 0,
  why,
}: Omit<BatchRow, 'name' | 'district' | 'year'>): string {
  if (end !== 'made') return why ?? '';
  const steps = `${countOf(made, 'step')} made, ${grouped(reused)} reused`;
  if (edition === undefined) return steps;
  const how = outcome === 'already published' ? 'is already published' : outcome;
  return `edition ${edition} ${how === 'published' ? 'is published' : how} (${steps})`;
}

function widthOf(cells: readonly string[]): number {
  return Math.max(...cells.map((cell) => cell.length));
}
