import { ACCOUNT_SEGMENTS } from '../contract/segments.ts';
import type { Candidate } from './candidates.ts';
import type { Family } from './families.ts';
import { valuesOf } from './knowledge.ts';
import { wordFor } from './names/values.ts';
import { constantSegment } from './propose-constants.ts';

/** A family and what it is taken for. */
export interface Guess {
  readonly family: Family;
  readonly candidate: Candidate;
}

/** A code of the chart of accounts and what the district calls it. */
export interface ChartCode {
  readonly segment: string;
  readonly code: string;
  readonly name: string;
}

/** The codes of a chart of accounts, each once; none when the file is no chart. */
export function chartOf({ family, candidate }: Guess): readonly ChartCode[] {
  if (candidate.extract !== 'account_codes') return [];
  const at = (column: string): number => {
    const from = candidate.matches.find((match) => match.column === column)?.from;
    return family.profile.columns.findIndex(({ name }) => name === from);
  };
  const [segmentAt, codeAt, nameAt] = [at('segment'), at('code'), at('code_name')];
  const constant = constantSegment(family);
  const codes = (family.profile.records ?? []).flatMap((record): readonly ChartCode[] => {
    const word = record[segmentAt];
    const segment = word === undefined || word === '' ? constant : segmentFor(word);
    const code = record[codeAt] ?? '';
    if (segment === undefined || code === '') return [];
    return [{ segment, code, name: record[nameAt] ?? '' }];
  });
  return [...new Map(codes.map((code) => [`${code.segment} ${code.code}`, code])).values()];
}

/** The items of a budget that is no account of numbers: names of columns or cells that stand for an object. */
export function itemsOf({ family, candidate }: Guess): readonly ChartCode[] {
  const from = candidate.matches.find(({ column }) => column === 'object_code')?.from;
  const labels =
    candidate.wide?.label === 'object_code' ? Object.values(candidate.wide.columns) : [];
  const cells = from === undefined ? [] : valuesOf(family.profile, from);
  return [...new Set([...labels, ...cells])]
    .filter((item) => /[A-Za-z]{3}/.test(item))
    .map((item) => ({ segment: 'object', code: item, name: item }));
}

function segmentFor(word: string): string | undefined {
  return ACCOUNT_SEGMENTS.find((segment) => segment === word) ?? wordFor('segment', word);
}
