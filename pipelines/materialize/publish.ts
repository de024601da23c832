import { join } from 'node:path';
import type { District } from '../../transforms/config/district.ts';
import { Problem } from '../../transforms/problem.ts';
import { copyFiles, hashFile } from '../runtime/files.ts';
import type { Editions } from '../runtime/editions.ts';
import type { AcceptedBy } from '../runtime/pointer.ts';
import type { StepRecord, StoredStep } from '../runtime/store.ts';
import { databaseFile } from './database.ts';

export interface PublishRequest {
  readonly editions: Editions;
  readonly district: District;
  readonly label: string | null;
  readonly manifest: string;
  readonly package: StoredStep;
  readonly database: StoredStep;
  /** The built site, when one was asked for. */
  readonly site: StoredStep | undefined;
  /** The number of the edition that readers saw when the run started; null when they saw none. */
  readonly seen: number | null;
  /** Who has accepted what checks have found; nobody where none had to be. */
  readonly accepted: readonly AcceptedBy[];
  /** The clock is the runner's. */
  readonly now: string;
}

export interface PublishedEdition {
  readonly edition: string;
  readonly folder: string;
  readonly outcome: 'published' | 'already published' | 'waits for approval';
}

/**
 * Puts an edition together from what the store holds, lets its site join, and makes it the one that readers see,
 * if the district says so and no other edition was published since the run started.
 */
export async function publishEdition(request: PublishRequest): Promise<PublishedEdition> {
  const { editions, district, label } = request;
  const edition = await editions.add(request.manifest, (folder) => fillEdition(request, folder));
  if (request.site) {
    const about = { format: 1, edition, label, district: district.district.name };
    await editions.addSite(edition, join(request.site.folder, 'site'), about);
  }
  const folder = editions.folder(edition);
  if (district.publish === 'approval') return awaitApproval(editions, edition, folder);
  const { pointer, already } = await editions.pointer.publish(edition, request.seen, {
    approved_at: request.now,
    by: 'automatic',
    note: null,
    accepted: request.accepted,
  });
  await editions.noteApproval(pointer);
  return { edition, folder, outcome: already ? 'already published' : 'published' };
}

async function awaitApproval(
  editions: Editions,
  edition: string,
  folder: string,
): Promise<PublishedEdition> {
  const current = await editions.pointer.settle();
  if (current?.edition !== edition) return { edition, folder, outcome: 'waits for approval' };
  await editions.noteApproval(current);
  return { edition, folder, outcome: 'already published' };
}

async function fillEdition(request: PublishRequest, folder: string): Promise<void> {
  const { record, folder: stored } = request.package;
  await copyFiles(stored, join(folder, 'package'), Object.keys(record.files));
  await refuseDamage(record, stored, join(folder, 'package'));
  await copyFiles(request.database.folder, folder, [databaseFile]);
}

/** The manifest names these bytes: an edition that holds others would be one that nobody made. */
async function refuseDamage(record: StepRecord, stored: string, copied: string): Promise<void> {
  for (const [path, { sha256 }] of Object.entries(record.files)) {
    if ((await hashFile(join(copied, path))) === sha256) continue;
    throw new Problem({
      code: 'store_damaged',
      what: 'A file of the package is not as it was when it was made, so nothing was published.',
      fix: `Remove the folder ${stored} and refresh again: it is made anew.`,
      where: { file: join(stored, path) },
    });
  }
}
