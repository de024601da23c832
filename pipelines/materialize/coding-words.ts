import type { DuckDBAppender } from '@duckdb/node-api';
import {
  FIXED_CODES,
  isClassed,
  isCodedColumn,
  type RuleColumn,
} from '../../transforms/coding/dimensions.ts';
import { segmentColumn, type PutBack } from '../../transforms/coding/restatements.ts';
import { wordName } from '../../transforms/coding/rule-relations.ts';
import type { ColumnWords } from '../../transforms/coding/words.ts';
import { type Engine, quoteName, textOf } from '../runtime/duckdb.ts';

/** A distinct value of a column, and the code above it where codes are a tree. */
export interface Value {
  readonly value: string | null;
  readonly parent: string | null;
}

/**
 * Makes `coding.words_<column>`: evaluates the rules once per distinct value and keeps the values that some rule names.
 * A value that none names needs no row: it passes where a missing row passes. Of a column that is coded by class,
 * `coding.classes_<column>` has the class of each such value, and the words are those of the class.
 */
export async function loadWords(
  engine: Engine,
  words: ColumnWords,
  values: AsyncIterable<Value> | Iterable<Value>,
): Promise<void> {
  const { column } = words;
  const classed = isClassed(column);
  const names = words.uses.map((use) => `${wordName(use)} bigint`);
  const key = classed ? 'class integer' : 'value varchar';
  await engine.run(`create table coding.words_${column} (${key}, ${names.join(', ')})`);
  if (classed)
    await engine.run(`create table coding.classes_${column} (value varchar, class integer)`);
  const wordRows = await engine.connection.createAppender(`words_${column}`, 'coding');
  const classRows = classed
    ? await engine.connection.createAppender(`classes_${column}`, 'coding')
    : null;
  const classes = new Map<string, number>();
  for await (const { value, parent } of values) {
    const bits = words.evaluate(value, parent);
    if (bits === words.otherwise) continue;
    if (classRows === null) {
      append(wordRows, value, bits);
      continue;
    }
    const name = bits.join(' ');
    const known = classes.get(name);
    const place = known ?? classes.size + 1;
    if (known === undefined) {
      classes.set(name, place);
      append(wordRows, place, bits);
    }
    append(classRows, value, [], place);
  }
  wordRows.closeSync();
  classRows?.closeSync();
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
    value: textOf(value),
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

function append(
  appender: DuckDBAppender,
  key: string | number | null,
  words: readonly bigint[],
  place?: number,
): void {
  if (key === null) appender.appendNull();
  else if (typeof key === 'number') appender.appendInteger(key);
  else appender.appendVarchar(key);
  for (const word of words) appender.appendBigInt(word);
  if (place !== undefined) appender.appendInteger(place);
  appender.endRow();
}
