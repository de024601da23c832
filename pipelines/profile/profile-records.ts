import type { ColumnProfile, FileProfile } from '../../transforms/profile/file-profile.ts';
import { personColumns } from '../../transforms/profile/persons.ts';
import { type Engine, textOf } from '../runtime/duckdb.ts';

/** So many different values of a column are looked at. */
const VALUES = 1000;
/** Above this, telling all values apart costs more than it tells. */
const EXACT = 2_000_000;

/** Counts, and the most frequent values, of each column of `records`, over all records. */
export async function profileColumns(
  engine: Engine,
  names: readonly string[],
  rows: number,
): Promise<readonly ColumnProfile[]> {
  const distinct = rows <= EXACT ? 'count(distinct' : 'approx_count_distinct(';
  const counts = names.map((_, i) => `count(c${i}) as f${i}, ${distinct} c${i}) as d${i}`);
  const [facts = {}] = await engine.rows(`select ${counts.join(', ')} from records`);
  const columns: ColumnProfile[] = [];
  for (const [i, name] of names.entries()) {
    const filled = Number(facts[`f${i}`] ?? 0);
    const found = Number(facts[`d${i}`] ?? 0);
    const { values, usual } = await mostFrequent(engine, `c${i}`, filled);
    const complete = found <= values.length;
    const telling = complete ? [] : await tellingValues(engine, `c${i}`);
    const all = [...new Set([...values, ...telling])];
    columns.push({
      name,
      filled,
      distinct: found,
      values: all,
      usual: complete ? usual : all.length,
      complete,
    });
  }
  return columns;
}

/** A share of the cells behind which the rest are slips. */
const NEARLY_ALL = 0.995;

/** Of equally frequent values a mixture, the same in each run: the first by letter would all begin alike. */
async function mostFrequent(
  engine: Engine,
  column: string,
  filled: number,
): Promise<{ readonly values: readonly string[]; readonly usual: number }> {
  const rows = await engine.rows(
    `select ${column} as v, count(*) as n from records where ${column} is not null
    group by v order by n desc, md5(v) limit ${VALUES}`,
  );
  let soFar = 0;
  let usual = 0;
  for (const row of rows) {
    if (soFar >= NEARLY_ALL * filled) break;
    soFar += Number(row['n']);
    usual += 1;
  }
  return { values: rows.map((row) => textOf(row['v'])), usual };
}

/** Ways of writing numbers and days that a few records of many may have, and that decide how all are read. */
const WAYS = [
  '^\\$',
  '^\\(',
  '-$',
  '^-',
  '\\d,\\d{3}',
  '^(1[3-9]|2\\d|3[01])[/-]',
  '^\\d+[/-](1[3-9]|2\\d|3[01])[/-]',
];

async function tellingValues(engine: Engine, column: string): Promise<readonly string[]> {
  const finds = WAYS.map(
    (way, i) => `min(${column}) filter (where regexp_matches(${column}, '${way}')) as w${i}`,
  );
  const [row = {}] = await engine.rows(`select ${finds.join(', ')} from records`);
  return Object.values(row).flatMap((value) => (value === null ? [] : [textOf(value)]));
}

/** Columns that tell records apart: single ones, else the first few together that do. */
export async function findKeys(
  engine: Engine,
  columns: readonly ColumnProfile[],
  rows: number,
): Promise<readonly (readonly string[])[]> {
  const single = columns.filter(({ filled, distinct }) => filled === rows && distinct === rows);
  if (single.length > 0) return single.slice(0, 3).map(({ name }) => [name]);
  const full = columns
    .map((column, i) => ({ ...column, i }))
    .filter(({ filled, distinct }) => filled === rows && distinct > 1)
    .slice(0, 6);
  for (let size = 2; size <= Math.min(4, full.length); size += 1) {
    const some = combinations(full, size).filter(
      (group) => group.reduce((product, { distinct }) => product * distinct, 1) >= rows,
    );
    const keys: (readonly string[])[] = [];
    for (const group of some.slice(0, 10)) {
      const cells = group.map(({ i }) => `c${i}`).join(', ');
      const [found = {}] = await engine.rows(`select count(distinct (${cells})) as n from records`);
      if (Number(found['n']) === rows) keys.push(group.map(({ name }) => name));
    }
    if (keys.length > 0) return keys.slice(0, 3);
  }
  return [];
}

/** A chart of accounts or a list of codes is not longer. */
const SHORT = 20_000;

/** All records are held in memory: as many cells as a list that is long and narrow has, or short and wide. */
const MOST_CELLS = 600_000;

/** The records of a short file, unless they are of persons. */
export async function shortRecords(
  engine: Engine,
  columns: readonly ColumnProfile[],
  rows: number,
): Promise<Pick<FileProfile, 'records'>> {
  if (
    rows > SHORT ||
    rows * columns.length > MOST_CELLS ||
    personColumns({ columns, rows }).size > 0
  )
    return {};
  const records = await engine.rows('select * exclude (record_no) from records order by record_no');
  return { records: records.map((row) => columns.map((_, i) => textOf(row[`c${i}`]))) };
}

function combinations<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  if (size === 0) return [[]];
  return items.flatMap((item, i) =>
    combinations(items.slice(i + 1), size - 1).map((rest) => [item, ...rest]),
  );
}
