import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repository } from '../support/repository.ts';

/** A TypeScript file of the product, with what it imports. */
export interface SourceText {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Our own files that it imports, as paths from the root. */
  readonly own: readonly string[];
  /** Packages and `node:` modules that it imports. */
  readonly others: readonly string[];
}

/** All TypeScript of some rooms. */
export function readSources(...rooms: readonly string[]): SourceText[] {
  return rooms.flatMap((room) => typeScriptBelow(room)).map(readSource);
}

function typeScriptBelow(folder: string): string[] {
  return readdirSync(join(repository, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return typeScriptBelow(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

function readSource(path: string): SourceText {
  const text = readFileSync(join(repository, path), 'utf8');
  const from = /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]/g;
  const bare = /(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
  const names = [...text.matchAll(from), ...text.matchAll(bare)].flatMap(
    (match) => match[1] ?? match[2] ?? [],
  );
  return {
    path,
    text,
    own: names.filter((name) => name.startsWith('.')).map((name) => join(dirname(path), name)),
    others: names.filter((name) => !name.startsWith('.')),
  };
}
