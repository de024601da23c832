import type { DuckDBAppender } from '@duckdb/node-api';
import { isClassed } from '../../../transforms/coding/dimensions.ts';
import { maskName, type ColumnMasks } from '../../../transforms/coding/masks.ts';
import type { Engine } from '../../runtime/duckdb.ts';
import type { Value } from './values.ts';

/**
 * Makes `coding.masks_<column>`: evaluates the rules once per distinct value and keeps the values that some rule names.
 * A value that none names needs no row: it passes where a missing row passes. Of a column that is coded by class,
 * `coding.classes_<column>` has the class of each such value, and the masks are those of the class.
 */
export async function loadMasks(
  engine: Engine,
  masks: ColumnMasks,
  values: AsyncIterable<Value> | Iterable<Value>,
): Promise<void> {
  const { column } = masks;
  const classed = isClassed(column);
  const names = masks.uses.map((use) => `${maskName(use)} bigint`);
  const key = classed ? 'class integer' : 'value varchar';
  await engine.run(`create table coding.masks_${column} (${key}, ${names.join(', ')})`);
  if (classed)
    await engine.run(`create table coding.classes_${column} (value varchar, class integer)`);
  const maskRows = await engine.connection.createAppender(`masks_${column}`, 'coding');
  const classRows = classed
    ? await engine.connection.createAppender(`classes_${column}`, 'coding')
    : null;
  const classes = new Map<string, number>();
  for await (const { value, parent } of values) {
    const bits = masks.evaluate(value, parent);
    if (bits === masks.otherwise) continue;
    if (classRows === null) {
      append(maskRows, value, bits);
      continue;
    }
    const name = bits.join(' ');
    const known = classes.get(name);
    const place = known ?? classes.size + 1;
    if (known === undefined) {
      classes.set(name, place);
      append(maskRows, place, bits);
    }
    append(classRows, value, [], place);
  }
  maskRows.closeSync();
  classRows?.closeSync();
}

function append(
  appender: DuckDBAppender,
  key: string | number | null,
  masks: readonly bigint[],
  place?: number,
): void {
  if (key === null) appender.appendNull();
  else if (typeof key === 'number') appender.appendInteger(key);
  else appender.appendVarchar(key);
  for (const mask of masks) appender.appendBigInt(mask);
  if (place !== undefined) appender.appendInteger(place);
  appender.endRow();
}
