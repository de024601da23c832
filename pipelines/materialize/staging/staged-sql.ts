import { columnSql } from '../../../transforms/contract/compile.ts';
import { contractColumns, PLACE_COLUMNS } from '../../../transforms/contract/staged-relation.ts';
import { quote } from '../../runtime/duckdb.ts';
import type { StagingJob } from './job.ts';

export const LINE_KEY = PLACE_COLUMNS.map(({ name }) => name);

/** True for a row of `mapped` that no rule dropped and no check of the row itself fails. */
export const PASSING = 'rule is null and mask = 0';

/** The same, and no check of the whole file has set it aside. */
export const LOADED = `${PASSING} and not exists (
        select 1 from set_aside
        where set_aside.record_no = mapped.record_no and set_aside.record_part = mapped.record_part
    )`;

/** The columns that say which file a row came from. */
export function origin(job: StagingJob): string {
  return `${quote(job.source.id)} as source_id, ${quote(job.fileKey)} as source_file_key`;
}

/** The rows that are as they must be. */
export function stagedSql(job: StagingJob, line: boolean): string {
  const columns = contractColumns(job.contract).map(({ name }) => columnSql(name));
  const own = line ? `, ${origin(job)}, record_no, record_part` : '';
  return `select ${columns.join(', ')}${own} from mapped where ${LOADED}`;
}
