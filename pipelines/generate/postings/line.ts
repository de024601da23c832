import type { Event } from '../events.ts';
import type { Account } from './account.ts';

/** What a line truly is, for the answer key: something that happened, a fund's benefits, or no spending. */
export type Truth =
  | { readonly kind: 'event'; readonly event: Event }
  | { readonly kind: 'benefits'; readonly fund: string }
  | { readonly kind: 'excluded'; readonly exclusion: string };

/** A posted line of the ledger, as typed. */
export interface LedgerLine {
  readonly account: Account;
  readonly day: number;
  readonly description: string;
  readonly vendor: string;
  readonly amount: bigint;
  readonly truth: Truth;
  /** A code was mistyped or left out; description or vendor tell what it should have been. */
  readonly mistyped: boolean;
}

/** Lines that were posted together. */
export interface Journal {
  readonly id: string;
  readonly source: 'PRJ' | 'AP' | 'GJ' | 'CR';
  readonly lines: Iterable<LedgerLine>;
}
