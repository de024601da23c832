import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a bench has measured, ready to be printed. */
export interface Measured {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Sentences below the table: the verdict first. */
  readonly notes: readonly string[];
  /** Whether what is judged is within its bound. */
  readonly good: boolean;
}

const resultsFile = join(import.meta.dirname, 'RESULTS.md');

/** The middle one; the mean of the two in the middle where there is none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const [low = NaN, high = NaN] = [sorted[Math.ceil(half) - 1], sorted[Math.floor(half)]];
  return (low + high) / 2;
}

/** Bytes as a table prints them. */
export function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(0);
}

/** The table and the notes as Markdown, aligned to be read in a terminal too. */
export function tableLines({ title, columns, rows, notes }: Measured): string[] {
  const widths = columns.map((column, place) =>
    Math.max(column.length, ...rows.map((row) => row[place]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, place) => (cells[place] ?? '').padStart(width)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => `${'-'.repeat(width - 1)}:`).join(' | ')} |`;
  return [title, '', line(columns), rule, ...rows.map(line), '', ...notes.map((n) => `- ${n}`)];
}

/** Writes what was measured into the file of results, in place of what stood there of the same bench. */
export function saveResult(
  name: string,
  date: string,
  machine: string,
  measured: Measured,
  file = resultsFile,
): void {
  const [head = '# Results\n', ...sections] = existsSync(file)
    ? readFileSync(file, 'utf8').split(/^(?=## )/m)
    : ['# Results\n\nWhat `npm run bench -- NAME --save` measured last.\n\n'];
  const mine = [`## ${name}`, '', `${date}, ${machine}.`, '', ...tableLines(measured), ''];
  const others = sections.filter((section) => !section.startsWith(`## ${name}\n`));
  const all = [...others.map((section) => `${section.trimEnd()}\n`), mine.join('\n')];
  writeFileSync(file, `${head.trimEnd()}\n\n${all.sort().join('\n')}`);
}
