import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { namesIn } from '../runtime/files.ts';
import type { RunEvent } from '../runtime/run-log.ts';

/** Reads the logs of a home as texts, the newest run first: the parts of each run. */
export async function* logTexts(home: string): AsyncGenerator<readonly string[]> {
  const folder = join(home, 'runs');
  for (const parts of (await logsOf(folder)).reverse()) {
    yield await Promise.all(parts.map((name) => readFile(join(folder, name), 'utf8')));
  }
}

/** The lines that hold `mark`, such as `"state":"made"`, and one of `marks`; one that a kill cut off is no JSON. */
export function linesWith(text: string, mark: string, marks: readonly string[] = []): RunEvent[] {
  const found: RunEvent[] = [];
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
    const line = text.slice(text.lastIndexOf('\n', at) + 1, endOfLine(text, at));
    if (marks.length > 0 && !marks.some((other) => line.includes(other))) continue;
    try {
      found.push(JSON.parse(line) as RunEvent);
    } catch {
      continue;
    }
  }
  return found;
}

/** The files of each run, the oldest run first. */
async function logsOf(folder: string): Promise<string[][]> {
  const runs = new Map<string, string[]>();
  for (const name of await namesIn(folder)) {
    if (!name.endsWith('.jsonl')) continue;
    const id = name.slice(0, name.indexOf('.'));
    runs.set(id, [...(runs.get(id) ?? []), name]);
  }
  return [...runs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, parts]) => parts);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
