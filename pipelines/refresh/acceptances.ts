import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Acceptance, Found } from '../materialize/accepted-checks.ts';
import { acceptanceOf } from '../materialize/accepted-checks.ts';
import { asJson, hashJson } from '../runtime/canonical-json.ts';
import { namesIn, readTextIfThere, replaceFile, syncFolder } from '../runtime/files.ts';
import { ofKnownFormat } from '../runtime/known-format.ts';
import type { AcceptedBy } from '../runtime/pointer.ts';

/** An acceptance as it is kept: with the person whose word it is, and when it was given. */
export interface KeptAcceptance extends Acceptance {
  readonly format: 1;
  readonly by: string;
  readonly at: string;
}

/** Every acceptance that was ever given in this home, in order of its name; each counts for what it is of. */
export async function readAcceptances(home: string): Promise<readonly KeptAcceptance[]> {
  const folder = folderIn(home);
  const names = (await namesIn(folder)).filter((name) => name.endsWith('.json'));
  const kept = await Promise.all(names.map((name) => readAcceptance(join(folder, name))));
  return kept.filter((acceptance) => acceptance !== undefined);
}

/** Keeps an acceptance, so that what it is of blocks no later refresh either. The same word given again changes nothing. */
export async function keepAcceptance(home: string, acceptance: KeptAcceptance): Promise<void> {
  const file = join(folderIn(home), `${nameOf(acceptance)}.json`);
  const before = await readAcceptance(file);
  if (before?.by === acceptance.by && before.reason === acceptance.reason) return;
  await mkdir(dirname(file), { recursive: true });
  await syncFolder(home);
  await replaceFile(file, `${JSON.stringify(acceptance, null, 2)}\n`);
}

/** Who has accepted what an edition rests on, and when. */
export async function whoAccepted(
  home: string,
  used: readonly Found[],
): Promise<readonly AcceptedBy[]> {
  if (used.length === 0) return [];
  const kept = await readAcceptances(home);
  return used.flatMap((found) => {
    const acceptance = acceptanceOf(found, kept) as KeptAcceptance | undefined;
    if (!acceptance) return [];
    const { check, partition, by, at } = acceptance;
    return [{ check, partition, by, at }];
  });
}

/** What of an acceptance decides what is made. */
export function withoutPerson({ check, partition, findings, reason }: Acceptance): Acceptance {
  return { check, partition, findings, reason };
}

function folderIn(home: string): string {
  return join(home, 'acceptances');
}

function nameOf({ check, partition, findings }: Found): string {
  return hashJson(asJson({ check, partition, findings })).slice(0, 16);
}

async function readAcceptance(file: string): Promise<KeptAcceptance | undefined> {
  const text = await readTextIfThere(file);
  if (text === undefined) return undefined;
  return ofKnownFormat(JSON.parse(text) as KeptAcceptance, {
    code: 'acceptance_format_unknown',
    what: 'An acceptance of a check',
    file,
  });
}
