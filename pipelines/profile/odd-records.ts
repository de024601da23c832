import type { ColumnProfile, OddRecords } from '../../transforms/profile/file-profile.ts';
import { numberShape } from '../../transforms/profile/shape.ts';
import { type Engine, quote, textOf } from '../runtime/duckdb.ts';
import { amountSql, type RecordColumn } from './plain-records.ts';
import { totalItems } from './total-items.ts';

/** A column is nearly always filled when so many records fill it. */
const NEARLY = 0.95;
/** More wordings than this are no titles and totals of a report. */
const MOST_WORDINGS = 12;
/** What fewer columns leave empty says nothing of a record; nor what few of the columns do that could be codes. */
const LEAST_CODES = 2;
const CODES_SHARE = 0.4;
/** What the rounding of a spreadsheet may come to in a column, in dollars. */
const ROUNDING = 1;

/** Finds titles, subtotals and totals among the records of `records`, and what each total is the sum of. */
export async function findOddRecords(
  engine: Engine,
  columns: readonly ColumnProfile[],
  rows: number,
): Promise<readonly OddRecords[]> {
  const all = columns.map((column, i) => ({ ...column, cell: `c${i}` }));
  const layout = layoutOf(all, rows);
  return [
    ...(layout === null ? [] : await titlesAndTotals(engine, layout)),
    ...(layout === null ? [] : await silentTotal(engine, layout)),
    ...(await totalItems(engine, all, rows)),
  ];
}

/** How the records of a report differ from its titles and totals. */
interface Layout {
  /** Columns that nearly all records fill, and that are no amounts. */
  readonly codes: readonly RecordColumn[];
  readonly amounts: readonly RecordColumn[];
  readonly texts: readonly RecordColumn[];
  /** SQL: none of the codes is filled. */
  readonly odd: string;
}

/** `null` where too few columns are codes to tell an odd record by what it leaves empty. */
function layoutOf(columns: readonly RecordColumn[], rows: number): Layout | null {
  const usual = columns.filter(({ filled }) => filled >= NEARLY * rows && filled < rows);
  if (usual.length < LEAST_CODES) return null;
  const amounts = columns.filter(({ values }) => numberShape(values)?.decimals === true);
  const codes = usual.filter(({ name }) => !amounts.some((amount) => amount.name === name));
  // Of a sheet with an item in each column, the columns that are no numbers are few.
  const worded = columns.filter(({ values }) => numberShape(values) === undefined).length;
  const others = Math.max(worded, columns.length - amounts.length);
  if (codes.length < Math.max(LEAST_CODES, CODES_SHARE * others)) return null;
  const texts = columns.filter(({ values }) => values.some((value) => /[A-Za-z]{3}/.test(value)));
  return { codes, amounts, texts, odd: `(${allEmpty(codes)})` };
}

function allEmpty(columns: readonly RecordColumn[]): string {
  return columns.map(({ cell }) => `${cell} is null`).join(' and ');
}

/** Records that leave empty what nearly all others fill, by their words. */
async function titlesAndTotals(engine: Engine, layout: Layout): Promise<readonly OddRecords[]> {
  const { codes, amounts, texts, odd } = layout;
  const empty = codes.map(({ name }) => name);
  const found: OddRecords[] = [];
  for (const { cell, name: column } of texts.filter(({ name }) => !empty.includes(name))) {
    const wording = `regexp_replace(${cell}, '\\d+', '9', 'g')`;
    const groups = await engine.rows(
      `select ${wording} as wording, count(*) as n from records
      where ${odd} and ${cell} is not null
      group by all order by n desc limit ${MOST_WORDINGS + 1}`,
    );
    if (groups.length > MOST_WORDINGS) continue;
    for (const group of groups) {
      const words = textOf(group['wording']);
      const is = `${odd} and ${wording} = ${quote(words)}`;
      const amount = await sumSinceLast(engine, amounts, odd, is);
      const totalOf = amount === undefined ? {} : { totalOf: { amount } };
      found.push({ empty, column, wording: words, count: Number(group['n']), ...totalOf });
    }
  }
  return found;
}

/** A record of amounts alone that has the sum of all others, as a spreadsheet prints it below its rows. */
async function silentTotal(engine: Engine, layout: Layout): Promise<readonly OddRecords[]> {
  const { codes, amounts, texts, odd } = layout;
  const silent = [odd, ...texts.map(({ cell }) => `${cell} is null`)].join(' and ');
  if (!(await isTotalRow(engine, amounts, silent))) return [];
  return [{ empty: codes.map(({ name }) => name), column: '', wording: '', count: 1 }];
}

/** Whether a single record without words has the sum of all others, but for what a spreadsheet rounds. */
async function isTotalRow(
  engine: Engine,
  amounts: readonly RecordColumn[],
  silent: string,
): Promise<boolean> {
  for (const { cell } of amounts) {
    const [row = {}] = await engine.rows(`
      select count(*) filter (where ${silent}) as n,
        coalesce(abs(sum(if(coalesce(${silent}, false), -1, 1) * ${amountSql(cell)})) < ${ROUNDING}, false) as near,
        coalesce(sum(${amountSql(cell)}) <> 0, false) as some
      from records`);
    if (Number(row['n']) === 1 && row['near'] === true && row['some'] === true) return true;
  }
  return false;
}

/** The column of amounts in which records of a kind are each the sum of the records since the one before. */
async function sumSinceLast(
  engine: Engine,
  amounts: readonly RecordColumn[],
  odd: string,
  is: string,
): Promise<string | undefined> {
  for (const { name, cell } of amounts) {
    const [row = {}] = await engine.rows(`
      with amounts as (
        select record_no, coalesce(${odd}, false) as odd, coalesce(${is}, false) as asked, ${amountSql(cell)} as amount
        from records
      ),
      sums as (
        select asked, amount,
          sum(if(odd, 0, coalesce(amount, 0))) over (order by record_no) as so_far, record_no
        from amounts
      ),
      totals as (
        select amount, so_far - lag(so_far, 1, 0) over (order by record_no) as since_last from sums where asked
      )
      select count(*) as n, count(*) filter (where amount = since_last) as equal from totals`);
    if (Number(row['n']) > 0 && row['n'] === row['equal']) return name;
  }
  return undefined;
}
