import { isLedgerExtract } from '../extracts/index.ts';
import type { Candidate } from './candidates.ts';
import { SURE } from './match-columns.ts';
import type { Guessed } from './propose-head.ts';

/**
 * A file may say two things. Where no file of a folder is a list of sites, or of dollars, the one that holds it besides
 * something else is read for both: schools from a list of allocations, dollars from positions with their pay.
 */
export function readTwice(
  placed: readonly Guessed[],
  guesses: readonly Guessed[],
): readonly Guessed[] {
  const firsts = placed.flatMap(({ candidates }) => candidates[0] ?? []);
  return [
    ...(firsts.some(({ extract }) => extract === 'organizations') ? [] : siteList(placed, guesses)),
    ...(firsts.some(({ extract }) => isLedgerExtract(extract))
      ? []
      : placed.flatMap(payOfPositions)),
  ];
}

/** Sheets of one workbook that each have the items of the same schools: all but the one with the most items. */
export function sameDollars(placed: readonly Guessed[]): readonly Guessed[] {
  const items = ({ candidates: [best] }: Guessed): number =>
    best?.wide?.label === 'object_code' ? Object.keys(best.wide.columns).length : 0;
  const sheets = placed.filter((guess) => items(guess) > 0).sort((a, b) => items(b) - items(a));
  return sheets.filter((guess, i) =>
    sheets.slice(0, i).some(({ family }) => family.pattern === guess.family.pattern),
  );
}

/** The file that names the most sites by a code, of those that have a place; else of all. */
function siteList(placed: readonly Guessed[], guesses: readonly Guessed[]): readonly Guessed[] {
  const lists = (from: readonly Guessed[]): readonly Guessed[] =>
    from
      .flatMap(({ family, candidates }) => {
        const found = candidates.find(({ extract }) => extract === 'organizations');
        return found !== undefined && isSure(found, 'site_id') && isSure(found, 'site_name')
          ? [{ family, candidates: [found] }]
          : [];
      })
      .sort((a, b) => b.family.profile.rows - a.family.profile.rows);
  const best = lists(placed)[0] ?? lists(guesses)[0];
  return best === undefined ? [] : [best];
}

/** Positions with their pay as a ledger: a row of salary, and one of benefits. */
function payOfPositions({ family, candidates: [positions] }: Guessed): readonly Guessed[] {
  if (positions?.extract !== 'positions') return [];
  const columns = Object.fromEntries(
    PAY.flatMap(([column, label]) => {
      const from = positions.matches.find((match) => match.column === column)?.from;
      return from === undefined ? [] : [[from, label]];
    }),
  );
  if (Object.keys(columns).length === 0) return [];
  const own = ['fiscal_year', 'site_id', 'job_code'];
  const matches = positions.matches.filter(({ column }) => own.includes(column));
  const wide = { label: 'object_code', cell: 'amount', columns, percent: false } as const;
  const evidence = ['no other file has dollars: these are of budgeted positions'];
  const ledger = { ...positions, extract: 'gl_balances', matches, wide, evidence, missing: [] };
  return [{ family, candidates: [ledger] }];
}

const PAY = [
  ['budgeted_salary', 'salary'],
  ['budgeted_benefits', 'benefits'],
] as const;

function isSure({ matches }: Candidate, column: string): boolean {
  return matches.some((match) => match.column === column && match.score >= SURE);
}
