import { z } from 'zod';
import type { Contract } from '../contract/contract.ts';
import type { Column } from '../contract/kind.ts';
import { EXTRACTS } from '../extracts/index.ts';
import { columnMapping } from './column-mapping.ts';
import { districtSchema } from './district.ts';
import type { SettingRow } from './settings-tables.ts';

/** What is looked at and changed of a JSON Schema. */
interface Schema {
  description?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  enum?: readonly unknown[];
  [keyword: string]: unknown;
}

/**
 * The JSON Schema of district.yaml, by which editors complete and check it: the settings as zod has them, their
 * meanings as data/README.md explains them, and for each extract the columns that it has.
 */
export function districtJsonSchema(settings: readonly SettingRow[]): object {
  const schema = z.toJSONSchema(districtSchema, { io: 'input' }) as Schema;
  const meanings = new Map(settings.map(({ name, meaning }) => [name, plainText(meaning)]));
  describe(schema, '', meanings);
  const source = schema.properties?.['sources']?.items;
  if (source === undefined) throw new Error('The schema of district.yaml has no sources.');
  const mapping = z.toJSONSchema(columnMapping, { io: 'input' }) as Schema;
  describe(mapping, '.sources[].columns.<name>', meanings);
  delete mapping['$schema'];
  if (source.properties) source.properties['columns'] = { type: 'object' };
  source['allOf'] = [...EXTRACTS.values()].map(columnsOf);
  return {
    ...schema,
    $id: 'district.schema.json',
    title: 'district.yaml of the District Resource Map',
    $defs: { mapping },
  };
}

/** The words of a table's cell without its marks. */
function plainText(meaning: string): string {
  return meaning.replaceAll('`', '').replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}

/** Puts the meaning of each setting beside it; a part that holds settings has none of its own. */
function describe(schema: Schema, name: string, meanings: ReadonlyMap<string, string>): void {
  const meaning = meanings.get(name.slice(1));
  if (meaning !== undefined) schema.description = meaning;
  for (const [key, child] of Object.entries(schema.properties ?? {})) {
    describe(child, `${name}.${key}`, meanings);
  }
  if (schema.items) describe(schema.items, `${name}[]`, meanings);
  if (typeof schema.additionalProperties === 'object') {
    describe(schema.additionalProperties, `${name}.<name>`, meanings);
  }
  for (const choice of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) {
    describe(choice, name, meanings);
  }
}

/** Where a source is of this extract, its columns are those of the extract. */
function columnsOf(contract: Contract): Schema {
  const properties = Object.entries(contract.columns).map(([name, column]) => [
    name,
    { description: column.describe, allOf: [{ $ref: '#/$defs/mapping' }], ...wordsOf(column) },
  ]);
  const columns = {
    description: contract.row,
    properties: Object.fromEntries(properties) as Record<string, Schema>,
    additionalProperties: false,
  };
  const condition = { properties: { extract: { const: contract.name } }, required: ['extract'] };
  // A property of this name written as such would make the object look like a promise.
  const consequence = ['if', 'then'].map((word, i) => [
    word,
    [condition, { properties: { columns } }][i],
  ]);
  return Object.fromEntries(consequence) as Schema;
}

/** What a column of fixed words may be given, besides texts with `{…}` in them. */
function wordsOf({ kind }: Column): Schema {
  if (kind.kind !== 'enumeration') return {};
  const { enum: words = [] } = z.toJSONSchema(kind.zod, { io: 'input' }) as Schema;
  const word: Schema = { anyOf: [{ enum: [...words, ''] }, { type: 'string', pattern: '\\{' }] };
  return {
    properties: {
      const: word,
      otherwise: word,
      default: word,
      map: { additionalProperties: word },
    },
  };
}
