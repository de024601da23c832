import type { ColumnMappingInput } from '../config/column-mapping.ts';
import type { Column } from '../contract/kind.ts';
import { STUDENT_GROUPS } from '../extracts/student-groups.ts';
import { usualValues } from './file-profile.ts';
import { NOTHING_KNOWN } from './knowledge.ts';
import { type ColumnMatch, SURE } from './match-columns.ts';
import type { Proposing } from './propose-columns.ts';
import { valueFit } from './value-fit.ts';

/** A question for a column that every row needs; returns what stands in its place. */
export function askFor(
  name: string,
  column: Column | undefined,
  candidates: readonly string[],
  { questions, path, family }: Proposing,
): string {
  const what = column?.describe.replace(/\.$/, '') ?? name;
  const all = candidates.length > 0 ? candidates : family.profile.columns.map((one) => one.name);
  return questions.ask(
    [...path, 'columns', name],
    `Which column is ${name}: “${what}”?`,
    all.slice(0, 12),
  );
}

/** A question whether a column that nothing needs is what it seems. */
export function wonderAbout(
  name: string,
  column: Column,
  match: ColumnMatch,
  { questions, path }: Proposing,
): void {
  const what = column.describe.replace(/\.$/, '');
  const add = `${name}: { from: ${match.from} }`;
  questions.wonder(
    [...path, 'columns'],
    `Does ${match.from} hold ${name}: “${what}”? If so, add it.`,
    [add],
  );
}

/** Of columns of which one is enough, the first that a column of the file can be. */
export function askForOne(
  first: string,
  group: readonly string[],
  columns: Readonly<Record<string, ColumnMappingInput>>,
  proposing: Proposing,
): Readonly<Record<string, ColumnMappingInput>> {
  const { contract, candidate } = proposing;
  const name = group.find((one) => possible(one, proposing).length > 0) ?? first;
  const near = candidate.matches.find(({ column }) => column === name);
  const from = askFor(name, contract.columns[name], likely(name, near, proposing), proposing);
  if (name !== 'share') return { [name]: { from } };
  const ofAll = columns['student_group']?.const === 'all';
  return {
    share: { from, scale: 'percent' },
    ...(ofAll ? { student_group: { const: askWhose(proposing) } } : {}),
  };
}

/** A share of all students is of one group of them. */
function askWhose({ questions, path }: Proposing): string {
  return questions.ask(
    [...path, 'columns', 'student_group'],
    'Of which group of students is it the share?',
    STUDENT_GROUPS.filter((group) => group !== 'all'),
  );
}

/** What the column may be: what it is likest first, then those whose cells it can have, in the order of the file. */
export function likely(
  name: string,
  match: ColumnMatch | undefined,
  proposing: Proposing,
): readonly string[] {
  const first = match === undefined ? [] : [match.from, ...match.others];
  return [...new Set([...first, ...possible(name, proposing)])];
}

/** Columns of the file that are nothing else for sure and whose cells are of the right kind: numbers, text. */
function possible(
  name: string,
  { contract, candidate: { matches }, family: { profile } }: Proposing,
): readonly string[] {
  const definition = contract.columns[name];
  const taken = matches.filter(({ score }) => score >= SURE).map(({ from }) => from);
  const free = profile.columns.filter((column) => !taken.includes(column.name));
  const fits = free.filter(
    (column) =>
      definition === undefined ||
      (usualValues(column).length > 0 &&
        valueFit(name, definition, column, NOTHING_KNOWN).score > 0.3),
  );
  return fits.map((column) => column.name);
}
