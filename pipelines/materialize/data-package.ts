import { fieldNamed } from '../../sql/fields/index.ts';
import type { TableModel } from '../../sql/catalog.ts';

export interface PackagedColumn {
  readonly name: string;
  /** As the engine calls it, such as `DECIMAL(18,2)`. */
  readonly type: string;
}

/** A table of the package, as its file has it. */
export interface PackagedTable {
  readonly model: TableModel;
  readonly file: string;
  readonly columns: readonly PackagedColumn[];
  readonly rows: number;
  readonly sha256: string;
}

/** The package's description in the Data Package standard, version 2: https://datapackage.org. It has no date of making. */
export function dataPackage(
  district: { readonly id: string; readonly name: string },
  tables: readonly PackagedTable[],
): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: district.id.replaceAll('_', '-'),
    title: `Resource map of ${district.name}`,
    resources: tables.map(({ model, file, columns, sha256 }) => ({
      name: model.name,
      path: file,
      title: model.header.row,
      description: model.header.description.trim(),
      format: 'parquet',
      mediatype: 'application/vnd.apache.parquet',
      hash: `sha256:${sha256}`,
      schema: {
        fields: columns.map(({ name, type }) => ({
          name,
          type: fieldType(type),
          description: fieldNamed(name).describe,
        })),
        primaryKey: model.header.key,
      },
    })),
  };
}

/** The standard's word for a type of the engine. */
function fieldType(type: string): string {
  if (type === 'VARCHAR') return 'string';
  if (type === 'BOOLEAN') return 'boolean';
  if (type === 'DATE') return 'date';
  if (/^(TINY|SMALL|BIG|U|HUGE)?.*INT/.test(type)) return 'integer';
  if (type.startsWith('DECIMAL')) return 'number';
  throw new Error(`A published column has the type ${type}`);
}
