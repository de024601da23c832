import { normalName, wordsOf } from '../words.ts';
import { NAMES_BY_EXTRACT } from './by-extract.ts';
import { COMMON_NAMES, FILE_WORDS } from './common.ts';

/** Names of a column in the order in which they are believed: its own, the extract's, those that all extracts share. */
function namesOf(extract: string, column: string): readonly string[] {
  const own = NAMES_BY_EXTRACT[extract]?.[column] ?? '';
  const common = COMMON_NAMES[column] ?? '';
  return [column, ...own.split(' | '), ...common.split(' | ')].filter((name) => name !== '');
}

const known = new Map<string, readonly string[]>();

function normalNamesOf(extract: string, column: string): readonly string[] {
  const key = `${extract}.${column}`;
  const names = known.get(key) ?? [...new Set(namesOf(extract, column).map(normalName))];
  known.set(key, names);
  return names;
}

/**
 * How well a sender's name of a column fits a column of an extract: 1 for a name that is known, less when only some of
 * its words are.
 */
export function nameScore(extract: string, column: string, name: string): number {
  const names = normalNamesOf(extract, column);
  // Of `VENDOR_NAME1` and its like, the first is the one that is filled.
  const given = normalName(name).replace(/(?<=[a-z])1$/, '');
  if (given === '') return 0;
  const at = names.indexOf(given);
  // Of two columns that know the name, the one that it is more usual for wins.
  if (at >= 0) return 1 - Math.min(at, 30) * 0.004;
  const words = new Set(given.split(' '));
  const partial = names
    .map((candidate) => {
      const parts = candidate.split(' ');
      const shared = parts.filter((part) => words.has(part)).length;
      return shared === 0 ? 0 : shared / (parts.length + words.size - shared);
    })
    .reduce((best, share) => Math.max(best, share), 0);
  return partial >= 0.5 ? partial * 0.85 : 0;
}

/** How much the name of a file speaks for an extract, from 0 to 1. */
export function fileScore(extract: string, file: string): number {
  const words = wordsOf(file.replace(/\.\w{2,4}(?:\.\w{2,3})?$/, '').replaceAll(/\d+/g, ' '));
  const text = ` ${words.join(' ')} `;
  const found = (FILE_WORDS[extract] ?? '')
    .split(' | ')
    .filter((phrase) => phrase !== '')
    .map((phrase) => normalName(phrase))
    .filter((phrase) => text.includes(` ${phrase} `) || isWithin(phrase, text));
  if (found.length === 0) return 0;
  return Math.max(...found.map((phrase) => (phrase.includes(' ') ? 1 : 0.8)));
}

/** Names of files often run their words together: `employeepositionroster`. What is left must be words too: no `location` in an allocation. */
function isWithin(phrase: string, text: string): boolean {
  const together = phrase.replaceAll(' ', '');
  if (together.length < 8) return false;
  return text.split(' ').some((word) => {
    const at = word.indexOf(together);
    const behind = word.length - at - together.length;
    return at >= 0 && (at === 0 || at >= 3) && (behind === 0 || behind >= 3);
  });
}
