import type { LineColumn } from '../../../transforms/coding/dimensions.ts';
import type { ListedCodes } from '../../../transforms/coding/lost-zeros.ts';
import { ACCOUNT_SEGMENTS, segmentColumn } from '../../../transforms/contract/segments.ts';
import { type Engine, textOf } from '../../runtime/duckdb.ts';

/** The codes of the year's chart of accounts and site list; a segment that the chart does not list is left out. */
export async function listedCodes(engine: Engine): Promise<ListedCodes> {
  const rows = await engine.rows('select segment, code from core.listed_codes');
  const listed = new Map<LineColumn, ReadonlySet<string>>();
  for (const segment of [...ACCOUNT_SEGMENTS, 'site'] as const) {
    const codes = rows
      .filter((row) => row['segment'] === segment)
      .map((row) => textOf(row['code']));
    if (codes.length > 0) listed.set(segmentColumn(segment), new Set(codes));
  }
  return listed;
}
