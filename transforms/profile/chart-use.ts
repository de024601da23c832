import { ACCOUNT_SEGMENTS, type Segment, segmentColumn } from '../contract/segments.ts';
import { valuesOf } from './knowledge.ts';
import { constantSegment } from './propose-constants.ts';
import type { Guessed } from './propose-head.ts';

/** A list that has so large a part of a ledger's codes is of that part of its accounts. */
const USED = 0.5;

/**
 * All but lists of codes that are of no account: neither their names nor a column say of which part of it they are, and
 * no ledger of the folder uses them, as codes of grades or of groups of students.
 */
export function chartsInUse(
  placed: readonly Guessed[],
  ledgers: readonly Guessed[],
): readonly Guessed[] {
  const whole = ledgers.some(({ candidates: [ledger] }) => ledger?.account !== undefined);
  return placed.filter((guess) => {
    const [best] = guess.candidates;
    if (best?.extract !== 'account_codes' || ledgers.length === 0 || whole) return true;
    if (best.matches.some(({ column }) => column === 'segment')) return true;
    return constantSegment(guess.family) !== undefined || isUsed(guess, ledgers);
  });
}

function isUsed({ family, candidates: [chart] }: Guessed, ledgers: readonly Guessed[]): boolean {
  const from = chart?.matches.find(({ column }) => column === 'code')?.from;
  const codes = new Set(valuesOf(family.profile, from));
  return ACCOUNT_SEGMENTS.some((segment) =>
    ledgers.some((ledger) => {
      const used = codesOf(segment, ledger);
      return used.length > 0 && used.filter((code) => codes.has(code)).length >= USED * used.length;
    }),
  );
}

function codesOf(segment: Segment, { family, candidates: [ledger] }: Guessed): readonly string[] {
  const column = segmentColumn(segment);
  if (ledger?.wide?.label === column) return Object.values(ledger.wide.columns);
  const from = ledger?.matches.find((match) => match.column === column)?.from;
  return valuesOf(family.profile, from);
}
