import { type ColumnProfile, type FileProfile, usualValues } from './file-profile.ts';
import { groupOfColumn, measureFor, wordFor } from './names/values.ts';
import { type RowTotal, ROUNDING, totalOf, WHOLE_DOLLARS } from './row-total.ts';
import { numberShape, yearShape } from './shape.ts';
import { normalName } from './words.ts';

/** Several columns of a file that each are a row of an extract: `reshape` in district.yaml. */
export interface Wide {
  /** The extract's columns that label and cell become. */
  readonly label: string;
  readonly cell: string;
  /** The sender's column and the label of its rows. */
  readonly columns: Readonly<Record<string, string>>;
  /** The cells are percentages. */
  readonly percent: boolean;
  /** A column that is the sum of the others, but for so many dollars. */
  readonly total?: RowTotal;
}

const isNumber = (column: ColumnProfile): boolean =>
  column.filled > 0 && numberShape(usualValues(column)) !== undefined;

/** Columns whose names are words of one kind, by those words; undefined for fewer than `least` of them. */
function collect(
  file: FileProfile,
  least: number,
  word: (name: string) => string | undefined,
): Readonly<Record<string, string>> | undefined {
  const found = new Map<string, string>();
  for (const column of file.columns.filter(isNumber)) {
    const label = word(column.name);
    if (label !== undefined && ![...found.values()].includes(label)) found.set(column.name, label);
  }
  return found.size >= least ? Object.fromEntries(found) : undefined;
}

function isPercent(columns: Readonly<Record<string, string>>): boolean {
  return Object.keys(columns).some((name) =>
    /percent|rate|share|proportion/.test(normalName(name)),
  );
}

function fractionOf(file: FileProfile, columns: Readonly<Record<string, string>>): boolean {
  return Object.keys(columns).every((name) => {
    const values = file.columns.find((column) => column.name === name)?.values ?? [];
    return (numberShape(values)?.largest ?? 2) <= 1;
  });
}

const money = (name: string): string =>
  normalName(name)
    .replaceAll(/\b(?:funds?|amount|dollars|spending|expenditures?)\b/g, '')
    .trim();

/** The ways in which a file may be wide for an extract. */
export function wideColumns(extract: string, file: FileProfile): Wide | undefined {
  if (extract === 'enrollment_counts') {
    const columns = collect(file, 1, groupOfColumn);
    if (columns === undefined) return undefined;
    // One column of all students needs no reshaping: it is the column of students.
    if (Object.values(columns).join() === 'all') return undefined;
    const share = isPercent(columns) && !('all' in invert(columns));
    const cell = share ? 'share' : 'students';
    return { label: 'student_group', cell, columns, percent: share && !fractionOf(file, columns) };
  }
  if (extract === 'outcome_aggregates') {
    const columns = collect(file, 2, measureFor);
    return columns && { label: 'measure', cell: 'value', columns, percent: false };
  }
  if (extract === 'gl_balances') {
    const types = collect(file, 2, (name) =>
      normalName(name).length < 3 ? undefined : wordFor('amount_type', name),
    );
    if (types) return { label: 'amount_type', cell: 'amount', columns: types, percent: false };
    const funds = collect(file, 2, (name) =>
      /ppe|per pupil|per student/i.test(name) ? undefined : wordFor('funding_level', money(name)),
    );
    if (funds) {
      const wide = { label: 'fund_code', cell: 'amount', columns: funds, percent: false } as const;
      return withTotal(wide, totalOf(file, Object.keys(funds), WHOLE_DOLLARS));
    }
    const items = itemColumns(file);
    if (items === undefined) return undefined;
    const wide = { label: 'object_code', cell: 'amount', columns: items, percent: false } as const;
    return withTotal(wide, totalOf(file, Object.keys(items), ROUNDING));
  }
  return undefined;
}

const NO_ITEM = /\b(?:total|percent|ratio)\b|(?:code|number|year|zip|phone|latitude|longitude)$/;

/** Fewer columns of dollars than this are no list of what a school gets. */
const MANY = 6;

/** A row for each school, and a column of dollars for each item that it gets. */
function itemColumns(file: FileProfile): Readonly<Record<string, string>> | undefined {
  const dollars = file.columns.filter((column) => {
    const shape = isNumber(column) ? numberShape(usualValues(column)) : undefined;
    if (shape === undefined || shape.largest < 5000) return false;
    const name = normalName(column.name);
    // Students are whole: a category of dollars may be called Enrollment.
    const counted = shape.places === 0 && /(?:enrollment|students|fte)$/.test(name);
    return !counted && !NO_ITEM.test(name);
  });
  const years = file.columns.some(({ values }) => yearShape(values) !== undefined);
  if (years || dollars.length < MANY || dollars.length < 0.5 * file.columns.length)
    return undefined;
  return Object.fromEntries(dollars.map(({ name }) => [name, name]));
}

function withTotal(wide: Wide, total: RowTotal | undefined): Wide {
  return total === undefined ? wide : { ...wide, total };
}

function invert(columns: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(columns).map(([name, label]) => [label, name]));
}
