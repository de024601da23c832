import { Problem } from '../../transforms/problem.ts';
import { type Cell, Engine, quote, textOf } from './duckdb.ts';

/** Table functions that make rows from nothing; all others could read a file or the engine's own state. */
const harmless = new Set(['range', 'generate_series', 'unnest']);

/**
 * The relations that a model reads, as `schema.table` in order of name, found by the engine's own parser.
 * A `Problem` for what could hide a dependency: an unqualified name that is no CTE, a file, another database.
 */
export async function readReferences(
  engine: Engine,
  sql: string,
  file: string,
): Promise<readonly string[]> {
  const [row] = await engine.rows(`select json_serialize_sql(${quote(sql)}) as tree`);
  const tree = JSON.parse(textOf(row?.['tree'])) as { readonly [name: string]: Cell };
  const statements = tree['statements'];
  if (tree['error'] === true || !Array.isArray(statements)) {
    throw refused(file, `The SQL cannot be read: ${textOf(tree['error_message'])}`);
  }
  if (statements.length !== 1) throw refused(file, 'The file holds more than one statement.');
  const found = new Set<string>();
  walk(statements as readonly Cell[], new Set(), found, file);
  return [...found].sort();
}

/** `readReferences` for many models with one engine, which is all that parsing needs. */
export async function readAllReferences(
  models: readonly { readonly relation: string; readonly sql: string; readonly file: string }[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const engine = await Engine.open({ threads: 1 });
  try {
    const references = new Map<string, readonly string[]>();
    for (const { relation, sql, file } of models) {
      references.set(relation, await readReferences(engine, sql, file));
    }
    return references;
  } finally {
    engine.close();
  }
}

/** `names` are the CTEs that can be seen from here; a node's own ones are seen by all below it. */
function walk(tree: Cell, names: ReadonlySet<string>, found: Set<string>, file: string): void {
  if (tree === null || typeof tree !== 'object') return;
  if (isList(tree)) {
    for (const branch of tree) walk(branch, names, found, file);
    return;
  }
  const seen = new Set([...names, ...commonTableNames(tree)]);
  if (tree['type'] === 'BASE_TABLE') addTable(tree, seen, found, file);
  if (tree['type'] === 'TABLE_FUNCTION') checkFunction(tree['function'] ?? null, file);
  for (const branch of Object.values(tree)) walk(branch, seen, found, file);
}

function commonTableNames(node: { readonly [name: string]: Cell }): string[] {
  const map = node['cte_map'];
  if (map === null || map === undefined || typeof map !== 'object' || isList(map)) return [];
  const entries = map['map'];
  if (!isList(entries ?? null)) return [];
  return (entries as readonly { readonly key: string }[]).map(({ key }) => key.toLowerCase());
}

function addTable(
  node: { readonly [name: string]: Cell },
  names: ReadonlySet<string>,
  found: Set<string>,
  file: string,
): void {
  const table = textOf(node['table_name']);
  const schema = textOf(node['schema_name']);
  if (textOf(node['catalog_name']) !== '') {
    throw refused(file, `${schema}.${table} is read from another database.`);
  }
  if (schema !== '') {
    found.add(`${schema}.${table}`);
    return;
  }
  if (!names.has(table.toLowerCase())) {
    throw refused(file, `"${table}" has no schema and is not the name of a CTE.`);
  }
}

function checkFunction(node: Cell, file: string): void {
  const name =
    node !== null && typeof node === 'object' && !isList(node)
      ? textOf(node['function_name'])
      : 'a table function';
  if (!harmless.has(name)) throw refused(file, `${name}() may read what is not declared.`);
}

function isList(tree: Cell): tree is readonly Cell[] {
  return Array.isArray(tree);
}

function refused(file: string, what: string): Problem {
  return new Problem({
    code: 'model_reads_unclear',
    what,
    fix: 'Read every table as schema.table in one select, and no file.',
    where: { file },
  });
}
