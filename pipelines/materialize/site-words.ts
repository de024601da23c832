import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The SQL that makes the macros by which the pages' sources write words, numbers and days: the schema `words`. */
export async function siteWords(reports: string): Promise<string> {
  const folder = join(reports, 'words');
  const names = (await readdir(folder)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return ['create schema words;', ...texts].join('\n');
}
