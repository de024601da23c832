import { basename } from 'node:path';
import { parameterYear } from '../../transforms/config/parameters.ts';
import type { Source } from '../../transforms/config/source.ts';
import {
  endYear,
  fillTokens,
  labelYear,
  patternOf,
  tokensOf,
} from '../../transforms/config/year-tokens.ts';
import { Problem } from '../../transforms/problem.ts';
import { filesBelow, isFailure } from './files.ts';
import { isSentAgain } from './sent-again.ts';

type Parameters = Readonly<Record<string, string>>;

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
  parameters: Parameters,
): readonly { name: string; year: number | null }[] {
  const given = parameterYear(parameters);
  const pattern = patternOf(wantedName(source, parameters));
  return names.flatMap((name) => {
    if (isSentAgain(name)) return [];
    const captured = pattern.yearOf(name);
    if (captured === undefined) return [];
    if (captured !== null) return { name, year: endYear(source.year_label, captured) };
    return { name, year: tokensOf(source.file).includes('fiscal_year') ? given : null };
  });
}

/** The pattern of a source's files, with the parameters and the year that they give filled in. */
export function wantedName({ file, year_label }: Source, parameters: Parameters): string {
  const given = parameterYear(parameters);
  return fillTokens(file, given === null ? null : labelYear(year_label, given), parameters);
}
