import { BIGINT, VARCHAR, type DuckDBAppender } from '@duckdb/node-api';
import { FIXED_CODES, isCodedColumn, type RuleColumn } from '../../transforms/coding/dimensions.ts';
import { segmentColumn, type PutBack } from '../../transforms/coding/restatements.ts';
import { wordName } from '../../transforms/coding/rule-relations.ts';
import type { ColumnWords } from '../../transforms/coding/words.ts';
import { type Engine, quoteName } from '../runtime/duckdb.ts';

/** A distinct value of a column, and the code above it where codes are a tree. */
export interface Value {
  readonly value: string | null;
  readonly parent: string | null;
}

/**
 * Makes `coding.words_<column>`: evaluates the rules once per distinct value and keeps the values that some rule names.
 * A value that none names needs no row: it passes where a missing row passes.
 */
export async function loadWords(
  engine: Engine,
  words: ColumnWords,
  values: AsyncIterable<Value> | Iterable<Value>,
): Promise<void> {
  const names = words.uses.map((use) => `${wordName(use)} bigint`);
  const table = `words_${words.column}`;
  await engine.run(`create table coding.${table} (value varchar, ${names.join(', ')})`);
  const appender = await engine.connection.createAppender(table, 'coding');
  for await (const { value, parent } of values) {
    const bits = words.evaluate(value, parent);
    if (bits === words.otherwise) continue;
    appendValue(appender, value, bits);
  }
  appender.closeSync();
}

/**
 * The distinct values of a line's column, and the codes that the comparable series puts back. Streamed: a year may have
 * a million descriptions.
 */
export async function* lineValues(
  engine: Engine,
  column: RuleColumn,
  putBack: PutBack,
): AsyncGenerator<Value> {
  yield { value: null, parent: null };
  const source = column === 'site_type' ? 'core.sites' : 'core.ledger_lines';
  const name = quoteName(column);
  const before = [...putBack.keys()]
    .filter((segment) => segmentColumn(segment) === column)
    .map((segment) => `union select from_code from coding.restated_${segment}`);
  const result = await engine.connection.stream(
    `select distinct ${name}::varchar from ${source} where ${name} is not null ${before.join(' ')}`,
  );
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    for (const value of chunk.getColumnValues(0)) {
      yield { value: value === null ? null : String(value), parent: null };
    }
  }
}

/** The codes that an earlier dimension may give. */
export async function codedValues(engine: Engine, column: RuleColumn): Promise<Value[]> {
  if (!isCodedColumn(column)) throw new RangeError(`${column} is a column of the ledger.`);
  const list = codeLists[column];
  if (list === undefined) {
    return [...(FIXED_CODES[column] ?? []), null].map((value) => ({ value, parent: null }));
  }
  const rows = await engine.rows(list);
  const found = rows.map(({ value, parent }) => ({
    value: String(value),
    parent: typeof parent === 'string' ? parent : null,
  }));
  return [...found, { value: null, parent: null }];
}

const codeLists: Partial<Record<RuleColumn, string>> = {
  function: 'select function_code as value, null as parent from staging.standard_functions',
  object: 'select object_code as value, null as parent from staging.standard_objects',
  purpose: 'select purpose_id as value, parent_purpose_id as parent from staging.purposes',
  priority: 'select priority_id as value, null as parent from staging.priorities',
};

function appendValue(
  appender: DuckDBAppender,
  value: string | null,
  words: readonly bigint[],
): void {
  if (value === null) appender.appendNull();
  else appender.appendValue(value, VARCHAR);
  for (const word of words) appender.appendValue(word, BIGINT);
  appender.endRow();
}
