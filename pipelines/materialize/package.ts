import { copyFile, constants, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Model, TableModel } from '../../sql/catalog.ts';
import { dictionaryMarkdown } from '../../sql/dictionary.ts';
import { FIELDS } from '../../sql/fields/index.ts';
import { Engine, quote, textOf } from '../runtime/duckdb.ts';
import { filesBelow, hashFile } from '../runtime/files.ts';
import { dataPackage, type PackagedColumn, type PackagedTable } from './data-package.ts';
import type { Made, MadeRelation, MakeRequest } from './make.ts';
import { packageReadme } from './package-readme.ts';

/**
 * Makes the data package: the release tables as the Parquet files that the store holds, byte by byte, with their
 * description, the dictionary and the checksums.
 */
export async function makePackage(
  request: MakeRequest,
  models: ReadonlyMap<string, Model>,
): Promise<Made> {
  const { context, directory, inputs } = request;
  const relations: Record<string, MadeRelation> = {};
  const tables: PackagedTable[] = [];
  const engine = await Engine.open({ ...context.engine, signal: context.signal });
  try {
    for (const { relation, files } of inputs) {
      const model = models.get(relation);
      const [from] = files;
      if (model?.kind !== 'table' || from === undefined || files.length !== 1) {
        throw new Error(`${relation} is not one file of a release table`);
      }
      const file = `${model.name}.parquet`;
      await copyFile(from, join(directory, file), constants.COPYFILE_FICLONE);
      const table = await describeTable(engine, model, join(directory, file));
      relations[relation] = { file, rows: table.rows, key: model.header.key };
      tables.push(table);
    }
  } finally {
    engine.close();
  }
  const { district, invented } = context.district;
  const texts: Readonly<Record<string, string>> = {
    'README.md': packageReadme({ name: district.name, invented, tables }),
    'datapackage.json': `${JSON.stringify(dataPackage(district, tables), null, 2)}\n`,
    'dictionary.md': dictionaryMarkdown(tables.map(asDictionaryTable), FIELDS),
  };
  for (const [name, text] of Object.entries(texts)) await writeFile(join(directory, name), text);
  await writeFile(join(directory, 'SHA256SUMS'), await checksums(directory));
  return { relations };
}

function asDictionaryTable({ model, columns }: PackagedTable) {
  return { name: model.name, header: model.header, columns };
}

async function describeTable(
  engine: Engine,
  model: TableModel,
  file: string,
): Promise<PackagedTable> {
  const source = `read_parquet(${quote(file)})`;
  const columns: PackagedColumn[] = (await engine.rows(`describe select * from ${source}`)).map(
    (column) => ({ name: textOf(column['column_name']), type: textOf(column['column_type']) }),
  );
  const [count] = await engine.rows(`select count(*)::integer as row_count from ${source}`);
  return {
    model,
    file: `${model.name}.parquet`,
    columns,
    rows: Number(count?.['row_count']),
    sha256: await hashFile(file),
  };
}

/** In the format that `sha256sum --check` reads. */
async function checksums(directory: string): Promise<string> {
  const lines: string[] = [];
  for (const path of await filesBelow(directory)) {
    lines.push(`${await hashFile(join(directory, path))}  ${path}\n`);
  }
  return lines.join('');
}
