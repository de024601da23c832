import { type Asked, quoted } from '../operations/asked.ts';
import { lastSetAsideReasons, type SetAsideReason } from '../operations/set-aside-reasons.ts';
import type { RefreshResult } from '../refresh/result.ts';
import { countOf } from '../runtime/words.ts';

const CHECK = 'checks.quarantined_rows_limit';
const MOST = 12;

/** After a run that rows set aside have blocked: why they were, and the command that lists each. */
export async function tellSetAside(
  { failures, home }: Pick<RefreshResult, 'failures' | 'home'>,
  asked: Asked,
): Promise<void> {
  if (!failures.some(({ step }) => step.replace(/@.*$/, '') === CHECK)) return;
  for (const line of setAsideLines(await lastSetAsideReasons(home), asked)) console.error(line);
}

/** The reasons as lines, and where each row is told. */
export function setAsideLines(
  reasons: readonly SetAsideReason[],
  { district, home }: Asked,
): readonly string[] {
  if (reasons.length === 0) return [];
  const where = home === undefined ? '' : ` --home ${quoted(home)}`;
  return [
    'Why rows were set aside:',
    ...reasonLines(reasons),
    'Each of them, with its line:',
    `  npx resource-map quarantine ${quoted(district)}${where}`,
  ];
}

/** `results, column eg_score: 22 rows, the first at growth.csv:14 (Rule F04: The cell is empty)` */
export function reasonLines(reasons: readonly SetAsideReason[]): readonly string[] {
  const more = reasons.length - MOST;
  return [
    ...reasons.slice(0, MOST).map(({ source, column, rule, reason, rows, first }) => {
      // A rule about several columns together names them itself.
      const place = reason.includes(column) ? source : `${source}, column ${column}`;
      return `  ${place}: ${countOf(rows, 'row')}, the first at ${first} (Rule ${rule}: ${reason.replace(/\.$/, '')})`;
    }),
    ...(more > 0 ? [`  and ${countOf(more, 'more reason')}`] : []),
  ];
}
