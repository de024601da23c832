import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { districtJsonSchema } from '../../transforms/config/json-schema.ts';
import { readSettingsTables } from '../../transforms/config/settings-tables.ts';

const README = fileURLToPath(new URL('../../data/README.md', import.meta.url));

/** Where the schema is that editors read. */
export const SCHEMA_FILE = fileURLToPath(
  new URL('../../data/district.schema.json', import.meta.url),
);

/** The text of `data/district.schema.json`, made from the settings and what data/README.md says of them. */
export async function schemaText(): Promise<string> {
  const settings = readSettingsTables(await readFile(README, 'utf8'));
  return `${JSON.stringify(districtJsonSchema(settings), null, 1)}\n`;
}

// `npm run schema`
if (process.argv[1] === fileURLToPath(import.meta.url))
  await writeFile(SCHEMA_FILE, await schemaText());
