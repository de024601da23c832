import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repository } from '../support/repository.ts';

/** A TypeScript file of the product, with what it imports. */
export interface SourceText {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Our own files that it imports, as paths from the root; their types count too. */
  readonly own: readonly string[];
  /** Those of them that are loaded when it is: not what `import type` names, nor what `import()` waits with. */
  readonly loaded: readonly string[];
  /** Packages and `node:` modules that it imports. */
  readonly others: readonly string[];
  /** Those of them that are loaded when it is. */
  readonly loadedOthers: readonly string[];
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
  const imports = importsOf(text);
  const own = imports.filter(({ name }) => name.startsWith('.'));
  const others = imports.filter(({ name }) => !name.startsWith('.'));
  const fromRoot = ({ name }: Import): string => join(dirname(path), name);
  return {
    path,
    text,
    own: own.map(fromRoot),
    loaded: own.filter(({ loads }) => loads).map(fromRoot),
    others: others.map(({ name }) => name),
    loadedOthers: others.filter(({ loads }) => loads).map(({ name }) => name),
  };
}

interface Import {
  readonly name: string;
  readonly loads: boolean;
}

/** `import { type A } from` loads: it is kept as an import of nothing. Only `import type` goes away. */
export function importsOf(text: string): Import[] {
  const from =
    /(?:^|\n)\s*(?:import|export)\b(\s+type\b(?!\s*,|\s+from\b))?[^;'"]*?from\s*['"]([^'"]+)['"]/g;
  const bare = /(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;
  const later = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
  return [
    ...[...text.matchAll(from)].map(([, types, name = '']) => ({ name, loads: !types })),
    ...[...text.matchAll(bare)].map(([, name = '']) => ({ name, loads: true })),
    ...[...text.matchAll(later)].map(([, name = '']) => ({ name, loads: false })),
  ];
}
