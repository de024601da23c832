import type { ColumnProfile, OddRecords } from '../../transforms/profile/file-profile.ts';
import { numberShape } from '../../transforms/profile/shape.ts';
import { type Engine, quote, textOf } from '../runtime/duckdb.ts';
import { amountSql } from './plain-records.ts';

/** A column is nearly always filled when so many records fill it. */
const NEARLY = 0.95;
/** More wordings than this are no titles and totals of a report. */
const MOST_WORDINGS = 12;

type Column = ColumnProfile & { readonly cell: string };

/** Finds titles, subtotals and totals among the records of `records`, and what each total is the sum of. */
export async function findOddRecords(
  engine: Engine,
  columns: readonly ColumnProfile[],
  rows: number,
): Promise<readonly OddRecords[]> {
  const all = columns.map((column, i) => ({ ...column, cell: `c${i}` }));
  return [...(await barelyFilled(engine, all, rows)), ...(await totalItems(engine, all, rows))];
}

/** Records that leave empty what nearly all others fill, by their words. */
async function barelyFilled(
  engine: Engine,
  columns: readonly Column[],
  rows: number,
): Promise<readonly OddRecords[]> {
  const usual = columns.filter(({ filled }) => filled >= NEARLY * rows && filled < rows);
  if (usual.length < 2) return [];
  const amounts = columns.filter(({ values }) => numberShape(values)?.decimals === true);
  const codes = usual.filter(({ name }) => !amounts.some((amount) => amount.name === name));
  const odd = `(${codes.map(({ cell }) => `${cell} is null`).join(' and ')})`;
  // Of a sheet with an item in each column, the columns that are no numbers are few.
  const worded = columns.filter(({ values }) => numberShape(values) === undefined).length;
  if (codes.length < Math.max(2, 0.4 * Math.max(worded, columns.length - amounts.length)))
    return [];
  const texts = columns.filter(({ values }) => values.some((value) => /[A-Za-z]{3}/.test(value)));
  const found: OddRecords[] = [];
  for (const column of texts.filter(({ name }) => !codes.some((code) => code.name === name))) {
    const wording = `regexp_replace(${column.cell}, '\\d+', '9', 'g')`;
    const groups = await engine.rows(
      `select ${wording} as wording, count(*) as n from records
      where ${odd} and ${column.cell} is not null
      group by all order by n desc limit ${MOST_WORDINGS + 1}`,
    );
    if (groups.length > MOST_WORDINGS) continue;
    for (const group of groups) {
      const words = textOf(group['wording']);
      const is = `${odd} and ${wording} = ${quote(words)}`;
      const amount = await sumSinceLast(engine, amounts, odd, is);
      found.push({
        empty: codes.map(({ name }) => name),
        column: column.name,
        wording: words,
        count: Number(group['n']),
        ...(amount === undefined ? {} : { totalOf: { amount } }),
      });
    }
  }
  const silent = `${odd}${texts.map(({ cell }) => ` and ${cell} is null`).join('')}`;
  const isTotal = await isTotalRow(engine, amounts, silent);
  return isTotal
    ? [...found, { empty: codes.map(({ name }) => name), column: '', wording: '', count: 1 }]
    : found;
}

/** Whether a single record without words has the sum of all others, but for what a spreadsheet rounds. */
async function isTotalRow(
  engine: Engine,
  amounts: readonly Column[],
  silent: string,
): Promise<boolean> {
  for (const { cell } of amounts) {
    const [row = {}] = await engine.rows(`
      select count(*) filter (where ${silent}) as n,
        coalesce(abs(sum(if(coalesce(${silent}, false), -1, 1) * ${amountSql(cell)})) < 1, false) as near,
        coalesce(sum(${amountSql(cell)}) <> 0, false) as some
      from records`);
    if (Number(row['n']) === 1 && row['near'] === true && row['some'] === true) return true;
  }
  return false;
}

/** The column of amounts in which records of a kind are each the sum of the records since the one before. */
async function sumSinceLast(
  engine: Engine,
  amounts: readonly Column[],
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

/** Stored totals among the items of a list: a school's items and their total as one more item. */
async function totalItems(
  engine: Engine,
  columns: readonly Column[],
  rows: number,
): Promise<readonly OddRecords[]> {
  const amounts = columns.filter(
    ({ values, distinct }) => distinct > 20 && numberShape(values) !== undefined,
  );
  const found: OddRecords[] = [];
  for (const column of columns) {
    const words = column.values.filter((value) =>
      /^(?:grand |district |report )?totals?$/i.test(value),
    );
    for (const wording of words) {
      const is = `${column.cell} = ${quote(wording)}`;
      const [row = {}] = await engine.rows(`select count(*) as n from records where ${is}`);
      const count = Number(row['n']);
      if (count === 0 || count > 0.5 * rows) continue;
      const totalOf = await sumOfGroup(engine, columns, amounts, is, count);
      found.push({
        empty: [],
        column: column.name,
        wording,
        count,
        ...(totalOf ? { totalOf } : {}),
      });
    }
  }
  return found;
}

async function sumOfGroup(
  engine: Engine,
  columns: readonly Column[],
  amounts: readonly Column[],
  is: string,
  count: number,
): Promise<OddRecords['totalOf']> {
  const groups = columns.filter(({ distinct }) => distinct >= count && distinct <= count * 1.2);
  for (const amount of amounts) {
    for (const by of groups.filter(({ name }) => name !== amount.name)) {
      const [row = {}] = await engine.rows(`
        with sums as (
          select sum(${amountSql(amount.cell)}) filter (where ${is}) as total,
            sum(${amountSql(amount.cell)}) filter (where not coalesce(${is}, false)) as items
          from records group by ${by.cell}
        )
        select count(total) as n, count(*) filter (where total = items) as equal from sums`);
      if (Number(row['n']) > 0 && row['n'] === row['equal'])
        return { amount: amount.name, by: [by.name] };
    }
  }
  return undefined;
}
