import { type Engine, textOf } from '../runtime/duckdb.ts';
import { readSummary, type Summary, withTables } from './summary.ts';
import { tablesOfRun } from './tables-of-run.ts';

/** What became of the rows of a source. */
export interface SourceRows {
  readonly source: string;
  readonly inFiles: number;
  readonly loaded: number;
  readonly setAside: number;
  readonly dropped: number;
}

/** What a check has to tell of a district's files, as far as it came. */
export interface CheckFacts {
  readonly summary: Summary;
  readonly rows: readonly SourceRows[];
}

/** The tables without which there is nothing to tell. */
const needed = [
  'release.about',
  'release.reconciliation',
  'release.quality',
  'release.quality_results',
] as const;

/** Reads what a run has found from the tables that it made; undefined when it did not come so far. */
export async function checkFacts(home: string, runId: string): Promise<CheckFacts | undefined> {
  const tables = await tablesOfRun(home, runId, 'release');
  const names = new Set(tables.map(({ relation }) => relation));
  if (!needed.every((name) => names.has(name))) return undefined;
  return await withTables(tables, async (engine) => ({
    summary: await readSummary(engine),
    rows: await readRows(engine),
  }));
}

async function readRows(engine: Engine): Promise<readonly SourceRows[]> {
  const rows = await engine.rows(`
    select
        source_id,
        sum(rows) filter (where label = 'Rows in the files') as in_files,
        sum(rows) filter (where label = 'Rows loaded') as loaded,
        sum(rows) filter (where label = 'Rows set aside') as set_aside,
        sum(rows) filter (where label = 'Rows dropped by a rule') as dropped
    from release.quality where topic = 'rows' group by source_id order by source_id`);
  return rows.map((row) => ({
    source: textOf(row['source_id']),
    inFiles: Number(row['in_files'] ?? 0),
    loaded: Number(row['loaded'] ?? 0),
    setAside: Number(row['set_aside'] ?? 0),
    dropped: Number(row['dropped'] ?? 0),
  }));
}
