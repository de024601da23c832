import type { Contract } from '../contract/contract.ts';
import { EXTRACTS } from '../extracts/index.ts';
import {
  type AccountString,
  type PartMatch,
  readAccountString,
  recognizeParts,
} from './account-string.ts';
import { evidenceOf } from './candidate-evidence.ts';
import { candidateScore } from './candidate-score.ts';
import { debitAndCredit } from './debit-and-credit.ts';
import type { Family } from './families.ts';
import type { FileProfile } from './file-profile.ts';
import type { Knowledge } from './knowledge.ts';
import { type ColumnMatch, matchColumns } from './match-columns.ts';
import { fileScore } from './names/index.ts';
import { type Wide, wideColumns } from './wide.ts';

/** An extract that a file may be, and why. */
export interface Candidate {
  readonly extract: string;
  /** From 0 to 1. */
  readonly score: number;
  readonly evidence: readonly string[];
  readonly matches: readonly ColumnMatch[];
  readonly wide: Wide | undefined;
  readonly account: AccountString | undefined;
  readonly parts: readonly PartMatch[];
  readonly debitCredit: { readonly debit: string; readonly credit: string } | undefined;
  /** What every row needs and nothing of the file gives. */
  readonly missing: readonly string[];
}

/** What scores less is no file of the extract, and not worth a person's look. */
const IMAGINABLE = 0.15;

/** Every extract that a file may be, the likeliest first. */
export function candidatesFor(family: Family, knowledge: Knowledge): readonly Candidate[] {
  return [...EXTRACTS.values()]
    .map((contract) => candidate(contract, family, knowledge))
    .filter(({ score }) => score >= IMAGINABLE)
    .sort((a, b) => b.score - a.score);
}

function candidate(contract: Contract, family: Family, knowledge: Knowledge): Candidate {
  const { profile } = family;
  const wide = wideColumns(contract.name, profile);
  const rest = wide === undefined ? profile : without(profile, Object.keys(wide.columns));
  const debitCredit = 'amount' in contract.columns ? debitAndCredit(profile) : undefined;
  const byName = matchColumns(contract, rest, knowledge).filter(
    ({ column }) =>
      !(wide && (column === wide.label || column === wide.cell)) &&
      !(debitCredit && column === 'amount'),
  );
  const account = accountOf(contract, profile, byName);
  // A whole account is none of its own parts, though some senders call its object so.
  const matches = byName.filter(
    ({ column, from }) => from !== account?.column || column === 'account_string',
  );
  const parts = account === undefined ? [] : recognizeParts(account, knowledge);
  const found = { matches, wide, account, parts, debitCredit };
  const named = fileScore(contract.name, namedAs(family));
  const { score, missing } = candidateScore(contract, family, found, named);
  return {
    extract: contract.name,
    score,
    evidence: evidenceOf(family, found, named),
    missing,
    ...found,
  };
}

/** A sheet is named for what it holds, its workbook seldom. */
function namedAs({ pattern, profile: { format } }: Family): string {
  return format.type === 'xlsx' && typeof format.sheet === 'string' ? format.sheet : pattern;
}

/** What of a file speaks for an extract. */
export type Found = Pick<Candidate, 'matches' | 'wide' | 'account' | 'parts' | 'debitCredit'>;

function without(file: FileProfile, names: readonly string[]): FileProfile {
  return { ...file, columns: file.columns.filter(({ name }) => !names.includes(name)) };
}

/** The column of whole accounts, where the extract has segments; the one that is named so before any other. */
function accountOf(
  contract: Contract,
  { columns }: FileProfile,
  matches: readonly ColumnMatch[],
): AccountString | undefined {
  if (!('fund_code' in contract.columns)) return undefined;
  const named = matches.find(({ column }) => column === 'account_string')?.from;
  const ordered = [...columns].sort((a, b) => Number(b.name === named) - Number(a.name === named));
  for (const column of ordered) {
    const account = readAccountString(column);
    if (account) return account;
  }
  return undefined;
}
