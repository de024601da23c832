import type { Found } from './candidates.ts';
import type { Family } from './families.ts';
import { SURE } from './match-columns.ts';

/** Why a file is taken for an extract, as phrases for a person; `named`: its name says so, from 0 to 1. */
export function evidenceOf(
  family: Family,
  { matches, wide, parts }: Found,
  named: number,
): readonly string[] {
  const known = matches.filter(({ score }) => score >= SURE);
  const list = known.map(({ from, column }) => `${from} is ${column}`);
  const says = family.files.length === 1 ? 'its name says so' : 'their names say so';
  return [
    ...(named > 0 ? [says] : []),
    ...(list.length > 0 ? [someOf(list)] : []),
    ...(wide ? [`${someOf(Object.keys(wide.columns))} are each a ${wide.label}`] : []),
    ...(parts.length > 0
      ? [`${parts.length} parts of the account are codes of lists in this folder`]
      : []),
  ];
}

/** As many as a person reads at a glance. */
const GLANCE = 6;

/** The first of a list, and how many more there are. */
function someOf(items: readonly string[]): string {
  const more = items.length > GLANCE ? ` and ${items.length - GLANCE} more` : '';
  return `${items.slice(0, GLANCE).join(', ')}${more}`;
}
