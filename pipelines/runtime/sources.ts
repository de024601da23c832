import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { District } from '../../transforms/config/district.ts';
import { parameterYear } from '../../transforms/config/parameters.ts';
import { extractNamed, isLedgerExtract } from '../../transforms/extracts/index.ts';
import type { Source } from '../../transforms/config/source.ts';
import {
  endYear,
  fillTokens,
  labelYear,
  patternOf,
  tokensOf,
} from '../../transforms/config/year-tokens.ts';
import { Problem } from '../../transforms/problem.ts';
import { sha256 } from './canonical-json.ts';
import { isSentAgain, isSentAgainOf, refuseOrphans } from './sent-again.ts';
import { filesBelow, hashFile, isFailure } from './files.ts';
import { readable } from './readable.ts';

/** One file that a source of the district matches. */
export interface SourceFile {
  readonly sourceId: string;
  readonly extract: string;
  /** Where it is now; never part of an output. */
  readonly path: string;
  /** How the user knows it: its path inside the folder of extracts. */
  readonly name: string;
  /** The fiscal year (its end) that the name or the parameter says; `null` when neither does. */
  readonly year: number | null;
  /** Of the bytes as they were sent. */
  readonly sha256: string;
  /** First 16 hex digits of `sha256`: the file's identity on every row, whatever its name. See `tellRepeatsApart`. */
  readonly fileKey: string;
  /** Files in which rows of it that were set aside are sent again, corrected; in an order that names do not decide. */
  readonly sentAgain: readonly SentAgainFile[];
}

/** A file of rows that are sent again. */
export type SentAgainFile = Pick<SourceFile, 'path' | 'name' | 'sha256' | 'fileKey'>;

/**
 * Finds and hashes the files of every source, in an order that does not depend on their names. Files come late: a
 * source without one is a Problem only when it is required, or when no ledger is there at all. So are the same bytes
 * twice for one source, unless it is a list that is sent again for another year.
 */
export async function findSourceFiles(
  district: District,
  extractsFolder: string,
  parameters: Readonly<Record<string, string>>,
): Promise<readonly SourceFile[]> {
  const names = await listExtracts(extractsFolder);
  const hashes = new Map<string, Promise<string>>();
  const hashed = async (name: string): Promise<SentAgainFile> => {
    const path = join(extractsFolder, name);
    const known = hashes.get(path) ?? readable(name, path, () => hashFile(path));
    hashes.set(path, known);
    const sha256 = await known;
    return { path, name, sha256, fileKey: sha256.slice(0, 16) };
  };
  const files: SourceFile[] = [];
  for (const source of district.sources) {
    const matches = matchNames(source, names, parameters);
    if (matches.length === 0 && source.required) {
      throw nothingFound(source, extractsFolder, parameters);
    }
    for (const { name, year } of matches) {
      const sentAgain = await Promise.all(
        names.filter((other) => isSentAgainOf(other, name, source.id)).map(hashed),
      );
      sentAgain.sort((a, b) => compare(a.sha256, b.sha256));
      const { id: sourceId, extract } = source;
      files.push({ sourceId, extract, year, ...(await hashed(name)), sentAgain });
    }
  }
  refuseOrphans(names, files);
  const [ledger] = district.sources.filter(({ extract }) => isLedgerExtract(extract));
  if (ledger !== undefined && !files.some(({ extract }) => isLedgerExtract(extract))) {
    throw nothingFound(ledger, extractsFolder, parameters);
  }
  files.sort((a, b) => compare(orderOf(a), orderOf(b)));
  return tellRepeatsApart(files, district.sources);
}

