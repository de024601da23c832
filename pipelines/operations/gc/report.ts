import type { Garbage } from './garbage.ts';
import type { StoredFolder } from './stored-steps.ts';

/** Steps and their bytes. */
export interface Amount {
  readonly steps: number;
  readonly bytes: number;
}

/** What tidying up frees, or would free. */
export interface GcReport {
  readonly format: 1;
  readonly deleted: boolean;
  readonly editions_kept: readonly { readonly edition: string; readonly approved: boolean }[];
  readonly frees: Amount & {
    readonly by_kind: Readonly<Record<string, Amount>>;
    /** When the steps that go were last used. */
    readonly oldest_use: string | null;
    readonly newest_use: string | null;
    readonly private_folders: number;
    readonly plans: number;
  };
  readonly stays: Amount;
  readonly stays_because_used_lately: Amount;
}

const KINDS: readonly (readonly [string, string])[] = [
  ['staging.', 'files as read'],
  ['core.', 'joined tables'],
  ['marts.', 'tables of the map'],
  ['release.', 'published tables'],
  ['checks.', 'checks'],
];

/** `steps` are those that go, or have gone. */
export function reportOf(
  garbage: Garbage,
  steps: readonly StoredFolder[],
  deleted: boolean,
): GcReport {
  const byKind = new Map<string, StoredFolder[]>();
  for (const found of steps) {
    const kind = kindOf(found.step.asset);
    byKind.set(kind, [...(byKind.get(kind) ?? []), found]);
  }
  const uses = steps.map(({ step }) => step.usedAt).sort((a, b) => a - b);
  const kinds = [...byKind].map(([kind, found]) => [kind, amountOf(found)] as const);
  return {
    format: 1,
    deleted,
    editions_kept: garbage.editions.map(({ edition, approved }) => ({ edition, approved })),
    frees: {
      ...amountOf(steps),
      by_kind: Object.fromEntries(kinds.sort(([, a], [, b]) => b.bytes - a.bytes)),
      oldest_use: timeOf(uses[0]),
      newest_use: timeOf(uses.at(-1)),
      private_folders: garbage.privateFolders.length,
      plans: garbage.orders.length,
    },
    stays: amountOf(garbage.kept),
    stays_because_used_lately: amountOf(garbage.recent),
  };
}

function kindOf(asset: string): string {
  return KINDS.find(([prefix]) => asset.startsWith(prefix))?.[1] ?? asset;
}

function amountOf(steps: readonly StoredFolder[]): Amount {
  return { steps: steps.length, bytes: steps.reduce((sum, { bytes }) => sum + bytes, 0) };
}

function timeOf(ms: number | undefined): string | null {
  return ms === undefined ? null : new Date(ms).toISOString();
}
