import type { ColumnMappingInput } from '../config/column-mapping.ts';
import type { Column } from '../contract/kind.ts';
import type { ColumnProfile } from './file-profile.ts';
import { measureFor, wordFor } from './names/values.ts';

/** Asks a person; a question that blocks gives what stands in the place of its answer. */
export interface Asking {
  readonly ask: (text: string, candidates: readonly string[]) => string;
  readonly wonder: (text: string, candidates: readonly string[]) => void;
}

/** `map` for a column of fixed words; what no word of ours is known for is asked. Nothing when all are ours already. */
export function mapWords(
  name: string,
  column: Column,
  { name: from, values, complete }: ColumnProfile,
  { ask, wonder }: Asking,
): Pick<ColumnMappingInput, 'map' | 'otherwise'> {
  if (name === 'measure') return measureMap(values);
  const ours = wordsOf(column);
  if (values.every((value) => ours.includes(value))) return {};
  const map: Record<string, string> = {};
  const unknown: string[] = [];
  for (const value of [...values].sort()) {
    const word = ours.includes(value) ? value : wordFor(name, value);
    if (word !== undefined && ours.includes(word)) map[value] = word;
    else unknown.push(value);
  }
  if (unknown.length === 0 && complete) return { map };
  // Several groups under one name would be one group with several values: their rows are not kept.
  if (name === 'student_group' && unknown.length > 1 && Object.keys(map).length > 0) return { map };
  if (ours.includes('other') && unknown.length > 0 && Object.keys(map).length >= unknown.length) {
    wonder(
      `${from} says also: ${unknown.slice(0, 10).join(', ')}. Is “other” right for them?`,
      ours,
    );
    return { map, otherwise: 'other' };
  }
  const [first] = unknown;
  const placeholder = ask(
    `What do these words of ${from} mean${unknown.length > 1 ? `, ${unknown.length} of them` : ''}?`,
    ours,
  );
  for (const value of first === undefined ? [] : unknown.slice(0, 30)) map[value] = placeholder;
  return { map };
}

/** The words that a column of fixed words may have. */
export function wordsOf({ kind }: Column): readonly string[] {
  const { options } = kind.zod as { readonly options?: readonly unknown[] };
  return (options ?? []).filter((option): option is string => typeof option === 'string');
}

function measureMap(values: readonly string[]): Pick<ColumnMappingInput, 'map'> {
  const found = values.map((value) => [value, measureFor(value)] as const);
  const names = found.flatMap(([, measure]) => measure ?? []);
  // Two results under one name would be one result with two values.
  if (names.length !== values.length || new Set(names).size !== names.length) return {};
  if (found.every(([value, measure]) => value === measure)) return {};
  return { map: Object.fromEntries(found.map(([value, measure]) => [value, measure ?? value])) };
}
