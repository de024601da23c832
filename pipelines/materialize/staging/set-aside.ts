import { columnSql } from '../../../transforms/contract/compile.ts';
import type { Contract } from '../../../transforms/contract/contract.ts';
import { stagedName } from '../../../transforms/contract/staged-relation.ts';
import type { Column } from '../../../transforms/contract/kind.ts';
import { EXTRACTS } from '../../../transforms/extracts/index.ts';
import type { Engine } from '../../runtime/duckdb.ts';
import type { StagingJob } from './job.ts';
import type { MaskCheck } from './row-checks.ts';
import { ruleOfReference } from './rule-of-reference.ts';

const PASSING = 'rule is null and mask = 0';

/**
 * Lists every failing check of every row in a table `set_aside(record_no, record_part, check_no)`, and returns the
 * checks that the numbers stand for: those of the row alone, then references and repeated keys, which need the whole file.
 * `given` are the extracts whose staged rows the engine can read.
 */
export async function setAside(
  engine: Engine,
  job: StagingJob,
  rowChecks: readonly MaskCheck[],
  given: readonly string[],
): Promise<readonly MaskCheck[]> {
  await engine.run(
    `create table set_aside as
    select record_no, record_part, unnest(findings)::integer as check_no
    from mapped
    where rule is null and mask <> 0`,
  );
  const checks = [...rowChecks];
  for (const { check, sql } of [...references(job, given), ...repeatedKeys(job)]) {
    await engine.run(`insert into set_aside ${sql(checks.length)}`);
    checks.push(check);
  }
  return checks;
}

interface FileCheck {
  readonly check: MaskCheck;
  readonly sql: (checkNo: number) => string;
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

/** Every row of a key after the first record that has it. Only rows that are well otherwise are compared. */
function repeatedKeys(job: StagingJob): readonly FileCheck[] {
  const key = keyOf(job.contract, Object.keys(job.source.columns));
  if (key.length === 0) return [];
  const columns = key.map(columnSql).join(', ');
  const reason = `The record repeats an earlier one: no two may have the same ${key.join(', ')}`;
  return [
    {
      check: { column: key.join(', '), rule: 'K01', reason, passes: 'true', whole: true },
      // Hashes first: they are small, and only rows whose hash comes twice are sorted.
      sql: (checkNo) =>
        `with passing as (
            select record_no, record_part, ${columns}, hash(${columns}) as key_hash
            from mapped where ${PASSING}${besideSql(job, columns)}
        ),
        twice as (select key_hash from passing group by key_hash having count(*) > 1),
        places as (
            select record_no, record_part, row_number() over (
                partition by ${columns} order by record_no, record_part
            ) as place
            from passing semi join twice using (key_hash)
        )
        select record_no, record_part, ${checkNo} from places where place > 1`,
    },
  ];
}

/** The rows of the file that this one is sent beside come first of all, so that none of them is the repeated one. */
function besideSql({ beside }: StagingJob, columns: string): string {
  if (beside === null) return '';
  return ` union all select 0::bigint as record_no, 0::smallint as record_part, ${columns}, hash(${columns}) from ${beside}`;
}

/** The typed columns of a contract's key; none when it holds only with columns that the source does not map. */
export function keyOf(contract: Contract, mapped: readonly string[]): readonly string[] {
  const original = (staged: string): string =>
    Object.entries(contract.columns).find(([name, c]) => stagedName(name, c) === staged)?.[0] ?? '';
  const complete = contract.key.every((column) => mapped.includes(original(column)));
  return contract.keyOnlyWhenMapped === true && !complete ? [] : contract.key;
}
