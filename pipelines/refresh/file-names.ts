import type { SourceFile } from '../runtime/sources.ts';

/** How checks name a file behind its source: `Source payroll, file 53ad…: …`, `source payroll (file 53ad…)`. */
const BEFORE_KEY = [', file ', ' (file '];

/**
 * What a check has to say, with the names of files. Its rows know a file by its key, which outlives a new name; a person
 * knows it by the name that it has now. Two sources may have files of the same bytes, so a key is of a source.
 */
export function withFileNames<Found extends { readonly messages?: readonly string[] }>(
  found: Found,
  sourceFiles: readonly Pick<SourceFile, 'sourceId' | 'name' | 'fileKey' | 'sentAgain'>[],
): Found {
  const { messages } = found;
  if (messages === undefined) return found;
  const names = sourceFiles.flatMap(({ sourceId, sentAgain, ...file }) =>
    [file, ...sentAgain].flatMap(({ fileKey, name }) =>
      BEFORE_KEY.map((before) => {
        const source = `ource ${sourceId}${before}`;
        return { keyed: source + fileKey, named: source + name };
      }),
    ),
  );
  const told = (message: string): string =>
    names.reduce((text, { keyed, named }) => text.replaceAll(keyed, () => named), message);
  return { ...found, messages: messages.map(told) };
}