/** How many bytes files have together. */
export async function bytesOf(
  files: readonly Pick<SourceFile, 'path' | 'sentAgain'>[],
): Promise<number> {
  const all = files.flatMap(({ path, sentAgain }) => [path, ...sentAgain.map((one) => one.path)]);
  const sizes = await Promise.all(all.map(async (path) => (await stat(path)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** The names of all files in a folder of extracts. A `Problem` when it is not there, or has none that anyone can see. */
export async function listExtracts(folder: string): Promise<readonly string[]> {
  const missing = {
    code: 'extracts_missing',
    fix: 'Put the district’s files there, or name another folder with --extracts.',
    where: { file: folder },
    exit: 2,
  } as const;
  let names: readonly string[];
  try {
    names = await filesBelow(folder);
  } catch (cause) {
    if (!isFailure(cause, 'ENOENT', 'ENOTDIR')) throw cause;
    throw new Problem({ ...missing, what: 'The folder of extracts is not there.', cause });
  }
  if (names.every(isHidden)) {
    throw new Problem({ ...missing, what: 'The folder of extracts has no files.' });
  }
  return names;
}

/** As `.gitkeep`, which keeps an empty folder. */
function isHidden(name: string): boolean {
  return basename(name).startsWith('.');
}

/** The files that a source matches, by their names alone, and the year that each name says. */
export function matchNames(
  source: Source,
  names: readonly string[],
  parameters: Readonly<Record<string, string>>,
): readonly { name: string; year: number | null }[] {
  const given = parameterYear(parameters);
  const label = given === null ? null : labelYear(source.year_label, given);
  const pattern = patternOf(fillTokens(source.file, label, parameters));
  return names.flatMap((name) => {
    if (isSentAgain(name)) return [];
    const captured = pattern.yearOf(name);
    if (captured === undefined) return [];
    if (captured !== null) return { name, year: endYear(source.year_label, captured) };
    return { name, year: tokensOf(source.file).includes('fiscal_year') ? given : null };
  });
}

function nothingFound(
  source: Source,
  folder: string,
  parameters: Readonly<Record<string, string>>,
): Problem {
  const given = parameterYear(parameters);
  const label = given === null ? null : labelYear(source.year_label, given);
  const wanted = fillTokens(source.file, label, parameters);
  return new Problem({
    code: 'file_missing',
    what: `No file fits ${wanted}, where district.yaml expects the source ${source.id}.`,
    fix:
      given === null
        ? 'Put the file into the folder, or correct the pattern in district.yaml.'
        : 'Put the file into the folder, correct the pattern in district.yaml, or choose another year with --set fiscal_year=….',
    where: { file: folder },
  });
}

/**
 * The same content twice would count its rows twice, whatever the names of the two files say of their years. A list
 * whose rows do not say their year may stay the same: it counts for each year, under a key of its own.
 */
function tellRepeatsApart(files: readonly SourceFile[], sources: readonly Source[]): SourceFile[] {
  const seen = new Map<string, SourceFile>();
  return files.map((file) => {
    const content = `${file.sourceId} ${file.sha256}`;
    const first = seen.get(content);
    if (first === undefined) {
      seen.set(content, file);
      return file;
    }
    const source = sources.find(({ id }) => id === file.sourceId);
    const again = `${content} ${file.year}`;
    if (source && isYearlessList(source) && file.year !== first.year && !seen.has(again)) {
      seen.set(again, file);
      return { ...file, fileKey: sha256(`${file.sha256} ${file.year}`).slice(0, 16) };
    }
    throw new Problem({
      code: 'file_twice',
      rule: 'F15',
      what: `${file.name} has the same content as ${first.name}, so its rows would count twice.`,
      fix: `Remove one of the two; if they stand for two years, ask for the right file of each.`,
      where: { file: file.name },
    });
  });
}

/** A list whose year the name of the file says, and not its rows. */
function isYearlessList({ extract, columns }: Source): boolean {
  const { list, year } = extractNamed(extract);
  return list === true && year !== null && columns[year]?.const?.includes('{fiscal_year') === true;
}

function orderOf(file: SourceFile): string {
  return `${file.sourceId} ${file.year ?? ''} ${file.sha256}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
