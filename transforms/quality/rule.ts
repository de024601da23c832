import type { RuleId } from './rule-id.ts';

/** A number that a district may set; a share is 0 to 1. */
export interface Threshold {
  readonly value: number;
  readonly unit: 'share' | 'dollars' | 'days' | 'count' | 'times' | 'points' | 'jobs' | 'years';
  /** What it decides, after "by default": a part of a sentence. */
  readonly describe: string;
}

/**
 * Who looks for it: `reading` refuses a file, `staging` sets rows aside, `coding` refuses rule tables; `rules` is the
 * select of that name in sql/rules; a check of sql/checks stands by its relation.
 */
export type Enforcer = 'reading' | 'staging' | 'coding' | 'rules' | `checks.${string}`;

/** A quality rule: all that is said of it stands here and is derived elsewhere. */
export interface Rule {
  readonly id: RuleId;
  /** What it does when it is broken; both, when small breaks are only reported. */
  readonly severity: 'block' | 'warn' | 'warn or block';
  /** What is wrong, as a sentence. */
  readonly title: string;
  /** When it matters, as a sentence. */
  readonly matters: string;
  /** What a person can do, as a sentence. */
  readonly resolve: string;
  /** The extracts without which it does not apply; of those in one list, any will do. */
  readonly needs: readonly (string | readonly string[])[];
  /** What it looks at, in the plural. */
  readonly things: string;
  readonly enforcedBy: Enforcer;
  readonly thresholds?: Readonly<Record<string, Threshold>>;
}

/** A ledger comes by line or by account. */
export const LEDGER = ['gl_transactions', 'gl_balances'] as const;
