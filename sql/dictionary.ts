import type { Field } from './fields/field.ts';
import type { TableHeader } from './model-header.ts';

/** A table as the dictionary tells of it: what its model says, and its columns as the engine has them. */
export interface DictionaryTable {
  readonly name: string;
  readonly header: Pick<TableHeader, 'row' | 'key' | 'description'>;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

/**
 * The data dictionary as Markdown: each table with what one row is, why it exists, and what each column means.
 * A column that `fields` lacks is an error, so that nothing is published without a meaning.
 */
export function dictionaryMarkdown(
  tables: readonly DictionaryTable[],
  fields: ReadonlyMap<string, Field>,
): string {
  return [
    '# Dictionary',
    'Dollars are exact to the cent. A share runs from 0 to 1. A year is named by the year in which it ends. An empty cell is a value that is not known or not shown. Columns in **bold** tell every row from every other.',
    ...tables.map((table) => tableSection(table, fields)),
    '',
  ].join('\n\n');
}

function tableSection(table: DictionaryTable, fields: ReadonlyMap<string, Field>): string {
  const { name, header, columns } = table;
  const rows = columns.map((column) => {
    const field = fields.get(column.name);
    if (field === undefined) throw new Error(`${name}.${column.name} has no entry in sql/fields.`);
    const label = header.key.includes(column.name) ? `**${column.name}**` : column.name;
    return `| ${label} | ${column.type} | ${field.unit ?? ''} | ${field.describe.replaceAll('|', '\\|')} |`;
  });
  return [
    `## ${name}`,
    `One row is ${header.row}.`,
    header.description.trim(),
    ['| column | type | unit | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n');
}
