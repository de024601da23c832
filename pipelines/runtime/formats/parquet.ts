import type { FormatOf } from '../../../transforms/config/format.ts';
import { Problem } from '../../../transforms/problem.ts';
import { Engine, quote, quoteName, textOf } from '../duckdb.ts';
import { columnName } from './header.ts';
import { refuseTooLong, refuseTooWide } from './limits.ts';
import { OriginalsWriter } from './originals-writer.ts';
import type { Reader } from './readers.ts';
import { noRecords } from './refusals.ts';
import { SentBytes } from './sent-bytes.ts';
import type { Prescan, SentFile } from './sent-file.ts';
import { rowLimit } from './spreadsheet-marks.ts';

type ParquetFile = SentFile<FormatOf<'parquet'>>;

interface ParquetColumn {
  readonly name: string;
  readonly type: string;
}

/** Of a Parquet file, which DuckDB reads. */
export function parquetReader(file: ParquetFile): Reader {
  return {
    prescan: (copy) => prescanParquet(file, copy),
    locate: (recordNos, target) => locateParquet(file, recordNos, target),
  };
}

/** Writes all rows of a Parquet file to the plain copy, each cell as the text that a contract reads. */
async function prescanParquet(file: ParquetFile, copy: string): Promise<Prescan> {
  const sent = new SentBytes(file);
  for await (const _ of sent.chunks()) continue;
  return await withFile(file, async (engine, rows) => {
    const columns = await columnsOf(engine, rows);
    refuseTooWide(file.name, columns.length);
    const names = (await namesIn(engine, file.path)).map(columnName);
    const cells = columns.map(({ name, type }, i) => `${cellSql(name, type)} as c${i}`);
    await engine.run(`create view texts as
      select file_row_number + 1 as record_no, '' as oddity, ${cells.join(', ')} from ${rows}`);
    const texts = columns.map((_, i) => `c${i}`);
    const breaks = texts.map((name) => `regexp_matches(${name}, '[\\n\\r]')::integer`);
    const length = texts.map((name) => `coalesce(strlen(${name}), 0)`).join(' + ');
    const [found] = await engine.rows(`select count(*)::integer as records,
      max(${length}) as longest, arg_max(record_no, ${length})::integer as longest_at,
      sum(${breaks.map((sql) => `coalesce(${sql}, 0)`).join(' + ')})::integer as breaks from texts`);
    const records = Number(found?.['records']);
    if (records === 0) throw noRecords(file.name);
    refuseTooLong(file.name, Number(found?.['longest_at']), Number(found?.['longest']));
    await engine.run(
      `copy texts to ${quote(copy)} (format csv, header false, delimiter ',', quote '"', escape '"', force_quote *)`,
    );
    return {
      sha256: sent.sha256(),
      columns: names,
      headerLine: null,
      records,
      // What is set aside is kept with the names of its columns.
      longestRecord: 2 * Number(found?.['longest']) + names.join('      ').length,
      quotedBreaks: Number(found?.['breaks']),
      delimiter: ',',
      rowLimit: rowLimit(records, records),
      direct: null,
      remarks: [],
    };
  });
}

/** Writes the row number, and the row as JSON, of each record asked for. */
async function locateParquet(
  file: ParquetFile,
  recordNos: Float64Array,
  target: string,
): Promise<void> {
  if (recordNos.length === 0) {
    await new OriginalsWriter(recordNos, target).close();
    return;
  }
  await withFile(file, async (engine, rows) => {
    const texts = (await columnsOf(engine, rows)).map(({ name, type }) => cellSql(name, type));
    const found = await engine.rows(
      `select (file_row_number + 1)::integer as record_no,
        to_json(sent)::varchar as original,
        to_json([${texts.map((text) => `coalesce(${text}, '')`).join(', ')}])::varchar as cells
      from ${rows} as sent where file_row_number + 1 in (${[...recordNos].join(', ')}) order by record_no`,
    );
    const out = new OriginalsWriter(recordNos, target);
    for (const row of found) {
      const cells = JSON.parse(textOf(row['cells'])) as readonly string[];
      out.write(Number(row['record_no']), textOf(row['original']), cells);
    }
    await out.close();
  });
}

async function columnsOf(engine: Engine, rows: string): Promise<readonly ParquetColumn[]> {
  const described = await engine.rows(`describe select * exclude (file_row_number) from ${rows}`);
  return described.map((row) => ({
    name: textOf(row['column_name']),
    type: textOf(row['column_type']),
  }));
}

/** The names of the columns as they stand in the file: the engine renames one that another is like but for capitals. */
async function namesIn(engine: Engine, path: string): Promise<readonly string[]> {
  const [, ...parts] = await engine.rows(
    `select name, coalesce(num_children, 0)::integer as inside from parquet_schema(${quote(path)})`,
  );
  const names: string[] = [];
  // Behind a column of several parts stand these, and theirs.
  let inside = 0;
  for (const part of parts) {
    if (inside === 0) names.push(textOf(part['name']));
    inside = Math.max(0, inside - 1) + Number(part['inside']);
  }
  return names;
}

/** Past it, the numbers of this type are further apart than cents. */
const EXACT_FLOAT = 131_072;

/** A column as text. A whole number that was stored as a double, as programs do with gaps in a column, has no `.0`. */
function cellSql(name: string, type: string): string {
  const column = quoteName(name);
  if (type === 'DOUBLE' || type === 'FLOAT') {
    const whole = `${column} = trunc(${column}) and abs(${column}) < 9007199254740992`;
    const lost = type === 'FLOAT' ? `when abs(${column}) >= ${EXACT_FLOAT} then '#NUM!'` : '';
    return `case when ${whole} then ${column}::bigint::varchar ${lost} else ${column}::varchar end`;
  }
  if (type.startsWith('TIMESTAMP')) {
    const day = `${column}::timestamp = ${column}::date::timestamp`;
    return `case when ${day} then ${column}::date::varchar else ${column}::timestamp::varchar end`;
  }
  if (type.startsWith('STRUCT') || type.startsWith('MAP') || type.endsWith('[]')) {
    return `to_json(${column})::varchar`;
  }
  return `${column}::varchar`;
}

async function withFile<T>(
  file: ParquetFile,
  use: (engine: Engine, rows: string) => Promise<T>,
): Promise<T> {
  const engine = await Engine.open();
  try {
    return await use(engine, `read_parquet(${quote(file.path)}, file_row_number = true)`);
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw new Problem({
      code: 'parquet_unreadable',
      rule: 'F01',
      what: 'The file is not a whole Parquet file: it was cut or damaged, is encrypted, or has texts that are not UTF-8.',
      fix: 'Ask for it again, or correct format.type in district.yaml.',
      where: { file: file.name },
      cause,
    });
  } finally {
    engine.close();
  }
}
