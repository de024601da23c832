import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { constants, copyFile, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Whether a failure of the file system has this code, such as `ENOENT`. */
export function isFailure(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** A file's text, or `undefined` when there is no such file. */
export async function readTextIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isFailure(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}

/** Names in a folder, in order of code unit; none when there is no such folder. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isFailure(error, 'ENOENT', 'ENOTDIR')) return [];
    throw error;
  }
}

/** Every file below a folder, as paths from it with `/`, in order of code unit; names that `leave` fits are not entered. */
export async function filesBelow(folder: string, leave?: RegExp): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries
      .filter(({ name }) => !leave?.test(name))
      .map(async (entry) => {
        if (!entry.isDirectory()) return [entry.name];
        const below = await filesBelow(join(folder, entry.name), leave);
        return below.map((path) => `${entry.name}/${path}`);
      }),
  );
  return found.flat().sort();
}

/** sha256 of a file's bytes, read as a stream. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Writes a file so that its bytes are on the disk when this returns. */
export async function writeDurably(file: string, text: string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Replaces a file in one step: a reader sees the old text or the new, whole. */
export async function replaceFile(file: string, text: string): Promise<void> {
  const fresh = `${file}.${randomUUID()}`;
  try {
    await writeDurably(fresh, text);
    await rename(fresh, file);
    await syncFolder(dirname(file));
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

/** Makes sure that a file's bytes or a folder's names outlive a power cut. */
export async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function syncFolder(folder: string): Promise<void> {
  try {
    await syncFile(folder);
  } catch (error) {
    // Not every file system lets a folder be opened or synced; the rename itself is whole there too.
    if (!isFailure(error, 'EISDIR', 'EPERM', 'EINVAL', 'EACCES')) throw error;
  }
}

/** Makes sure that the names in a folder and in every folder below it outlive a power cut. */
export async function syncFoldersBelow(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries) {
    if (entry.isDirectory()) await syncFoldersBelow(join(folder, entry.name));
  }
  await syncFolder(folder);
}

/**
 * Copies files, by their paths from one folder, to the same paths in another, and onto the disk. On file systems
 * that can, a copy shares the blocks until one of the two is changed.
 */
export async function copyFiles(from: string, to: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const target = join(to, path);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(join(from, path), target, constants.COPYFILE_FICLONE);
    await syncFile(target);
  }
}
