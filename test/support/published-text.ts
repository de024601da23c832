import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Engine, quote, quoteName } from '../../pipelines/runtime/duckdb.ts';
import { cellText } from './rows.ts';
import { openMapDatabase } from './map-database.ts';

/** Everything that a reader of a district's editions and run logs can see, as text by file; compressed files opened. */
export async function publishedText(home: string, district: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const folder of ['editions', 'runs', 'approvals']) {
    for (const file of filesBelow(join(home, district, folder)))
      texts.set(file, await textOf(file));
  }
  return texts;
}

async function textOf(file: string): Promise<string> {
  if (file.endsWith('.parquet')) {
    const engine = await Engine.open({ threads: 1 });
    try {
      return await tableText(engine, `read_parquet(${quote(file)})`);
    } finally {
      engine.close();
    }
  }
  if (!file.endsWith('.duckdb')) return readFileSync(file, 'utf8');
  const engine = await openMapDatabase(join(file, '..'));
  try {
    const tables = await engine.rows(
      `select schema_name, table_name from duckdb_tables() where database_name = 'map'`,
    );
    const texts: string[] = [];
    for (const table of tables) {
      const [schema, name] = [cellText(table, 'schema_name'), cellText(table, 'table_name')];
      texts.push(await tableText(engine, `map.${quoteName(schema)}.${quoteName(name)}`));
    }
    return texts.join('\n');
  } finally {
    engine.close();
  }
}

async function tableText(engine: Engine, table: string): Promise<string> {
  const rows = await engine.rows(`select * from ${table}`);
  return rows.map((row) => JSON.stringify(row)).join('\n');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
