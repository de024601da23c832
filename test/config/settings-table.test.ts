import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { districtSchema } from '../../transforms/config/district.ts';
import { readSettingsTables } from '../../transforms/config/settings-tables.ts';
import { repository } from '../support/repository.ts';

/** What this test looks at of a JSON Schema. */
interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly default?: unknown;
}

/** A setting: its default, `undefined` when it has none, and whether it is needed where it stands. */
interface Setting {
  readonly needed: boolean;
  readonly default: unknown;
}

/** The settings of a schema that hold no other settings, by their dotted names. */
function settingsOf(schema: Schema, name: string, needed: boolean): [string, Setting][] {
  const inside = [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, child]) =>
      settingsOf(child, `${name}.${key}`, schema.required?.includes(key) ?? false),
    ),
    ...(schema.items ? settingsOf(schema.items, `${name}[]`, needed) : []),
    ...(typeof schema.additionalProperties === 'object'
      ? settingsOf(schema.additionalProperties, `${name}.<name>`, needed)
      : []),
    ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((choice) =>
      settingsOf(choice, name, needed),
    ),
  ].filter(([inner]) => /\.[a-z_]+$/.test(inner) && inner !== name);
  return inside.length > 0 ? inside : [[name, { needed, default: schema.default }]];
}

/** The rows of the tables of settings, by the setting's whole name. */
function documented(): [string, Setting & { readonly example: string }][] {
  const text = readFileSync(join(repository, 'data/README.md'), 'utf8');
  return readSettingsTables(text).map(({ name, standard, example }) => {
    const needed = standard === 'needed';
    const given = needed || standard === '' ? undefined : (parse(standard) as unknown);
    return [name, { needed, default: given, example }];
  });
}

test('data/README.md lists every setting of district.yaml, with its default', () => {
  const schema = z.toJSONSchema(districtSchema, { io: 'input' }) as Schema;
  const settings = new Map(settingsOf(schema, '', true).map(([name, s]) => [name.slice(1), s]));
  const rows = documented();
  expect(rows.map(([name]) => name).sort()).toEqual([...settings.keys()].sort());
  for (const [name, row] of rows) {
    expect({ name, ...row }).toMatchObject({ name, ...settings.get(name) });
    expect(parse(row.example), `the example of ${name}`).not.toBeNull();
  }
});
