import { type Engine, quote } from '../../runtime/duckdb.ts';
import type { SentFile } from '../../runtime/formats/sent-file.ts';
import { locate } from '../../runtime/prescan.ts';
import type { StagingJob } from './job.ts';

/** Records of a file as they were sent, in the engine's table `originals(record_no, line, original, cells)`. */
export class Originals {
  private readonly plain: boolean;
  /** The numbers of those that the table has. */
  private held: ReadonlySet<number> = new Set();

  constructor(
    private readonly engine: Engine,
    private readonly job: StagingJob,
    private readonly file: SentFile,
    /** Where their texts stand on their way into the engine. */
    private readonly located: string,
    private readonly signal: AbortSignal,
  ) {
    this.plain = job.facts.direct !== null;
  }

  /** Makes the table of these records alone. */
  async load(recordNos: Float64Array): Promise<void> {
    await locate(this.file, recordNos, this.located, this.signal, this.plain);
    await this.engine.run(
      `create or replace table originals as
      select record_no, line, coalesce(original, '') as original, from_json(cells, '["VARCHAR"]') as cells from read_csv(
          ${quote(this.located)}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"',
          new_line = '\\n', parallel = false, max_line_size = ${12 * this.job.facts.longestRecord + 4096},
          columns = {'record_no': 'BIGINT', 'line': 'BIGINT', 'original': 'VARCHAR', 'cells': 'VARCHAR'}
      )`,
    );
    this.held = new Set(recordNos);
  }

  /** Makes the table of all records that have a row set aside, and perhaps of others. */
  async loadSetAside(): Promise<void> {
    const recordNos = await recordNosOf(this.engine, 'set_aside');
    if (recordNos.length === 0 || !recordNos.every((recordNo) => this.held.has(recordNo))) {
      await this.load(recordNos);
    }
  }

  /** The line on which a record starts; in a plain file each record is a line. */
  async lineOf(recordNo: number): Promise<number> {
    if (this.plain) return recordNo;
    await this.load(Float64Array.of(recordNo));
    const [row] = await this.engine.rows('select line::integer as line from originals');
    return Number(row?.['line'] ?? recordNo);
  }
}

/** The numbers of the records that a table names, each once. */
export async function recordNosOf(engine: Engine, table: string): Promise<Float64Array> {
  const rows = await engine.rows(`select distinct record_no::double as record_no from ${table}`);
  return Float64Array.from(rows, (row) => Number(row['record_no']));
}
