import { type ColumnProfile, type FileProfile, usualValues } from './file-profile.ts';
import { namedYear, yearlyHeader } from './file-years.ts';

/** Files of one kind, such as the ledgers of several years: one source of district.yaml. */
export interface Family {
  /** `file` of the source. */
  readonly pattern: string;
  readonly files: readonly string[];
  /** The fiscal years that the names say, in order. */
  readonly years: readonly number[];
  readonly yearSure: boolean;
  /** All files of the family together. */
  readonly profile: FileProfile;
}

/** A file, and which of its sheets where it has several. */
export function placeName({ pattern, profile: { format } }: Family): string {
  return format.type === 'xlsx' && typeof format.sheet === 'string'
    ? `${pattern}, sheet “${format.sheet}”`
    : pattern;
}

/** Puts files together whose names differ by the year alone and whose columns are the same. */
export function familiesOf(sent: readonly FileProfile[]): readonly Family[] {
  const files = sent.map(withYearlyHeaders);
  const groups = new Map<string, FileProfile[]>();
  for (const file of files) {
    const { pattern } = namedYear(file.name);
    const columns = file.columns.map(({ name }) => name).join('\u0000');
    const key = `${pattern}\u0001${columns}`;
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  const names = [...new Set(files.map(({ name }) => name))].map((name) => namedYear(name).pattern);
  return [...groups.entries()].map(([key, group]) => {
    const pattern = key.split('\u0001')[0] ?? '';
    // Files of one pattern with different columns would be taken for each other: each keeps its own name.
    const alone = names.filter((other) => other === pattern).length > 1 && group.length === 1;
    return familyOf(alone ? (group[0]?.name ?? pattern) : pattern, group);
  });
}

function withYearlyHeaders(file: FileProfile): FileProfile {
  const { year } = namedYear(file.name);
  const columns = file.columns.map((column) => ({
    ...column,
    name: yearlyHeader(column.name, year),
  }));
  return { ...file, columns };
}

function familyOf(pattern: string, files: readonly FileProfile[]): Family {
  const named = files.map(({ name }) => namedYear(name));
  const profile = together(files);
  const years = named.flatMap(({ year }) => (year === null ? [] : [year])).sort((a, b) => a - b);
  return {
    pattern,
    files: files.map(({ name }) => name),
    years: pattern.includes('{fiscal_year') ? years : [],
    yearSure: named.every(({ sure }) => sure),
    profile,
  };
}

const MOST = 2000;

/** What several files hold, as if they were one. */
function together(files: readonly FileProfile[]): FileProfile {
  const last = files.at(-1);
  if (last === undefined) throw new Error('A family has no file.');
  if (files.length === 1) return last;
  const sum = (of: (file: FileProfile) => number): number =>
    files.reduce((total, file) => total + of(file), 0);
  return {
    ...last,
    bytes: sum(({ bytes }) => bytes),
    rows: sum(({ rows }) => rows),
    columns: last.columns.map((column, i) =>
      columnOf(
        files.flatMap((file) => file.columns[i] ?? []),
        column,
      ),
    ),
    oddRecords: uniqueBy(
      files.flatMap(({ oddRecords }) => oddRecords),
      ({ column, wording }) => `${column} ${wording}`,
    ),
    ...(last.records ? { records: files.flatMap(({ records }) => records ?? []) } : {}),
    keys: last.keys.filter((key) =>
      files.every((file) => file.keys.some((other) => other.join() === key.join())),
    ),
  };
}

function columnOf(columns: readonly ColumnProfile[], last: ColumnProfile): ColumnProfile {
  const usual = new Set(columns.flatMap(usualValues).slice(0, MOST));
  const values = [...new Set([...usual, ...columns.flatMap((column) => column.values)])];
  return {
    name: last.name,
    filled: columns.reduce((total, { filled }) => total + filled, 0),
    distinct: Math.max(values.length, ...columns.map(({ distinct }) => distinct)),
    values: values.slice(0, MOST),
    usual: usual.size,
    complete: columns.every(({ complete }) => complete) && values.length <= MOST,
  };
}

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}
