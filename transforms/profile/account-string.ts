import { SEGMENTS, type Segment } from '../contract/segments.ts';
import type { ColumnProfile } from './file-profile.ts';
import { type Knowledge, overlap } from './knowledge.ts';
import { dateFormat } from './shape.ts';

/** A column of whole accounts, such as `100-1110-1111-1100-900`. */
export interface AccountString {
  readonly column: string;
  readonly separator: string;
  /** The different codes of each part. */
  readonly parts: readonly (readonly string[])[];
}

const SEPARATORS = ['-', '.', '/', '|', '_', ' '] as const;

/** Reads a column as accounts; undefined when its values have not all the same number of parts, three or more. */
export function readAccountString({ name, values }: ColumnProfile): AccountString | undefined {
  // Days are written with separators too.
  if (values.length < 3 || dateFormat(values) !== undefined) return undefined;
  for (const separator of SEPARATORS) {
    const split = values.map((value) => value.split(separator).map((part) => part.trim()));
    const size = split[0]?.length ?? 0;
    const regular = split.filter((parts) => parts.length === size && parts.every(isCode));
    if (size < 3 || regular.length < 0.97 * values.length) continue;
    const parts = Array.from({ length: size }, (_, i) => [
      ...new Set(regular.map((cells) => cells[i] ?? '').filter((part) => part !== '')),
    ]);
    const numbered = parts.filter(
      (codes) => codes.filter((code) => /\d/.test(code)).length * 2 >= codes.length,
    );
    // Sentences have words between their blanks, accounts have numbers.
    if (numbered.length < 0.6 * size) continue;
    return { column: name, separator, parts };
  }
  return undefined;
}

function isCode(part: string): boolean {
  return /^[A-Za-z0-9]{0,12}$/.test(part);
}

/** What a part of an account is, and how surely. */
export interface PartMatch {
  readonly index: number;
  readonly segment: Segment;
  readonly share: number;
}

/** At least so many of the part's codes must stand in a list, and clearly more than in any other. */
const ENOUGH = 0.9;

/** Recognizes parts by the lists of codes that other files hold. A part that fits two lists as well is left open. */
export function recognizeParts(
  { parts }: AccountString,
  knowledge: Knowledge,
): readonly PartMatch[] {
  const pairs = parts
    .flatMap((codes, index) =>
      SEGMENTS.map((segment) => ({
        index,
        segment,
        share: overlap(knowledge, segment, codes) ?? 0,
      })),
    )
    .filter(({ share }) => share >= ENOUGH)
    .sort((a, b) => b.share - a.share);
  const free = (match: PartMatch): boolean =>
    pairs.every(
      (other) =>
        other === match ||
        (other.index !== match.index && other.segment !== match.segment) ||
        other.share < match.share - 0.02,
    );
  const sure = pairs.filter(free);
  // What is left over when the sure ones are placed may be sure in its turn.
  const left = pairs.filter((pair) =>
    sure.every(({ index, segment }) => index !== pair.index && segment !== pair.segment),
  );
  const second = left.filter((pair) =>
    left.every(
      (other) => other === pair || (other.index !== pair.index && other.segment !== pair.segment),
    ),
  );
  return [...sure, ...second].sort((a, b) => a.index - b.index);
}
