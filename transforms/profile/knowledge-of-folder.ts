import { chartOf, type Guess } from './chart-codes.ts';
import type { Family } from './families.ts';
import { type Knowledge, valuesOf } from './knowledge.ts';
import { fileScore } from './names/index.ts';
import { isWithoutHeader } from './without-header.ts';

/** Fewer points than this, and a file teaches nothing about others. */
const BELIEVED = 0.55;

/** The lists of codes that a folder's own lists hold: sites, the parts of accounts, kinds of pay, jobs. */
export function knowledgeOf(families: readonly Family[], guesses: readonly Guess[]): Knowledge {
  const codes = new Map<string, Set<string>>();
  const add = (list: string, values: readonly string[]): void => {
    const known = codes.get(list) ?? new Set<string>();
    for (const value of values) known.add(value);
    codes.set(list, known);
  };
  for (const family of families) add('site', sitesWithoutHeader(family));
  for (const { family, candidate } of guesses.filter(
    ({ candidate: one }) => one.score >= BELIEVED,
  )) {
    const column = (name: string): readonly string[] =>
      valuesOf(family.profile, candidate.matches.find((match) => match.column === name)?.from);
    if (candidate.extract === 'organizations') add('site', column('site_id'));
    if (candidate.extract === 'job_codes') add('job', column('job_code'));
    if (candidate.extract === 'earn_codes') add('earn_code', column('earn_code'));
    if (candidate.extract === 'account_codes') {
      for (const { segment, code } of chartOf({ family, candidate })) add(segment, [code]);
    }
  }
  return { codes };
}

/** A list of schools without header: the first column in which no two rows agree is their code. */
function sitesWithoutHeader({ pattern, profile }: Family): readonly string[] {
  const { columns, rows } = profile;
  if (!isWithoutHeader(profile)) return [];
  if (fileScore('organizations', pattern) < 0.8) return [];
  return columns.find(({ filled, distinct }) => filled === rows && distinct === rows)?.values ?? [];
}
