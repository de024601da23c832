import type { OddRecords } from '../../transforms/profile/file-profile.ts';
import { numberShape } from '../../transforms/profile/shape.ts';
import { type Engine, quote } from '../runtime/duckdb.ts';
import { amountSql, type RecordColumn } from './plain-records.ts';

/** Stored totals among the items of a list: a school's items and their total as one more item. */
export async function totalItems(
  engine: Engine,
  columns: readonly RecordColumn[],
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
  columns: readonly RecordColumn[],
  amounts: readonly RecordColumn[],
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
