import type { District } from '../../transforms/config/district.ts';
import { extractNamed } from '../../transforms/extracts/index.ts';
import type { SourceFile } from './sources.ts';

/** A source whose newest file has not come. */
export interface LateSource {
  readonly source: string;
  readonly extract: string;
  /** What the files are, in words. */
  readonly title: string;
  /** The fiscal year of its newest file; null when there is none at all. */
  readonly latest_year: number | null;
}

/**
 * The sources of a district that have no file, or none of the newest year of the ledger where names say the year. One
 * file may be of two years: a budget, and what was expected of the year before. It has come for both.
 */
export function lateSources(
  { sources }: Pick<District, 'sources'>,
  files: readonly SourceFile[],
  fiscalYears: readonly number[],
): readonly LateSource[] {
  const newest = Math.max(...fiscalYears);
  const current = new Set(files.filter(({ year }) => year === newest).map(({ name }) => name));
  return sources.flatMap(({ id, extract }): LateSource[] => {
    const own = files.filter(({ sourceId }) => sourceId === id);
    if (own.some(({ name }) => current.has(name))) return [];
    const years = own.map(({ year }) => year);
    const dated = years.filter((year) => year !== null);
    if (years.length > 0 && (dated.length < years.length || Math.max(...dated) >= newest))
      return [];
    const latest = dated.length === 0 ? null : Math.max(...dated);
    return [{ source: id, extract, title: extractNamed(extract).title, latest_year: latest }];
  });
}

/** `roster (Staff roster): no file has come, so what is made of it is missing` */
export function lateWords({ source, title, latest_year: year }: LateSource): string {
  const what =
    year === null
      ? 'no file has come, so what is made of it is missing'
      : `the newest file is of fiscal year ${year}, and so are its figures`;
  return `${source} (${title}): ${what}`;
}
