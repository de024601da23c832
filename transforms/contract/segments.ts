/** The parts of an account that a chart of accounts names codes of. */
export const ACCOUNT_SEGMENTS = [
  'fund',
  'function',
  'object',
  'program',
  'project',
  'job',
] as const;

/** The parts of an account that a ledger may have, with the site; a district's are those that `map.chart` lists. */
export const SEGMENTS = [...ACCOUNT_SEGMENTS, 'site'] as const;

export type Segment = (typeof SEGMENTS)[number];

type SegmentColumn = 'site_id' | `${Exclude<Segment, 'site'>}_code`;

/** The column of a ledger line that holds a segment. */
export function segmentColumn(segment: Segment): SegmentColumn {
  return segment === 'site' ? 'site_id' : `${segment}_code`;
}
