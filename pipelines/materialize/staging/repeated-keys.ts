import { columnSql } from '../../../transforms/contract/compile.ts';
import type { Contract } from '../../../transforms/contract/contract.ts';
import { namedColumns, stagedName } from '../../../transforms/contract/staged-relation.ts';
import type { StagingJob } from './job.ts';
import type { FileCheck } from './row-checks.ts';
import { PASSING } from './staged-sql.ts';

/**
 * Every row of a key after the first record that has it. Only rows that are well otherwise are compared. Where the keys
 * of `loaded` ascend, none of them comes twice but beside a row of `rest`.
 */
export function repeatedKeys(job: StagingJob, ascending: boolean): readonly FileCheck[] {
  const key = keyOf(job.contract, Object.keys(job.source.columns));
  if (key.length === 0) return [];
  const columns = key.map(columnSql).join(', ');
  const twice = ascending
    ? `select hash(${columns}) as key_hash from rest where ${PASSING}`
    : 'select key_hash from passing group by key_hash having count(*) > 1';
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
        twice as (${twice}),
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

/**
 * A filter for rows that are well, in the order of the file: what an export has twice stands most often one behind the
 * other, and what is to be kept is then written without it at once. `''` where rows have no key.
 */
export function notAgainSql({ contract, source }: StagingJob): string {
  const key = keyOf(contract, Object.keys(source.columns));
  const original = namedColumns(contract).filter(({ stagedAs }) => key.includes(stagedAs));
  const others = original
    .map(({ name }) => columnSql(name))
    .map((column) => `masked.${column} is distinct from lag(masked.${column}) over ()`);
  return others.length === 0 ? '' : `qualify ${others.join(' or ')}`;
}
