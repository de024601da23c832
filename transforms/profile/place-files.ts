import { isLedgerExtract } from '../extracts/index.ts';
import type { Candidate } from './candidates.ts';
import { chartsInUse } from './chart-use.ts';
import type { Family } from './families.ts';
import type { Guessed } from './propose-head.ts';
import { readTwice, sameDollars } from './read-twice.ts';
import { isWithoutHeader } from './without-header.ts';

/** Below this, a file has no place in the configuration. */
const PLACED = 0.55;
/** A file without header says little by itself: its columns are all asked. */
const PLACED_WITHOUT_HEADER = 0.25;

/** The files that have a place in the configuration, in its order, and those whose dollars another one has already. */
export function placeFiles(guesses: readonly Guessed[]): {
  readonly placed: readonly Guessed[];
  readonly leftOut: readonly Guessed[];
} {
  const likely = guesses.filter(
    ({ family, candidates }) => (candidates[0]?.score ?? 0) >= leastScore(family),
  );
  const leftOut = sameDollars(likely);
  const once = likely.filter((guess) => !leftOut.includes(guess));
  const read = [...once, ...readTwice(once, guesses)];
  const ledgers = read.filter(({ candidates: [best] }) => best && isLedgerExtract(best.extract));
  const placed = [...chartsInUse(read, ledgers)];
  placed.sort((a, b) => orderOf(a.candidates[0]) - orderOf(b.candidates[0]));
  return { placed, leftOut };
}

function leastScore({ profile }: Family): number {
  return isWithoutHeader(profile) ? PLACED_WITHOUT_HEADER : PLACED;
}

/** Lists first, then dollars, people and students, as a reader would tell of them. */
const ORDER = [
  'organizations',
  'site_groups',
  'site_successors',
  'account_codes',
  'job_codes',
  'earn_codes',
  'gl_transactions',
  'gl_balances',
  'control_totals',
  'budget_lines',
  'grants',
  'staff_roster',
  'staff_assignments',
  'positions',
  'payroll_lines',
];

function orderOf(candidate: Candidate | undefined): number {
  const at = ORDER.indexOf(candidate?.extract ?? '');
  return at < 0 ? ORDER.length : at;
}
