import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { filesBelow, hashFile, isFailure, syncFile } from './files.ts';

/** A file of a step in the store. */
export interface StoredFile {
  readonly sha256: string;
  readonly bytes: number;
}

/** sha256 and size of every file below a folder, each made durable. */
export async function describeFiles(directory: string): Promise<Record<string, StoredFile>> {
  const files: Record<string, StoredFile> = {};
  for (const path of await filesBelow(directory)) {
    const file = join(directory, path);
    await syncFile(file);
    files[path] = { sha256: await hashFile(file), bytes: (await stat(file)).size };
  }
  return files;
}

/** Whether all files are there with their sizes. */
export async function areWhole(
  files: Readonly<Record<string, StoredFile>>,
  folder: string,
): Promise<boolean> {
  const sizes = await Promise.all(Object.keys(files).map((path) => sizeOf(join(folder, path))));
  return Object.values(files).every(({ bytes }, i) => bytes === sizes[i]);
}

async function sizeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (isFailure(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}
