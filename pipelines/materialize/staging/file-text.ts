import type { ColumnMapping } from '../../../transforms/config/column-mapping.ts';
import type { Source } from '../../../transforms/config/source.ts';
import { quote } from '../../runtime/duckdb.ts';
import type { StagingJob } from './job.ts';

/** What `file_name` takes out of a file's name, as the SQL of a cell. */
export function fileTextSql(job: StagingJob, mapping: ColumnMapping | undefined): string {
  const taken = mapping?.file_name === undefined ? null : takenOf(mapping.file_name, job.fileName);
  return taken === null ? 'null::varchar' : quote(taken);
}

/** All that a source takes out of a file's name: rows follow from it, and from nothing else of the name. */
export function fileTexts(
  { columns }: Pick<Source, 'columns'>,
  fileName: string,
): readonly string[] {
  return Object.values(columns).flatMap(({ file_name: pattern }) =>
    pattern === undefined ? [] : [takenOf(pattern, fileName) ?? ''],
  );
}

function takenOf(pattern: string, fileName: string): string | null {
  return new RegExp(pattern, 'u').exec(fileName)?.[1] ?? null;
}
