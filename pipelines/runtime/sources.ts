import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { District } from '../../transforms/config/district.ts';
import { parameterYear } from '../../transforms/config/parameters.ts';
import { isLedgerExtract } from '../../transforms/extracts/index.ts';
import type { Source } from '../../transforms/config/source.ts';
import { Problem } from '../../transforms/problem.ts';
import { listExtracts, matchNames, wantedName } from './extract-names.ts';
import { hashFile } from './files.ts';
import { readable } from './readable.ts';
import { tellRepeatsApart } from './repeated-files.ts';
import { isSentAgainOf, refuseOrphans } from './sent-again.ts';

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

function nothingFound(
  source: Source,
  folder: string,
  parameters: Readonly<Record<string, string>>,
): Problem {
  const wanted = wantedName(source, parameters);
  return new Problem({
    code: 'file_missing',
    what: `No file fits ${wanted}, where district.yaml expects the source ${source.id}.`,
    fix:
      parameterYear(parameters) === null
        ? 'Put the file into the folder, or correct the pattern in district.yaml.'
        : 'Put the file into the folder, correct the pattern in district.yaml, or choose another year with --set fiscal_year=….',
    where: { file: folder },
  });
}

function orderOf(file: SourceFile): string {
  return `${file.sourceId} ${file.year ?? ''} ${file.sha256}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
