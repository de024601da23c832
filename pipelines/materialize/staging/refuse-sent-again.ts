import { Problem } from '../../../transforms/problem.ts';
import { type Engine, quote, textOf } from '../../runtime/duckdb.ts';
import { SENT_AGAIN_COLUMNS } from '../../runtime/sent-again.ts';
import type { StagingJob } from './job.ts';
import type { Originals } from './originals.ts';

const [FILE, LINE, ROW] = SENT_AGAIN_COLUMNS;

/** Where a file of rows sent again says of each which row of which file it corrects. */
export function placeColumns({ facts, fileName }: StagingJob): readonly [number, number, number] {
  const position = (name: string): number => {
    const at = facts.columns.indexOf(name);
    if (at >= 0) return at;
    throw new Problem({
      code: 'column_missing',
      rule: 'F04',
      what: `The file has no column ${name}, so nobody can say which rows it corrects.`,
      fix: 'Correct the file that `resource-map quarantine --export` wrote, and keep all of its columns.',
      where: { file: fileName, line: facts.headerLine ?? 1, column: name },
    });
  };
  return [position(FILE), position(LINE), position(ROW)];
}

/** What may be wrong with a row that is sent again, the first that fits; `true` in SQL over `placed`. */
const MISTAKES: readonly { readonly sql: string; readonly what: string; readonly fix: string }[] = [
  {
    sql: 'target is null and source_file is distinct from $file',
    what: 'The row says that it is of another file than the one that this file is named after.',
    fix: 'Put the row into the file that was exported for that one.',
  },
  {
    sql: 'target is null and not line_is_aside',
    what: 'The row that it corrects was not set aside: it is in the map as it was sent first.',
    fix: 'Take the row out of this file, so that it does not count twice.',
  },
  {
    sql: 'target is null',
    what: 'The row that was set aside at this line is another one than the row that was exported.',
    fix: 'Export the rows again, and correct those: the file was sent anew since.',
  },
  {
    sql: 'target in (select record_no from main.replaced)',
    what: 'Another file has sent this row again already.',
    fix: 'Take it out of one of the two.',
  },
  {
    sql: 'target in (select target from placed group by target having count(*) > 1)',
    what: 'Two rows of this file correct the same row.',
    fix: 'Keep one of the two.',
  },
];

/** A row that is sent again stands for exactly one row that was set aside, or the map would count it twice. */
export async function refusePlaces(
  engine: Engine,
  main: StagingJob,
  job: StagingJob,
  originals: Originals,
): Promise<void> {
  const cases = MISTAKES.map(
    ({ sql }, i) => `when ${sql.replace('$file', quote(main.fileName))} then ${i}`,
  );
  const [first] = await engine.rows(
    `select * from (
        select record_no::integer as record_no, case ${cases.join(' ')} end::integer as mistake from placed
    ) where mistake is not null order by record_no limit 1`,
  );
  const mistake = MISTAKES[Number(textOf(first?.['mistake'] ?? '-1'))];
  if (first === undefined || mistake === undefined) return;
  throw new Problem({
    code: 'sent_again_refused',
    what: mistake.what,
    fix: mistake.fix,
    where: {
      file: job.fileName,
      line: await originals.lineOf(Number(first['record_no'])),
      column: LINE,
    },
  });
}
