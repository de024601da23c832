import type { ChartCode } from '../chart-codes.ts';
import { wordsOf } from '../words.ts';
import { anyOf, type StarterTable } from './tables.ts';

/** A code of a national chart. */
export interface StandardCode {
  readonly code: string;
  readonly name: string;
}

/**
 * `function.csv` or `object.csv`: a code that the national chart has too needs no rule. Any other is the one whose name is
 * most like its own, or, in a chart numbered as the national one is, the nearest above it: guesses, both.
 */
export function crosswalkStarter(
  dimension: 'function' | 'object',
  chart: readonly ChartCode[],
  standard: readonly StandardCode[],
): StarterTable {
  const codes = chart.filter(({ segment }) => segment === dimension);
  const own = codes.filter(({ code }) => !standard.some((one) => one.code === code));
  const alike = own.map((code) => ({ code: code.code, to: mostAlike(code, standard) }));
  const numbered = isNumberedAlike(alike, codes.length - own.length);
  const guesses = own.flatMap(({ code }, i) => {
    const byName = alike[i]?.to;
    if (byName !== undefined && (!numbered || byName[0] === code[0]))
      return [{ code, to: byName, how: 'like' }];
    const above = numbered ? nearestAbove(code, standard) : undefined;
    return above === undefined ? [] : [{ code, to: above, how: 'under' }];
  });
  const rules = (how: string, reason: string): string[][] =>
    [...new Set(guesses.filter((guess) => guess.how === how).map(({ to }) => to))]
      .sort()
      .map((target) => {
        const codes = guesses.filter((guess) => guess.how === how && guess.to === target);
        const cell = anyOf(codes.map(({ code }) => code));
        return [`${how}_${target}`, '20', cell, target, 'yes', reason];
      });
  const header = ['rule_id', 'rank', `${dimension}_code`, 'code', 'default', 'reason'];
  return {
    file: `${dimension}.csv`,
    rows: [
      header,
      ...rules('like', 'By the words of their names: please look'),
      ...rules('under', 'By their numbers: please look'),
    ],
  };
}

/** Fewer codes than this tell nothing of how a chart is numbered. */
const ENOUGH = 5;
/** A chart is numbered as the national one is when so many of its codes agree: a name may mislead now and then. */
const MOSTLY = 0.75;

/** Whether codes mostly are standard ones, or begin with the digit of the standard code that has their name. */
function isNumberedAlike(
  alike: readonly { readonly code: string; readonly to: string | undefined }[],
  equal: number,
): boolean {
  const named = alike.filter(({ to }) => to !== undefined);
  const same = named.filter(({ code, to }) => code[0] === to?.[0]).length + equal;
  const told = named.length + equal;
  return told >= ENOUGH && same >= MOSTLY * told;
}

/** The standard code that is left when digits from the end become 0: of 2611 it is 2610, of 1115 among codes of three digits 110. */
function nearestAbove(code: string, standard: readonly StandardCode[]): string | undefined {
  const width = standard[0]?.code.length ?? 0;
  if (!/^\d+$/.test(code) || code.length < width) return undefined;
  // A longer code than the national ones says more in its last digits: 1115 is no 111, but 2200 is 220.
  const says = /[1-9]/.test(code.slice(width)) ? width - 1 : width;
  for (let kept = says; kept > 0; kept -= 1) {
    const above = code.slice(0, kept).padEnd(width, '0');
    const found = standard.find((one) => one.code === above);
    if (found) return found.code;
  }
  return undefined;
}

/** Names that share a smaller part of their words have them in common by chance. */
const LEAST_SHARED = 0.4;
/** What a number that begins alike is worth between two names: less than a word. */
const BEGINS_ALIKE = 0.1;
const EMPTY_WORDS = ['and', 'of', 'the', 'for', 'services', 'service', 'other', 'to', 'in'];

/** The standard code that shares the largest part of its words; of two the one whose number begins alike. */
function mostAlike(
  { code: own, name }: ChartCode,
  standard: readonly StandardCode[],
): string | undefined {
  const words = contentWords(name);
  if (words.size === 0) return undefined;
  const scored = standard.map(({ code, name: other }) => {
    const others = contentWords(other);
    const shared = [...words].filter((word) => others.has(word)).length;
    const share = shared / Math.max(1, new Set([...words, ...others]).size);
    return { code, share, score: share + (code[0] === own[0] ? BEGINS_ALIKE : 0) };
  });
  const [best] = scored
    .filter(({ share }) => share >= LEAST_SHARED)
    .sort((a, b) => b.score - a.score);
  return best?.code;
}

function contentWords(name: string): ReadonlySet<string> {
  const plain = wordsOf(name).map((word) => word.replace(/(?<=...)s$/, ''));
  return new Set(plain.filter((word) => !EMPTY_WORDS.includes(word) && !/^\d+$/.test(word)));
}
