import { Problem } from '../../../transforms/problem.ts';
import { type Engine, quote } from '../../runtime/duckdb.ts';
import type { StagingJob } from './job.ts';
import type { Originals } from './originals.ts';
import { RECORD_TOTAL } from './stored-totals-sql.ts';

/** A stored total that must be readable and equal to its items, to the cent or within what rounding explains. */
interface CheckedTotal {
  readonly rule: string;
  readonly items: string;
  readonly column: string;
  readonly within: number;
  readonly fix: string;
}

function checkedTotals({ drop, reshape }: StagingJob['source']): readonly CheckedTotal[] {
  const rows = drop.flatMap(({ id, total_of: total }) =>
    total === undefined
      ? []
      : [
          {
            rule: id,
            items: 'by' in total ? 'the rows of its group' : 'the rows since the total before',
            column: total.amount,
            within: 0,
            fix: `correct the rule ${id} in district.yaml`,
          },
        ],
  );
  if (reshape?.total === undefined) return rows;
  const { column, within } = reshape.total;
  const fix = 'list under reshape.columns all columns that it is the total of';
  return [...rows, { rule: RECORD_TOTAL, items: 'the cells of its row', column, within, fix }];
}

/** Stops at the first stored total that is not what it is the total of. */
export async function refuseTotals(
  engine: Engine,
  job: StagingJob,
  originals: Originals,
): Promise<void> {
  for (const { rule, items, column, within, fix } of checkedTotals(job.source)) {
    const [first] = await engine.rows(
      `select record_no::integer as record_no, (amount - items_amount)::varchar as difference
      from stored_totals
      where rule_id = ${quote(rule)} and (amount is null or abs(amount - items_amount) > ${within})
      order by record_no limit 1`,
    );
    if (first === undefined) continue;
    const { difference } = first;
    throw new Problem({
      code: 'stored_total_differs',
      rule: 'F07',
      what:
        typeof difference === 'string'
          ? `The stored total differs from ${items} by ${difference} dollars.`
          : 'The stored total cannot be read as an amount.',
      fix: `Ask for a corrected file, or ${fix}.`,
      where: {
        file: job.fileName,
        line: await originals.lineOf(Number(first['record_no'])),
        column,
      },
      exit: 3,
    });
  }
}
