import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { currentEditionId, isWhole } from '../edition.ts';

/** Folders that a step or a publisher has begun and neither finished nor removed. */
export function privateFolders(outputs: string): readonly string[] {
  return ['store/.private', 'editions/.private'].flatMap((name) => {
    const folder = join(outputs, name);
    return existsSync(folder) ? readdirSync(folder).map((left) => `${name}/${left}`) : [];
  });
}

/** What readers of a district see is this edition, it is whole, and nothing half made lies about. */
export function expectPublished(home: string, district: string, edition: string): void {
  expect(currentEditionId(home, district)).toBe(edition);
  expect(isWhole(home, district, edition)).toBe(true);
  expect(privateFolders(join(home, district))).toEqual([]);
}

/** How many lines the logs of all runs have by now. */
export function countLogLines(outputs: string): number {
  return runLogs(outputs).split('\n').length - 1;
}

/** The logs of all runs of a district's outputs, and all their parts, as one text. */
export function runLogs(outputs: string): string {
  const folder = join(outputs, 'runs');
  if (!existsSync(folder)) return '';
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('');
}

/** The numbers of the processes that work in a folder or below it. Linux alone tells. */
export function processesIn(folder: string): readonly number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const place = readlinkSync(`/proc/${name}/cwd`);
      return place === folder || place.startsWith(`${folder}/`) ? [Number(name)] : [];
    } catch {
      // It has ended, or is not ours to look at.
      return [];
    }
  });
}
