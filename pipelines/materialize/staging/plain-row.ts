import type { ColumnMapping } from '../../../transforms/config/column-mapping.ts';
import { allHaveForm, type ClassForm } from '../../../transforms/contract/cell-classes.ts';
import type { Column } from '../../../transforms/contract/kind.ts';
import { quote } from '../../runtime/duckdb.ts';
import { columnName } from '../../runtime/formats/header.ts';
import type { StagingJob } from './job.ts';
import { plainForms, plainSql } from './number-sql.ts';

/** A column whose cell, in its plain form, is the value as it stands. */
export interface PlainColumn {
  readonly name: string;
  /** Of the sender's cell, from 0. */
  readonly position: number;
  readonly pattern: string;
  readonly free: boolean;
  /** Every cell of the file has the plain form, as the pre-scan has seen: none is trimmed, translated or checked. */
  readonly proven: boolean;
  /** The text that the contract's cast reads. */
  text(cell: string): string;
}

/** Rows that need no trimming, no reading of numbers and no check, told by one test of all their cells together. */
export interface PlainRow {
  readonly columns: ReadonlyMap<string, PlainColumn>;
  /** All its cells as one text, over the cells `c0`, `c1`, ... as they were read. */
  readonly whole: string;
  /** An SQL boolean over those cells and their text, called `whole`. */
  readonly sql: string;
}

/** Mappings that leave a plain cell as it is. */
const HARMLESS: readonly (keyof ColumnMapping)[] = ['from', 'default'];
/** What a code, and what free text may be long at most: see their kinds. */
const LONGEST = { code: 120, text: 4000 } as const;
/** A file of fewer records is read in less time than a longer statement takes to plan. */
export const WORTH_A_TEST = 1000;
const SEPARATOR = 'chr(31)';

/**
 * Almost all rows of a file are plain, and their checks cost more than reading them. One regular expression over the
 * whole row finds them: each check passes for a cell of its kind's plain form, which a test holds for every kind.
 */
export function plainRow(job: StagingJob): PlainRow | null {
  if (job.facts.records < WORTH_A_TEST) return null;
  const columns = Object.entries(job.contract.columns).flatMap(([name, column]) => {
    const found = plainColumn(job, name, column);
    return found === null ? [] : [found];
  });
  if (columns.length < 2) return null;
  const asked = columns.filter(({ proven }) => !proven);
  const cells = asked.map(({ position }) => `c${position}`);
  const whole = cells.length === 0 ? `''` : `concat(${cells.join(`, ${SEPARATOR}, `)})`;
  const pattern = asked.map((column) => `(?:${column.pattern})`).join('\\x1f');
  const texts = asked.filter(({ free }) => free).map(({ position }) => `c${position}`);
  const free = texts.map((cell) => ` - coalesce(strlen(${cell}), 0)`).join('');
  const missing = asked.flatMap(({ position, pattern: form }) =>
    missingWords(job, form).map((word) => `c${position} is distinct from ${quote(word)}`),
  );
  const sql = [
    `coalesce(oddity, '') = ''`,
    ...missing,
    `strlen(whole) <= ${LONGEST.text}`,
    `strlen(whole)${free} <= ${LONGEST.code}`,
    `regexp_full_match(whole, ${quote(pattern)})`,
  ].join(' and ');
  return { columns: new Map(columns.map((column) => [column.name, column])), whole, sql };
}

function plainColumn(job: StagingJob, name: string, column: Column): PlainColumn | null {
  const mapping = job.source.columns[name];
  if (mapping?.from === undefined) return null;
  if (Object.keys(mapping).some((key) => !HARMLESS.includes(key as keyof ColumnMapping)))
    return null;
  const position = job.positions.get(columnName(mapping.from));
  const { kind } = column.kind;
  if (position === undefined || (kind === 'date' && job.source.date_format !== '%Y-%m-%d'))
    return null;
  // Only rules of the file's own year look past the cell.
  if (name === 'fiscal_year' && job.fileYear !== null) {
    const pattern = String(job.fileYear);
    const proven = isProven(job, position, { pattern, mayBeEmpty: false });
    return { name, position, pattern, free: false, proven, text: (cell) => cell };
  }
  const { number_format: numbers } = job.source;
  if (kind === 'decimal' && numbers !== undefined && numbers.decimal !== '.') return null;
  const format = kind === 'money' ? numbers : undefined;
  const form =
    format === undefined || column.kind.plain === null ? column.kind.plain : plainForms(format);
  if (form === null) return null;
  const mayBeEmpty =
    (column.optional === true || column.segment !== undefined) &&
    (mapping.default ?? column.default) === undefined;
  const pattern = mayBeEmpty ? `(?:${form})?` : form;
  const classForm = format === undefined ? column.kind.classForm : undefined;
  return {
    name,
    position,
    pattern,
    free: kind === 'text',
    proven: isProven(job, position, { pattern, mayBeEmpty, classForm }),
    text: (cell) => (format === undefined ? cell : plainSql(cell, format)),
  };
}

/** The words for "missing" that have a form. */
function missingWords({ missing }: StagingJob, form: string): readonly string[] {
  return missing.filter((word) => word !== '' && matches(form, word));
}

/** By the one text that all cells have, or by the classes of their characters. A correction may bring any other text. */
function isProven(
  job: StagingJob,
  position: number,
  form: {
    readonly pattern: string;
    readonly mayBeEmpty: boolean;
    readonly classForm?: ClassForm | undefined;
  },
): boolean {
  const seen = job.facts.direct?.cells[position];
  if (seen === undefined || job.corrections.length > 0) return false;
  if (missingWords(job, form.pattern).length > 0) return false;
  if (seen.only !== null) return matches(form.pattern, seen.only);
  return form.classForm !== undefined && allHaveForm(seen, form.classForm, form.mayBeEmpty);
}

function matches(form: string, text: string): boolean {
  return new RegExp(`^(?:${form})$`, 'u').test(text);
}
