import { CELL_CLASS, type CellsSeen } from '../../../transforms/contract/cell-classes.ts';
import { quote } from '../../runtime/duckdb.ts';
import type { StagingJob } from './job.ts';

/** Longer ones are no title. */
const LONGEST = 200;
const SEPARATOR = 'chr(31)';
/** "Page 3 of 90", "- 3 / 90 -" with its word, "*** End of report ***": no row of data reads like that. */
const PAGE_LINE =
  '(?i)^\\W*(page\\W*\\d+(\\W*(of)?\\W*\\d+)?|end of (the )?(report|file|listing|data))\\W*$';

/**
 * The only text of a record all of whose other cells are empty, over the cells `c0`, `c1`, … as they were read; NULL
 * for any other record, and for a plain one without looking.
 */
export function loneTextSql({ facts }: Pick<StagingJob, 'facts'>): string {
  const alwaysFilled = (facts.direct?.cells ?? []).filter(saysSomething);
  if (alwaysFilled.length > 1) return 'null::varchar';
  const cells = facts.columns.map((_, i) => `nullif(trim(c${i}), '')`);
  const filled = `concat_ws(${SEPARATOR}, ${cells.join(', ')})`;
  return (
    `case when plain then null when strlen(${filled}) <= ${LONGEST} and not contains(${filled}, ${SEPARATOR}) ` +
    `then nullif(${filled}, '') end`
  );
}

/** Whether the record is what a report prints at the end of a page or of itself. */
export const IS_PAGE_LINE = `coalesce(regexp_matches(lone_text, ${quote(PAGE_LINE)}), false)`;

/**
 * Whether the record is one text in words among rows of several cells, as a title between them is. One that lacks the
 * delimiters as well may be the rest of a cell that a line break has cut.
 */
export function isTitleSql({ facts }: Pick<StagingJob, 'facts'>): string {
  return facts.columns.length < 3
    ? 'false'
    : `(coalesce(oddity, '') = '' and coalesce(regexp_matches(lone_text, '[A-Za-z]'), false))`;
}

/** Whether no cell of a column is empty or spaces alone. */
function saysSomething({ sets }: CellsSeen): boolean {
  const nothing = CELL_CLASS.space | CELL_CLASS.other;
  return sets.every((set) => (set & ~nothing) !== 0);
}
