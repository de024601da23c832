import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isFailure, namesIn, readTextIfThere } from '../../runtime/files.ts';
import { readRecord, type StepRecord } from '../../runtime/store.ts';

/** A step of the store, as far as tidying up needs to know it. */
export interface KnownStep {
  readonly asset: string;
  readonly partition: string;
  readonly key: string;
  /** sha256 of what it wrote, by relation. */
  readonly outputs: Readonly<Record<string, string>>;
  /** sha256 of all its files. */
  readonly files: ReadonlySet<string>;
  /** What it was made from: relations and the bytes of each of their files. */
  readonly inputs: readonly { readonly relation: string; readonly sha256: string }[];
  /** Milliseconds since 1970; every reuse counts. */
  readonly usedAt: number;
}

/** A step with its place and size. */
export interface StoredFolder {
  readonly step: KnownStep;
  readonly folder: string;
  readonly bytes: number;
}

/** Every whole step of a store, by the folders in which they are. */
export async function readStoredSteps(store: string): Promise<readonly StoredFolder[]> {
  const found: StoredFolder[] = [];
  for (const asset of await foldersIn(store)) {
    for (const partition of await foldersIn(join(store, asset))) {
      const place = join(store, asset, partition);
      const steps = await Promise.all(
        (await foldersIn(place)).map((key) => read(join(place, key))),
      );
      found.push(...steps.filter((step) => step !== undefined));
    }
  }
  return found;
}

/** When a step was last used; undefined when it is gone. */
export async function lastUse(folder: string): Promise<number | undefined> {
  try {
    return (await stat(join(folder, 'step.json'))).mtimeMs;
  } catch (error) {
    if (isFailure(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}

async function read(folder: string): Promise<StoredFolder | undefined> {
  const text = await readTextIfThere(join(folder, 'step.json'));
  const usedAt = await lastUse(folder);
  if (text === undefined || usedAt === undefined) return undefined;
  const record = readRecord(text);
  if (!record) return undefined;
  const bytes = Object.values(record.files).reduce((sum, file) => sum + file.bytes, text.length);
  return { step: describeStep(record, usedAt), folder, bytes };
}

/** What a record says; an input is named by its relation and, where years are picked, a condition. */
function describeStep(record: StepRecord, usedAt: number): KnownStep {
  const { asset, partition, key, files, relations, madeFrom } = record;
  const outputs = Object.entries(relations).flatMap(([relation, { file }]) => {
    const written = files[file];
    return written ? [[relation, written.sha256] as const] : [];
  });
  const inputs = Object.entries(madeFrom.inputs).flatMap(([name, read]) =>
    read.map(({ sha256 }) => ({ relation: name.split(' where ')[0] ?? name, sha256 })),
  );
  return {
    asset,
    partition,
    key,
    outputs: Object.fromEntries(outputs),
    files: new Set(Object.values(files).map(({ sha256 }) => sha256)),
    inputs,
    usedAt,
  };
}

/** Names of visible folders; files and what begins with a dot are no steps. */
async function foldersIn(folder: string): Promise<readonly string[]> {
  const names = new Set((await namesIn(folder)).filter((name) => !name.startsWith('.')));
  if (names.size === 0) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((e) => e.isDirectory() && names.has(e.name)).map(({ name }) => name);
}
