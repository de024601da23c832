import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { District } from '../../../transforms/config/district.ts';
import { sha256 } from '../../runtime/canonical-json.ts';
import { hashFile, isFailure } from '../../runtime/files.ts';
import { isSentAgainOf } from '../../runtime/sent-again.ts';
import { listExtracts, matchNames } from '../../runtime/extract-names.ts';

/** A file of a source as it lies in the folder of extracts, unread. */
export interface LyingFile {
  readonly source: string;
  /** Its path inside the folder. */
  readonly name: string;
  readonly path: string;
  /** When it was last written, renamed or put there, in milliseconds. Its own date may be any that the sender liked. */
  readonly since: number;
  /** Changes when the file does. */
  readonly mark: string;
}

/** Where each file of a set comes from and what is in it: `<source>/<file key>`, as partitions of staged files are called. */
export type FileSet = ReadonlyMap<string, LyingFile>;

/** The files that the sources of a district match now. None when the folder is not there. */
export async function lyingFiles(
  { sources }: Pick<District, 'sources'>,
  extractsFolder: string,
  parameters: Readonly<Record<string, string>>,
): Promise<readonly LyingFile[]> {
  let names: readonly string[];
  try {
    names = await listExtracts(extractsFolder);
  } catch {
    // Nothing has come yet, or nothing that can be seen from here.
    return [];
  }
  const matches = sources.flatMap((source) =>
    matchNames(source, names, parameters).flatMap(({ name: file }) =>
      [file, ...names.filter((name) => isSentAgainOf(name, file, source.id))].map((name) => ({
        source: source.id,
        name,
      })),
    ),
  );
  const files = await Promise.all(
    matches.map(async ({ source, name }): Promise<readonly LyingFile[]> => {
      const path = join(extractsFolder, name);
      try {
        const found = await stat(path);
        const { size, mtimeMs, ctimeMs } = found;
        // A pipe never ends: a refresh names it, and no look waits for it.
        if (!found.isFile()) return [];
        return [{ source, name, path, since: ctimeMs, mark: `${size} ${mtimeMs} ${ctimeMs}` }];
      } catch (error) {
        // Renamed between the two looks: the next one finds it.
        if (isFailure(error, 'ENOENT')) return [];
        throw error;
      }
    }),
  );
  return files.flat();
}

/** Reads files once for as long as they stay as they are. */
export class FileHashes {
  private known = new Map<string, { readonly mark: string; readonly sha256: string }>();

  async setOf(files: readonly LyingFile[]): Promise<FileSet> {
    const fresh = new Map<string, { readonly mark: string; readonly sha256: string }>();
    const set = new Map<string, LyingFile>();
    for (const file of files) {
      const before = this.known.get(file.path);
      const hash = before?.mark === file.mark ? before.sha256 : await hashFile(file.path);
      fresh.set(file.path, { mark: file.mark, sha256: hash });
      set.set(`${file.source}/${hash.slice(0, 16)}`, file);
    }
    this.known = fresh;
    return set;
  }
}

/** What tells one set of files from another: their bytes and sources, never their names or times. */
export function digestOf(labels: Iterable<string>): string {
  return sha256([...labels].sort().join('\n')).slice(0, 16);
}
