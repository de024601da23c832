import type { Contract } from '../contract/contract.ts';
import { isRequired } from '../contract/kind.ts';
import { segmentColumn, SEGMENTS } from '../contract/segments.ts';
import type { Found } from './candidates.ts';
import type { Family } from './families.ts';
import type { FileProfile } from './file-profile.ts';
import { SURE } from './match-columns.ts';

/** A column whose match scores less is not filled by it. */
const LIKELY = 0.5;

/** Columns that a constant fills where the file does not say them, and how much is lost by that. */
const CONSTANTS: Readonly<Record<string, number>> = {
  fiscal_year: 0.7,
  school_year: 0.6,
  amount_type: 0.7,
  budget_version: 0.5,
  source_document: 0.7,
  student_group: 0.6,
  segment: 0.6,
  site_type: 0.5,
  snapshot_date: 0.4,
  measure: 0.2,
  fiscal_period: 0.4,
  group_kind: 0.4,
};

/** What counts for an extract: the columns that it needs, how much of the file it explains, and the file's name. */
const WEIGHTS = { needed: 0.45, explained: 0.3, named: 0.25 };
/** What each needed column that nothing gives leaves of the score. */
const LACKING = 0.6;

/** How likely a file is of an extract, from 0 to 1 in hundredths; `named`: how far its name says so. */
export function candidateScore(
  contract: Contract,
  family: Family,
  found: Found,
  named: number,
): { readonly score: number; readonly missing: readonly string[] } {
  const needed = neededColumns(contract, filledBy(found));
  const worth = needed.map((column) => worthOf(column, found, family));
  const missing = needed.filter((_, i) => worth[i] === 0);
  const coverage = worth.reduce((sum, one) => sum + one, 0) / Math.max(1, worth.length);
  const score =
    (WEIGHTS.needed * coverage +
      WEIGHTS.explained * explainedShare(family.profile, found) +
      WEIGHTS.named * named) *
    LACKING ** missing.length *
    lacksAccount(contract, found);
  return { score: Math.round(score * 100) / 100, missing };
}

function filledBy({ matches, wide, debitCredit }: Found): ReadonlySet<string> {
  return new Set([
    ...matches.filter(({ score }) => score >= LIKELY).map(({ column }) => column),
    ...(wide ? [wide.label, wide.cell] : []),
    ...(debitCredit ? ['amount'] : []),
  ]);
}

/** The columns that every row needs; of some of which one is enough, the one that is filled. */
function neededColumns(contract: Contract, filled: ReadonlySet<string>): readonly string[] {
  const required = Object.entries(contract.columns)
    .filter(([, column]) => isRequired(column))
    .map(([name]) => name);
  const groups = (contract.requireOneOf ?? []).flatMap(
    (group) => group.find((column) => filled.has(column)) ?? group[0] ?? [],
  );
  return [...required, ...groups];
}

/** How sure it is that a needed column is filled, from 0 to 1. */
function worthOf(column: string, found: Found, family: Family): number {
  const { wide, debitCredit, matches } = found;
  if (wide && (column === wide.label || column === wide.cell)) return 1;
  if (debitCredit && column === 'amount') return 1;
  const match = matches.find((one) => one.column === column);
  const constant = CONSTANTS[column] ?? 0;
  if (match && match.score >= LIKELY) return Math.max(match.score, constant);
  if (column === 'fiscal_year' || column === 'school_year') {
    return family.years.length > 0 ? 0.9 : constant;
  }
  return constant;
}

/** No extract has a place for more columns than this: the others of a wide file speak against none. */
const MOST_READ = 15;

/** How much of the file the extract has a place for. */
function explainedShare({ columns }: FileProfile, { matches, wide, account }: Found): number {
  const known = new Set([
    ...matches.filter(({ score }) => score >= SURE).map(({ from }) => from),
    ...Object.keys(wide?.columns ?? {}),
    ...(account ? [account.column] : []),
  ]);
  return Math.min(1, known.size / Math.max(1, Math.min(columns.length, MOST_READ)));
}

/** A ledger has accounts of two parts or more: a file with a fund and an amount is a list of totals. */
function lacksAccount(contract: Contract, { matches, account, wide }: Found): number {
  if (!('amount' in contract.columns && 'function_code' in contract.columns)) return 1;
  const columns: readonly string[] = SEGMENTS.map(segmentColumn);
  const own = matches.filter(
    ({ column, score }) => columns.includes(column) && score >= LIKELY,
  ).length;
  const label = wide !== undefined && columns.includes(wide.label) ? 1 : 0;
  const parts = own + (account?.parts.length ?? 0) + label;
  return parts >= 2 ? 1 : 0.4 + 0.2 * parts;
}
