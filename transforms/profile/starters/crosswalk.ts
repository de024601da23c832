import type { ChartCode } from '../chart-codes.ts';
import { wordsOf } from '../words.ts';
import { anyOf, type StarterTable } from './tables.ts';

/** A code of a national chart. */
export interface StandardCode {
  readonly code: string;
  readonly name: string;
}

/**
 * `function.csv` or `object.csv`: a code that the national chart has too needs no rule; any other is the one whose name
 * is most like its own, as a guess.
 */
export function crosswalkStarter(
  dimension: 'function' | 'object',
  chart: readonly ChartCode[],
  standard: readonly StandardCode[],
): StarterTable {
  const guesses = chart
    .filter(({ segment }) => segment === dimension)
    .filter(({ code }) => !standard.some((one) => one.code === code))
    .flatMap((code) => {
      const like = mostAlike(code.name, standard);
      return like === undefined ? [] : [{ ...code, like }];
    });
  const targets = [...new Set(guesses.map(({ like }) => like))].sort();
  const rules = targets.map((target) => [
    `like_${target}`,
    '20',
    anyOf(guesses.filter(({ like }) => like === target).map(({ code }) => code)),
    target,
    'yes',
    'By the words of their names: please look',
  ]);
  const header = ['rule_id', 'rank', `${dimension}_code`, 'code', 'default', 'reason'];
  return { file: `${dimension}.csv`, rows: [header, ...rules] };
}

const EMPTY_WORDS = ['and', 'of', 'the', 'for', 'services', 'service', 'other', 'to', 'in'];

/** The standard code that shares the largest part of its words; undefined when none shares half of them. */
function mostAlike(name: string, standard: readonly StandardCode[]): string | undefined {
  const words = contentWords(name);
  if (words.size === 0) return undefined;
  const scored = standard.map(({ code, name: other }) => {
    const others = contentWords(other);
    const shared = [...words].filter((word) => others.has(word)).length;
    return { code, score: shared / Math.max(1, new Set([...words, ...others]).size) };
  });
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { code: '', score: 0 });
  return best.score >= 0.4 ? best.code : undefined;
}

function contentWords(name: string): ReadonlySet<string> {
  const plain = wordsOf(name).map((word) => word.replace(/(?<=...)s$/, ''));
  return new Set(plain.filter((word) => !EMPTY_WORDS.includes(word) && !/^\d+$/.test(word)));
}
