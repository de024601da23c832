import { type Column, type ColumnOptions, defineColumn, type Kind } from '../kind.ts';
import { codeKind, personKind } from './code.ts';

/** A code that must stand in another extract (or in its own, as a parent does). The cell itself is a code like any other. */
const referenceKind: Kind = { ...codeKind, kind: 'reference' };

/** `target` is `extract.column`; a district that does not send that extract is not asked for it. */
export function reference(
  describe: string,
  target: `${string}.${string}`,
  options?: ColumnOptions,
): Column {
  const [extract = '', column = ''] = target.split('.');
  const kind = options?.person === undefined ? referenceKind : personKind(referenceKind);
  return { ...defineColumn(kind, describe, options), target: { extract, column } };
}
