import type { ColumnProfile, FileProfile } from '../../transforms/profile/file-profile.ts';
import { type Proposal, proposeDistrict } from '../../transforms/profile/propose-district.ts';

/** A column whose cells are these, one record after another. */
function column(name: string, cells: readonly string[]): ColumnProfile {
  const values = [...new Set(cells.filter((cell) => cell !== ''))];
  const filled = cells.filter((cell) => cell !== '').length;
  return { name, filled, distinct: values.length, values, usual: values.length, complete: true };
}

/** A short file with these columns, as it is profiled. */
export function file(
  name: string,
  columns: Readonly<Record<string, readonly string[]>>,
): FileProfile {
  const cells = Object.values(columns);
  const rows = cells[0]?.length ?? 0;
  return {
    name,
    bytes: 1000,
    format: { type: 'csv' },
    rows,
    columns: Object.entries(columns).map(([header, values]) => column(header, values)),
    oddRecords: [],
    records: Array.from({ length: rows }, (_, row) => cells.map((values) => values[row] ?? '')),
    keys: [],
  };
}

/** What is proposed for a folder of these files. */
export const propose = (...files: readonly FileProfile[]): Proposal =>
  proposeDistrict(files, { id: 'springfield', name: 'Springfield', state: 'OH' });
