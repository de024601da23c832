import { PARQUET } from '../../../pipelines/materialize/staging/load-rows.ts';
import { Engine, type EngineOptions, quote } from '../../../pipelines/runtime/duckdb.ts';

/** The ledger's columns, as its contract names them, with what a plain ingest makes of each cell. */
const COLUMNS: readonly (readonly [name: string, type: string])[] = [
  ['fiscal_year', 'integer'],
  ['fiscal_period', 'integer'],
  ['posting_date', 'date'],
  ['journal_id', 'varchar'],
  ['line_no', 'integer'],
  ['amount_type', 'varchar'],
  ['fund_code', 'varchar'],
  ['function_code', 'varchar'],
  ['object_code', 'varchar'],
  ['program_code', 'varchar'],
  ['project_code', 'varchar'],
  ['job_code', 'varchar'],
  ['site_id', 'varchar'],
  ['amount', 'decimal(18,2)'],
  ['description', 'varchar'],
  ['vendor_name', 'varchar'],
];

function readCsv(file: string): string {
  const columns = COLUMNS.map(([name]) => `'${name}': 'VARCHAR'`).join(', ');
  return `read_csv(${quote(file)}, columns = {${columns}}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"')`;
}

/**
 * What somebody writes who wants the file's columns typed and nothing checked: one statement, the amounts brought to
 * plain numbers, written as staging writes its rows.
 */
export async function ingestPlainly(
  options: EngineOptions,
  file: string,
  target: string,
): Promise<number> {
  const typed = COLUMNS.map(([name, type]) => {
    // A leading parenthesis becomes the sign; what else is printed around the digits is taken off.
    const text = name === 'amount' ? `translate(${name}, '($,)', '-')` : name;
    return type === 'varchar' ? name : `try_cast(${text} as ${type}) as ${name}`;
  });
  return withEngine(options, async (engine) => {
    await engine.run(
      `copy (select ${typed.join(', ')} from ${readCsv(file)}) to ${quote(target)} (${PARQUET})`,
    );
    const [counted] = await engine.rows(
      `select count(*)::integer as rows from read_parquet(${quote(target)})`,
    );
    return Number(counted?.['rows']);
  });
}

/** Reads every cell of the file and keeps none. */
export async function scanPlainly(options: EngineOptions, file: string): Promise<number> {
  const counts = COLUMNS.map(([name]) => `count(${name})`).join(', ');
  return withEngine(options, async (engine) => {
    const [counted] = await engine.rows(
      `select count(*)::integer as rows, ${counts} from ${readCsv(file)}`,
    );
    return Number(counted?.['rows']);
  });
}

async function withEngine<T>(
  options: EngineOptions,
  use: (engine: Engine) => Promise<T>,
): Promise<T> {
  const engine = await Engine.open(options);
  try {
    return await use(engine);
  } finally {
    engine.close();
  }
}
