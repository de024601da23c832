import { DuckDBInstance } from '@duckdb/node-api';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { quote } from '../runtime/duckdb.ts';
import type { Made, MakeRequest } from './make.ts';

/** The name of the DuckDB file in an edition. */
export const databaseFile = 'resource-map.duckdb';

/**
 * Makes the file that an analyst opens: each input is a table under its own name. Its bytes differ from build to
 * build, so it is known by what it was made from; its tables equal the Parquet files row by row.
 */
export async function makeDatabase(request: MakeRequest): Promise<Made> {
  const { context, directory, inputs } = request;
  const file = join(directory, databaseFile);
  const instance = await DuckDBInstance.create(file, {
    threads: String(context.engine.threads ?? 2),
    autoinstall_known_extensions: 'false',
    temp_directory: join(directory, 'spill'),
    ...(context.engine.memoryLimit === undefined
      ? {}
      : { memory_limit: context.engine.memoryLimit }),
  });
  const connection = await instance.connect();
  const stop = (): void => connection.interrupt();
  context.signal.addEventListener('abort', stop);
  try {
    // One transaction: each commit would wait for the disk, and there are many small tables.
    await connection.run('begin');
    const schemas = new Set(inputs.map(({ relation }) => relation.split('.')[0] ?? ''));
    for (const schema of schemas) await connection.run(`create schema ${schema}`);
    for (const { relation, files } of inputs) {
      context.signal.throwIfAborted();
      // The files are sorted by the primary key and given in order of year.
      await connection.run(
        `create table ${relation} as select * from read_parquet([${files.map(quote).join(', ')}])`,
      );
    }
    await connection.run('commit');
    await connection.run('checkpoint');
  } finally {
    context.signal.removeEventListener('abort', stop);
    connection.closeSync();
    instance.closeSync();
    await rm(join(directory, 'spill'), { recursive: true, force: true });
  }
  // A log beside the file would be replayed into whatever stands there under its name.
  if (existsSync(`${file}.wal`)) throw new Error(`${file} was closed and has a log beside it`);
  return { relations: {} };
}
