import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SCHEMA_FILE, schemaText } from '../../pipelines/profile/write-schema.ts';

interface Schema {
  readonly description?: string;
  readonly properties: Readonly<Record<string, Schema>>;
  readonly items: Schema;
  readonly allOf: readonly {
    readonly if: { readonly properties: { readonly extract: { readonly const: string } } };
    readonly then: Schema;
  }[];
}

test('the schema that editors read is that of the settings as they are now: npm run schema writes it', async () => {
  expect(readFileSync(SCHEMA_FILE, 'utf8')).toBe(await schemaText());
});

test('an editor tells what a setting means, and which columns a kind of file has', async () => {
  const schema = JSON.parse(await schemaText()) as Schema;
  expect(schema.properties['minimum_n']?.description).toBe('fewer students than this are hidden');
  const source = schema.properties['sources']?.items;
  expect(source?.properties['file']?.description).toContain('its name among the extracts');
  const sites = source?.allOf.find((one) => one.if.properties.extract.const === 'organizations');
  const columns = sites?.then.properties['columns']?.properties;
  expect(columns?.['site_name']?.description).toBe('Name of the site as people know it.');
  expect(JSON.stringify(columns?.['site_type'])).toContain('"central"');
});
