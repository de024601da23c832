import { stampOf } from '../../runtime/csv/scan-plain.ts';
import { isFailure } from '../../runtime/files.ts';
import type { SentAgainFile, SourceFile } from '../../runtime/sources.ts';
import { fileChanged } from './refuse.ts';

/**
 * Does something with a file that is read more than once. When the file, or one of rows sent again, was written to,
 * moved or taken away meanwhile, what was read says nothing, and neither does an error that came of it.
 */
export async function unchanged<T>(
  file: Pick<SourceFile, 'name' | 'path' | 'sentAgain'>,
  work: () => Promise<T>,
): Promise<T> {
  const files = [file, ...file.sentAgain];
  const before = await stampsOf(files);
  const done = await work().then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  const after = await stampsOf(files);
  const changed = files.find((_, i) => before[i] !== after[i]);
  if (changed) throw fileChanged(changed.name);
  if ('error' in done) throw done.error;
  return done.value;
}

/** `null` for a file that is not there. */
async function stampsOf(files: readonly Pick<SentAgainFile, 'path'>[]): Promise<(string | null)[]> {
  return await Promise.all(
    files.map(async ({ path }) => {
      try {
        return await stampOf(path);
      } catch (error) {
        if (isFailure(error, 'ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES')) return null;
        throw error;
      }
    }),
  );
}
