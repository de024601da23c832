import type { SourceFile } from '../runtime/sources.ts';

/**
 * What a check has to say, with the names of files. Its rows know a file by its key, which outlives a new name; a person
 * knows it by the name that it has now.
 */
export function withFileNames<Found extends { readonly messages?: readonly string[] }>(
  found: Found,
  sourceFiles: readonly Pick<SourceFile, 'name' | 'fileKey' | 'sentAgain'>[],
): Found {
  const { messages } = found;
  if (messages === undefined) return found;
  const files = sourceFiles.flatMap((file) => [file, ...file.sentAgain]);
  const named = messages.map((message) =>
    files.reduce(
      (told, { fileKey, name }) => told.replaceAll(`file ${fileKey}`, `file ${name}`),
      message,
    ),
  );
  return { ...found, messages: named };
}
