import { publishEdition, type PublishedEdition } from '../materialize/publish.ts';
import type { Editions } from '../runtime/editions.ts';
import { whoAccepted } from './acceptances.ts';
import { editionManifest } from './edition-manifest.ts';
import type { Run } from './run.ts';
import type { StoredSteps } from './step-maker.ts';

/** What publishing needs besides what the run has made. */
export interface Publishing {
  readonly editions: Editions;
  /** The number of the edition that readers saw when the run started; null when they saw none. */
  readonly seen: number | null;
  readonly now: Date;
}

/** Draws up the edition of a run, and makes it the one that readers see if the district lets it. */
export async function publishRun(
  run: Run,
  stored: StoredSteps,
  { editions, seen, now }: Publishing,
): Promise<PublishedEdition> {
  const { manifest, parts, acceptances } = editionManifest(run, stored);
  const { district, request } = run.order;
  return publishEdition({
    editions,
    seen,
    manifest,
    ...parts,
    district: request.publish ? district : { ...district, publish: 'approval' },
    label: request.label,
    accepted: await whoAccepted(editions.home, acceptances),
    now: now.toISOString(),
  });
}

/** The line of the run log that tells how publishing ended. */
export function publishedDetails({ edition, outcome }: PublishedEdition): {
  readonly end: 'made' | 'reused';
  readonly details: { readonly key: string; readonly why: string };
} {
  const end = outcome === 'already published' ? 'reused' : 'made';
  return { end, details: { key: edition, why: outcome } };
}
