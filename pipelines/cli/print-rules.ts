import type { RuleResult } from '../refresh/rule-results.ts';
import { grouped } from '../runtime/words.ts';
import { textTable } from './text-table.ts';

/** A rule that holds is counted alone: only what a person may have to act on has a line. */
export function printRules(results: readonly RuleResult[]): void {
  if (results.length === 0) return;
  const open = results.filter(({ status }) => weight[status] < weight.passed);
  // A rule may be broken in one year and hold in another: it counts once, as its worst.
  const worst = new Map<string, RuleResult['status']>();
  for (const { rule, status } of results) {
    const before = worst.get(rule);
    if (before === undefined || weight[status] < weight[before]) worst.set(rule, status);
  }
  const count = (status: RuleResult['status'], word: string): string =>
    `${grouped([...worst.values()].filter((each) => each === status).length)} ${word}`;
  const counts = [
    count('failed', 'failed'),
    count('warned', 'to look at'),
    count('overridden', 'overridden'),
    count('passed', 'passed'),
    count('not_applicable', 'not applicable'),
  ];
  console.log(`Quality rules: ${counts.join(', ')}`);
  const cells = [...open]
    .sort((a, b) => weight[a.status] - weight[b.status])
    .map(({ rule, status, fiscalYear, title, found, example, reason }) => [
      rule,
      status,
      fiscalYear === null ? '' : String(fiscalYear),
      [title, example ?? found, ...(reason === null ? [] : [`The reason given: ${reason}`])].join(
        ' ',
      ),
    ]);
  for (const line of textTable(cells, [])) console.log(`  ${line}`);
}

/** The most pressing first. */
const weight: Readonly<Record<RuleResult['status'], number>> = {
  failed: 0,
  warned: 1,
  overridden: 2,
  passed: 3,
  not_applicable: 4,
};
