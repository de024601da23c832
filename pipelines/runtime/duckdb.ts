import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { dirname } from 'node:path';

export interface EngineOptions {
  readonly threads?: number;
  /** DuckDB's own notation, such as `1GB`; the process needs about 0.5 GB more. */
  readonly memoryLimit?: string;
  /** Where the engine may spill; the step's private folder. */
  readonly temporaryDirectory?: string;
  /** Passes of the optimizer to leave out, by DuckDB's names. */
  readonly withoutOptimizers?: string;
  /** Scalar macros: by name, the parameters and the body that follow it in `create macro`. */
  readonly macros?: ReadonlyMap<string, string>;
  /** When it aborts, the statement that runs is stopped and no further one starts. */
  readonly signal?: AbortSignal;
}

/** A cell as DuckDB prints it in JSON: DECIMAL and BIGINT are exact strings, never doubles. */
export type Cell =
  string | number | boolean | null | readonly Cell[] | { readonly [name: string]: Cell };
export type Row = Readonly<Record<string, Cell>>;

/** A cell as text: exact numbers keep their digits, a missing cell is empty. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}

/** A cell as text; a missing one is `null`. */
export function textOrNull(cell: Cell | undefined): string | null {
  return cell === null || cell === undefined ? null : textOf(cell);
}

/** A relation as Parquet files; `where` keeps only the partition's rows of files that span years. */
export interface RelationFiles {
  readonly relation: string;
  readonly files: readonly string[];
  readonly where?: string;
  /** A select that yields the relation's columns and no row: what the relation is when there are no files. */
  readonly empty?: string;
}

/**
 * A fresh engine in memory that holds what it is given and nothing else.
 * Every step runs in its own, so a dependency that was not declared cannot work.
 */
export class Engine {
  private readonly stop = (): void => this.connection.interrupt();
  private readonly unmade: Map<string, string>;

  private constructor(
    private readonly instance: DuckDBInstance,
    readonly connection: DuckDBConnection,
    private readonly signal: AbortSignal | undefined,
    macros: ReadonlyMap<string, string>,
  ) {
    this.unmade = new Map(macros);
    signal?.addEventListener('abort', this.stop);
  }

  static async open(options: EngineOptions = {}): Promise<Engine> {
    const instance = await DuckDBInstance.create(':memory:', {
      threads: String(options.threads ?? 2),
      autoinstall_known_extensions: 'false',
      preserve_insertion_order: 'true',
      ...(options.memoryLimit === undefined ? {} : { memory_limit: options.memoryLimit }),
      ...(options.temporaryDirectory === undefined
        ? {}
        : { temp_directory: options.temporaryDirectory }),
      ...(options.withoutOptimizers === undefined
        ? {}
        : { disabled_optimizers: options.withoutOptimizers }),
    });
    const engine = new Engine(
      instance,
      await instance.connect(),
      options.signal,
      options.macros ?? new Map(),
    );
    await engine.run("set timezone = 'UTC'");
    return engine;
  }

  async run(sql: string): Promise<void> {
    // A signal that has aborted already tells no listener, so it is asked before each statement.
    this.signal?.throwIfAborted();
    await this.makeMacros(sql);
    await this.connection.run(sql);
  }

  /** All rows of a small result. */
  async rows(sql: string): Promise<Row[]> {
    this.signal?.throwIfAborted();
    await this.makeMacros(sql);
    const reader = await this.connection.runAndReadAll(sql);
    return reader.getRowObjectsJson() as Row[];
  }

  /** Makes each relation readable under its own name, `schema.table`, as a view over its files. */
  async view(relations: readonly RelationFiles[]): Promise<void> {
    const statements = relations.flatMap(({ relation, files, where, empty }) => {
      const [schema, table] = relation.split('.');
      if (schema === undefined || table === undefined) throw new Error(`${relation} has no schema`);
      return [
        `create schema if not exists ${schema}`,
        `create view ${relation} as ${viewBody(relation, files, where, empty)}`,
      ];
    });
    await this.runAll(statements);
  }

  /** From here on the engine reads the folders of `files` and the files `alone`, writes `directory`, and no other file. */
  async confine(
    directory: string,
    files: readonly string[],
    alone: readonly string[] = [],
  ): Promise<void> {
    const folders = [...new Set([directory, ...files.map((file) => dirname(file))])];
    await this.runAll([
      `set allowed_directories = [${folders.map((f) => quote(`${f}/`)).join(', ')}]`,
      `set allowed_paths = [${alone.map(quote).join(', ')}]`,
      'set enable_external_access = false',
      'set lock_configuration = true',
    ]);
  }

  /** Short statements, in one call: a call costs more than they do. */
  private async runAll(statements: readonly string[]): Promise<void> {
    if (statements.length > 0) await this.run(statements.join(';\n'));
  }

  /**
   * Makes the macros that a statement names: making all takes as long as most steps do, and a step names few. A name in a
   * text or a longer word makes one too many, which harms nothing. It is struck off before it is made, since those that
   * it calls are made on the way; and it stands in `main`, which every search path of a step ends with.
   */
  private async makeMacros(sql: string): Promise<void> {
    for (const [name, definition] of this.unmade) {
      if (!sql.includes(name) || !this.unmade.delete(name)) continue;
      await this.run(`create macro main.${name}${definition}`);
    }
  }

  /** Stops the statement that runs. */
  interrupt(): void {
    this.connection.interrupt();
  }

  close(): void {
    this.signal?.removeEventListener('abort', this.stop);
    this.connection.closeSync();
    this.instance.closeSync();
  }
}

function viewBody(
  relation: string,
  files: readonly string[],
  where: string | undefined,
  empty: string | undefined,
): string {
  if (files.length === 0) {
    if (empty === undefined) throw new Error(`${relation} has no files and no columns`);
    return empty;
  }
  const list = files.map(quote).join(', ');
  const rows = `select * from read_parquet([${list}], union_by_name = true)`;
  return where === undefined ? rows : `${rows} where ${where}`;
}

/** A text as an SQL literal. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name as an SQL identifier. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
