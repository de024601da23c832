import type { Segment } from '../contract/segments.ts';
import { Problem } from '../problem.ts';

/** From `firstYear` on, lines carry `toCode` where they carried `fromCode` before. */
export interface Restatement {
  readonly segment: Segment;
  readonly fromCode: string;
  readonly toCode: string;
  readonly firstYear: number;
}

/** For each segment with changes: the code of a year's lines, and the code that they would have carried at first. */
export type PutBack = ReadonlyMap<Segment, ReadonlyMap<string, string>>;

/**
 * The codes to put back in a fiscal year's lines for the comparable series. A code that changed twice goes back both
 * steps. Changes of one year happen at once, so two codes may swap.
 * @throws Problem when a code came from two: nobody can tell the lines apart.
 */
export function codesToPutBack(
  restatements: readonly Restatement[],
  fiscalYear: number,
  file: string,
): PutBack {
  const changes = restatements
    .filter((change) => change.firstYear <= fiscalYear && change.fromCode !== change.toCode)
    .sort((a, b) => b.firstYear - a.firstYear);
  refuseMerged(changes, file);
  const putBack = new Map<Segment, Map<string, string>>();
  for (const { segment, toCode } of changes) {
    const codes = putBack.get(segment) ?? new Map<string, string>();
    codes.set(toCode, firstCode(segment, toCode, changes));
    putBack.set(segment, codes);
  }
  return putBack;
}

/** Walks from the latest change to the earliest. */
function firstCode(segment: Segment, code: string, changes: readonly Restatement[]): string {
  let current = code;
  let before = Number.POSITIVE_INFINITY;
  for (const change of changes) {
    if (change.segment !== segment || change.toCode !== current || change.firstYear >= before)
      continue;
    current = change.fromCode;
    before = change.firstYear;
  }
  return current;
}

function refuseMerged(changes: readonly Restatement[], file: string): void {
  const sources = new Map<string, string>();
  for (const { segment, fromCode, toCode, firstYear } of changes) {
    const change = `${segment} ${toCode} ${firstYear}`;
    if ((sources.get(change) ?? fromCode) !== fromCode) {
      throw new Problem({
        code: 'restatement_ambiguous',
        what: `The ${segment} code ${toCode} replaced two codes in ${firstYear}.`,
        fix: 'Keep one of them: lines with the new code cannot be told apart.',
        where: { file },
        exit: 2,
      });
    }
    sources.set(change, fromCode);
  }
}
