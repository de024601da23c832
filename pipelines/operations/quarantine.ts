import { join } from 'node:path';
import { type Engine, quote, textOf } from '../runtime/duckdb.ts';
import { listRuns, readRun, type RunEvent } from '../runtime/run-log.ts';
import { sentAgainName } from '../runtime/sent-again.ts';
import { Store } from '../runtime/store.ts';

/** A reason for which a row of a file was set aside; a row may have several. */
export interface RowSetAside {
  readonly source: string;
  /** The file as it was called when it was read. */
  readonly file: string;
  /** True when the row was sent again, and is not right yet. */
  readonly sentAgain: boolean;
  /** The first 16 hex digits of the sha256 of the file's bytes. */
  readonly fileKey: string;
  readonly line: number;
  readonly column: string;
  readonly rule: string;
  readonly reason: string;
  /** The record as it was sent. */
  readonly original: string;
  /** The sender's columns, and the record's cells of them; `null` where they cannot be told apart. */
  readonly columns: readonly string[];
  readonly cells: readonly string[] | null;
}

/** What the last refresh that read files has set aside. */
export interface Quarantine {
  /** `null` when no refresh of the district has read a file. */
  readonly runId: string | null;
  readonly rows: readonly RowSetAside[];
}

const RELATION = 'staging.quarantined_rows';

/** Reads what the last refresh set aside from the store, whether it ended well or was blocked. In the order of the files. */
export async function readQuarantine(home: string, engine: Engine): Promise<Quarantine> {
  for (const runId of (await listRuns(home)).toReversed()) {
    const read = filesRead(await readRun(home, runId));
    if (read.length === 0) continue;
    const rows = await Promise.all(read.map((event) => setAsideOf(home, engine, event)));
    return { runId, rows: rows.flat() };
  }
  return { runId: null, rows: [] };
}

/** The last word on each file, a step that was tried twice having said two. */
function filesRead(events: readonly RunEvent[]): readonly RunEvent[] {
  const read = events.filter(
    ({ asset, partition, key, state }) =>
      asset?.startsWith('staging.') === true &&
      partition?.includes('/') === true &&
      key !== null &&
      (state === 'made' || state === 'reused'),
  );
  return [...new Map(read.map((event) => [event.partition, event])).values()];
}

async function setAsideOf(
  home: string,
  engine: Engine,
  { asset, partition, key, name }: RunEvent,
): Promise<readonly RowSetAside[]> {
  const store = new Store(join(home, 'store'));
  const step = await store.find(asset ?? '', partition ?? '', key ?? '');
  const written = step?.record.relations[RELATION];
  if (!step || !written || written.rows === 0) return [];
  const rows = await engine.rows(
    `select source_id, source_file_key, line::integer as line, column_name, rule_id, reason, original,
        to_json(sender_columns)::varchar as sender_columns, to_json(cells)::varchar as cells
    from read_parquet(${quote(join(step.folder, written.file))})
    order by record_no, record_part, column_name, rule_id, reason`,
  );
  return rows.map((row) => {
    const source = textOf(row['source_id']);
    const fileKey = textOf(row['source_file_key']);
    const called = name?.startsWith(`${source} `) === true ? name.slice(source.length + 1) : null;
    // A step is called by the file that it is of first: see `sourceLabel`.
    const sentAgain = partition?.startsWith(`${source}/${fileKey}`) !== true;
    const file = called ?? fileKey;
    return {
      source,
      file: sentAgain ? sentAgainName(file, source) : file,
      sentAgain,
      fileKey,
      line: Number(row['line']),
      column: textOf(row['column_name']),
      rule: textOf(row['rule_id']),
      reason: textOf(row['reason']),
      original: textOf(row['original']),
      columns: JSON.parse(textOf(row['sender_columns'])) as readonly string[],
      cells: JSON.parse(textOf(row['cells'] ?? 'null')) as readonly string[] | null,
    };
  });
}
