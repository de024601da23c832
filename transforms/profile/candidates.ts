import type { Contract } from '../contract/contract.ts';
import { isRequired } from '../contract/kind.ts';
import { SEGMENTS, segmentColumn } from '../contract/segments.ts';
import { EXTRACTS } from '../extracts/index.ts';
import {
  type AccountString,
  type PartMatch,
  readAccountString,
  recognizeParts,
} from './account-string.ts';
import { debitAndCredit } from './debit-and-credit.ts';
import type { Family } from './families.ts';
import type { FileProfile } from './file-profile.ts';
import type { Knowledge } from './knowledge.ts';
import { type ColumnMatch, matchColumns, SURE } from './match-columns.ts';
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

/** Every extract that a file may be, the likeliest first. */
export function candidatesFor(family: Family, knowledge: Knowledge): readonly Candidate[] {
  return [...EXTRACTS.values()]
    .map((contract) => candidate(contract, family, knowledge))
    .filter(({ score }) => score >= 0.15)
    .sort((a, b) => b.score - a.score);
}

function candidate(contract: Contract, family: Family, knowledge: Knowledge): Candidate {
  const { profile } = family;
  const wide = wideColumns(contract.name, profile);
  const rest = wide === undefined ? profile : without(profile, Object.keys(wide.columns));
  const debitCredit = 'amount' in contract.columns ? debitAndCredit(profile) : undefined;
  const named = matchColumns(contract, rest, knowledge).filter(
    ({ column }) =>
      !(wide && (column === wide.label || column === wide.cell)) &&
      !(debitCredit && column === 'amount'),
  );
  const account = accountOf(contract, profile, named);
  // A whole account is none of its own parts, though some senders call its object so.
  const matches = named.filter(
    ({ column, from }) => from !== account?.column || column === 'account_string',
  );
  const parts = account === undefined ? [] : recognizeParts(account, knowledge);
  const found = { matches, wide, account, parts, debitCredit };
  const filled = new Set([
    ...matches.filter(({ score }) => score >= 0.5).map(({ column }) => column),
    ...(wide ? [wide.label, wide.cell] : []),
    ...(debitCredit ? ['amount'] : []),
  ]);
  const needed = neededColumns(contract, filled);
  const worth = needed.map((column) => scoreOf(column, found, family));
  const missing = needed.filter((_, i) => worth[i] === 0);
  const coverage = worth.reduce((sum, one) => sum + one, 0) / Math.max(1, worth.length);
  const explained = explainedShare(profile, found);
  const fileNamed = fileScore(contract.name, namedAs(family));
  const lacking = lacksAccount(contract, found);
  const score =
    (0.45 * coverage + 0.3 * explained + 0.25 * fileNamed) * 0.6 ** missing.length * lacking;
  return {
    extract: contract.name,
    score: Math.round(score * 100) / 100,
    evidence: evidenceOf(family, found, fileNamed),
    missing,
    ...found,
  };
}

/** A sheet is named for what it holds, its workbook seldom. */
function namedAs({ pattern, profile: { format } }: Family): string {
  return format.type === 'xlsx' && typeof format.sheet === 'string' ? format.sheet : pattern;
}

type Found = Pick<Candidate, 'matches' | 'wide' | 'account' | 'parts' | 'debitCredit'>;

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

function neededColumns(contract: Contract, filled: ReadonlySet<string>): readonly string[] {
  const required = Object.entries(contract.columns)
    .filter(([, column]) => isRequired(column))
    .map(([name]) => name);
  const groups = (contract.requireOneOf ?? []).flatMap(
    (group) => group.find((column) => filled.has(column)) ?? group[0] ?? [],
  );
  return [...required, ...groups];
}

function scoreOf(column: string, found: Found, family: Family): number {
  const { wide, debitCredit, matches } = found;
  if (wide && (column === wide.label || column === wide.cell)) return 1;
  if (debitCredit && column === 'amount') return 1;
  const match = matches.find((one) => one.column === column);
  const constant = CONSTANTS[column] ?? 0;
  if (match && match.score >= 0.5) return Math.max(match.score, constant);
  if (column === 'fiscal_year' || column === 'school_year') {
    return family.years.length > 0 ? 0.9 : constant;
  }
  return constant;
}

/** How much of the file the extract has a place for. */
function explainedShare({ columns }: FileProfile, { matches, wide, account }: Found): number {
  const known = new Set([
    ...matches.filter(({ score }) => score >= SURE).map(({ from }) => from),
    ...Object.keys(wide?.columns ?? {}),
    ...(account ? [account.column] : []),
  ]);
  return Math.min(1, known.size / Math.max(1, Math.min(columns.length, 15)));
}

/** A ledger has accounts of two parts or more: a file with a fund and an amount is a list of totals. */
function lacksAccount(contract: Contract, { matches, account, wide }: Found): number {
  if (!('amount' in contract.columns && 'function_code' in contract.columns)) return 1;
  const columns: readonly string[] = SEGMENTS.map(segmentColumn);
  const own = matches.filter(
    ({ column, score }) => columns.includes(column) && score >= 0.5,
  ).length;
  const label = wide !== undefined && columns.includes(wide.label) ? 1 : 0;
  const parts = own + (account?.parts.length ?? 0) + label;
  return parts >= 2 ? 1 : 0.4 + 0.2 * parts;
}

function evidenceOf(
  family: Family,
  { matches, wide, parts }: Found,
  named: number,
): readonly string[] {
  const known = matches.filter(({ score }) => score >= SURE);
  const list = known.map(({ from, column }) => `${from} is ${column}`);
  const says = family.files.length === 1 ? 'its name says so' : 'their names say so';
  return [
    ...(named > 0 ? [says] : []),
    ...(list.length > 0 ? [someOf(list)] : []),
    ...(wide ? [`${someOf(Object.keys(wide.columns))} are each a ${wide.label}`] : []),
    ...(parts.length > 0
      ? [`${parts.length} parts of the account are codes of lists in this folder`]
      : []),
  ];
}

/** As many as a person reads at a glance. */
const GLANCE = 6;

/** The first of a list, and how many more there are. */
function someOf(items: readonly string[]): string {
  const more = items.length > GLANCE ? ` and ${items.length - GLANCE} more` : '';
  return `${items.slice(0, GLANCE).join(', ')}${more}`;
}
