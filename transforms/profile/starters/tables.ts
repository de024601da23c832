/** A table of `coding/` as it is first proposed. */
export interface StarterTable {
  readonly file: string;
  readonly rows: readonly (readonly string[])[];
}

/** The text of a table. */
export function csvText({ rows }: StarterTable): string {
  return rows.map((cells) => `${cells.map(csvCell).join(',')}\n`).join('');
}

function csvCell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Several codes as one condition of a rule. */
export function anyOf(codes: readonly string[]): string {
  return [...new Set(codes)].sort().join('|');
}
