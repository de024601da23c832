import { z } from 'zod';
import { sqlText } from '../../sql-text.ts';
import { missingWord } from '../mistakes.ts';
import { type Column, type ColumnOptions, defineColumn, type Kind } from '../kind.ts';

/** One of a few words of ours, to the letter; `map` in district.yaml brings a sender's words to them. */
function enumerationKind(values: readonly [string, ...string[]]): Kind {
  const reason = `is not one of: ${values.join(', ')}`;
  return {
    kind: 'enumeration',
    sqlType: 'VARCHAR',
    zod: z.enum(values, reason),
    valid: (text) => `(${text} in (${values.map(sqlText).join(', ')}))`,
    value: (text) => text,
    reason,
    rule: 'F19',
    plain: values.every((word) => /^[A-Za-z0-9_]+$/.test(word)) ? values.join('|') : null,
    mistakes: [missingWord],
    values,
  };
}

export function enumeration(
  describe: string,
  values: readonly [string, ...string[]],
  options?: ColumnOptions,
): Column {
  return defineColumn(enumerationKind(values), describe, options);
}
