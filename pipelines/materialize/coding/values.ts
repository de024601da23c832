import {
  FIXED_CODES,
  isCodedColumn,
  type RuleColumn,
} from '../../../transforms/coding/dimensions.ts';
import type { PutBack } from '../../../transforms/coding/restatements.ts';
import { segmentColumn } from '../../../transforms/contract/segments.ts';
import { type Engine, quoteName, textOf } from '../../runtime/duckdb.ts';

/** A distinct value of a column, and the code above it where codes are a tree. */
export interface Value {
  readonly value: string | null;
  readonly parent: string | null;
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
