import type { Contract } from '../contract/contract.ts';

/** How much of the map an extract carries, from the least that makes one to what makes it richer. */
export const TIERS = {
  T1: 'the smallest map: dollars, sites, people and students',
  T2: 'budget, positions, talent and time',
  T3: 'results and classes',
  T4: 'more detail',
} as const;

export type Tier = keyof typeof TIERS;

/** A kind of file that a district may send: its contract, and what a person who prepares the file wants to know. */
export interface Extract extends Contract {
  /** What the file is, in the words of the office that keeps it. */
  readonly title: string;
  readonly tier: Tier;
  /** The record-level extracts in whose place these sums may come, or the other way round. */
  readonly insteadOf?: readonly string[];
  /** A list that may be the same file year after year; a ledger or a list of persons never is. */
  readonly list?: true;
  /** Something to know before the file is prepared, in a sentence or two. */
  readonly note?: string;
  /** A good row, as the contract's columns have it; a test checks it. */
  readonly example: Readonly<Record<string, string>>;
}

/** Keeps an extract's declaration in one shape. */
export function defineExtract(extract: Extract): Extract {
  return extract;
}
