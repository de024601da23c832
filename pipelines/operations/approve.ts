import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../transforms/problem.ts';
import { whoAccepted } from '../refresh/acceptances.ts';
import { editionId, Editions } from '../runtime/editions.ts';
import { hashFile, isFailure, readTextIfThere } from '../runtime/files.ts';
import type { Published } from '../runtime/pointer.ts';
import { readEditionFacts } from '../refresh/edition-facts.ts';
import { listEditions, type ListedEdition } from './edition-list.ts';

export interface ApproveRequest {
  /** The folder of the district's outputs. */
  readonly home: string;
  /** The id of an edition, or the first letters of it. */
  readonly edition: string;
  /** The person whose word it is. */
  readonly by: string;
  readonly note: string | null;
  /** The clock is the caller's. */
  readonly now: Date;
}

/**
 * Lets readers see an edition, on a person's word, if they still see what they saw when this was called. The edition
 * that they see already is "already approved". A `Problem` for an edition that is not there, or not whole.
 */
export async function approveEdition(request: ApproveRequest): Promise<Published> {
  const { home, now } = request;
  const by = request.by.trim();
  if (by === '' || by === 'automatic') throw nobody();
  const editions = new Editions(home);
  const seen = await editions.pointer.settle();
  const edition = findEdition(await listEditions(home), request.edition);
  await refuseDamage(editions.folder(edition), edition);
  const facts = await readEditionFacts(editions.folder(edition));
  const accepted = await whoAccepted(home, facts?.acceptances ?? []);
  const approval = { approved_at: now.toISOString(), by, note: request.note, accepted };
  const published = await editions.pointer
    .publish(edition, seen?.sequence ?? null, approval)
    .catch((error: unknown) => {
      throw error instanceof Problem && error.code === 'pointer_moved' ? moved(edition) : error;
    });
  await editions.noteApproval(published.pointer);
  return published;
}

function findEdition(editions: readonly ListedEdition[], asked: string): string {
  const fitting = editions.filter(({ edition }) => asked !== '' && edition.startsWith(asked));
  const [only] = fitting;
  if (only && fitting.length === 1) return only.edition;
  const names = fitting.map(({ edition }) => edition).join(', ');
  const waiting = editions.filter(({ approved }) => !approved).map(({ edition }) => edition);
  throw new Problem({
    code: only ? 'edition_unclear' : 'edition_missing',
    what: only
      ? `Several editions begin with ${asked}: ${names}.`
      : `There is no edition ${asked}, or it is not whole.`,
    fix:
      waiting.length === 0
        ? 'No edition waits for approval. Refresh to make one.'
        : `Waiting for approval, the newest first: ${waiting.join(', ')}.`,
    exit: 2,
  });
}

/** What readers are shown must be what was made: the manifest's own id, and the bytes that it names. */
async function refuseDamage(folder: string, edition: string): Promise<void> {
  const manifest = (await readTextIfThere(join(folder, 'manifest.json'))) ?? '';
  if (editionId(manifest) !== edition) throw damaged(edition, 'manifest.json');
  const { files, built } = (await readEditionFacts(folder)) ?? { files: {}, built: {} };
  for (const [path, { sha256 }] of Object.entries(files)) {
    if ((await hashIfThere(join(folder, path))) !== sha256) throw damaged(edition, path);
  }
  // The DuckDB file and the site are no part of the manifest by their bytes, and the site may come later.
  for (const file of Object.keys(built).filter((name) => name !== 'site')) {
    if (!(await isThere(join(folder, file)))) throw damaged(edition, file);
  }
}

async function hashIfThere(file: string): Promise<string | undefined> {
  return (await isThere(file)) ? await hashFile(file) : undefined;
}

async function isThere(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch (error) {
    if (isFailure(error, 'ENOENT', 'ENOTDIR')) return false;
    throw error;
  }
}

function nobody(): Problem {
  return new Problem({
    code: 'approver_missing',
    what: 'An approval needs the name of the person who gives it.',
    fix: 'Write --by "Jane Doe", with the name that is to stand in the footer of the report.',
    exit: 2,
  });
}

function moved(edition: string): Problem {
  return new Problem({
    code: 'pointer_moved',
    what: `Readers were given another edition while ${edition} was being approved, so it was not.`,
    fix: 'Look at what they see now with status, and approve again if yours should replace it.',
  });
}

function damaged(edition: string, file: string): Problem {
  return new Problem({
    code: 'edition_damaged',
    what: `Edition ${edition} is not whole: ${file} is missing or not as it was made.`,
    fix: 'Move the folder of the edition away and refresh: it is made anew.',
    where: { file },
  });
}
