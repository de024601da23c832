import { columnSql } from '../../../transforms/contract/compile.ts';
import { stagedName } from '../../../transforms/contract/staged-relation.ts';
import type { Column } from '../../../transforms/contract/kind.ts';
import { EXTRACTS } from '../../../transforms/extracts/index.ts';
import type { Engine } from '../../runtime/duckdb.ts';
import type { StagingJob } from './job.ts';
import { repeatedKeys } from './repeated-keys.ts';
import type { FileCheck, MaskCheck } from './row-checks.ts';
import { ruleOfReference } from './rule-of-reference.ts';
import { PASSING } from './staged-sql.ts';

/**
 * Lists every failing check of every row in a table `set_aside(record_no, record_part, check_no)`, and returns the
 * checks that the numbers stand for: those of the row alone, then references and repeated keys, which need the whole file.
 * `given` are the extracts whose staged rows the engine can read. `ascending` when the keys of `loaded` are known to ascend.
 */
export async function setAside(
  engine: Engine,
  job: StagingJob,
  rowChecks: readonly MaskCheck[],
  given: readonly string[],
  ascending: boolean,
): Promise<readonly MaskCheck[]> {
  await engine.run(
    `create table set_aside as
    select record_no, record_part, unnest(findings)::integer as check_no
    from mapped
    where rule is null and mask <> 0`,
  );
  const checks = [...rowChecks];
  for (const { check, sql } of [...references(job, given), ...repeatedKeys(job, ascending)]) {
    await engine.run(`insert into set_aside ${sql(checks.length)}`);
    checks.push(check);
  }
  return checks;
}

function references(job: StagingJob, given: readonly string[]): readonly FileCheck[] {
  const { contract } = job;
  return Object.entries(contract.columns).flatMap(([name, column]): FileCheck[] => {
    const { target } = column;
    if (target === undefined) return [];
    const own = target.extract === contract.name;
    if (!own && !given.includes(target.extract)) return [];
    const here = columnSql(stagedName(name, column));
    const found = columnSql(targetName(target.extract, target.column));
    const there = own ? `(${passingOf(job, found)})` : `staging.${target.extract}`;
    const reason = `is not in the file that the ${label(target.extract)} come from`;
    return [
      {
        check: {
          column: name,
          rule: ruleOfReference(contract, target.extract),
          reason,
          passes: 'true',
          whole: false,
        },
        sql: (checkNo) =>
          `select record_no, record_part, ${checkNo} from mapped as here
          where ${PASSING} and here.${here} is not null
              and not exists (select 1 from ${there} as there where there.${found} = here.${here})`,
      },
    ];
  });
}

/** What is well of a file, with the rows that it is sent beside. */
function passingOf({ beside }: StagingJob, columns: string): string {
  const own = `select ${columns} from mapped where ${PASSING}`;
  return beside === null ? own : `${own} union all select ${columns} from ${beside}`;
}

function label(extract: string): string {
  return extract.replaceAll('_', ' ');
}

function targetName(extract: string, name: string): string {
  const column: Column | undefined = EXTRACTS.get(extract)?.columns[name];
  return column === undefined ? name : stagedName(name, column);
}
