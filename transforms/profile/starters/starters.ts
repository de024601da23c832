import type { Segment } from '../../contract/segments.ts';
import type { ChartCode } from '../chart-codes.ts';
import { crosswalkStarter, type StandardCode } from './crosswalk.ts';
import { itemObjects } from './items.ts';
import { jobsStarter } from './jobs.ts';
import { purposeStarter } from './purposes.ts';
import { scopeStarter } from './scope.ts';
import type { StarterTable } from './tables.ts';

/** The national lists, as `data/standards` has them. */
export interface StandardLists {
  readonly functions: readonly StandardCode[];
  readonly objects: readonly StandardCode[];
  readonly positionTypes: readonly string[];
}

/** First rule tables for a district: what its chart, or the items of its budgets, let one guess, marked as guesses. */
export function starterTables(
  chart: readonly ChartCode[],
  segments: readonly Segment[],
  standards: StandardLists,
  items: readonly ChartCode[],
): readonly StarterTable[] {
  const has = (segment: Segment): boolean => segments.includes(segment);
  const jobs = chart.filter(({ segment }) => segment === 'job');
  return [
    ...(has('object') ? [scopeStarter(chart)] : []),
    ...(has('function') ? [crosswalkStarter('function', chart, standards.functions)] : []),
    ...(has('object') ? [objectStarter(chart, standards.objects, items)] : []),
    purposeStarter(items, has('function')),
    ...(has('object') ? [BENEFITS] : []),
    ...(jobs.length > 0 ? [jobsStarter(jobs, standards.positionTypes)] : []),
  ];
}

/** By the chart of accounts, and by the names of items that no chart lists. */
function objectStarter(
  chart: readonly ChartCode[],
  standard: readonly StandardCode[],
  items: readonly ChartCode[],
): StarterTable {
  const { file, rows } = crosswalkStarter('object', chart, standard);
  const listed = new Set(chart.map(({ segment, code }) => `${segment} ${code}`));
  const unlisted = items.filter(({ code }) => !listed.has(`object ${code}`));
  const named = itemObjects(unlisted).map(({ object, codes }) => [
    `items_${object}`,
    '20',
    codes,
    object,
    'yes',
    'By the words of their names: please look',
  ]);
  return { file, rows: [...rows, ...named] };
}

const BENEFITS: StarterTable = {
  file: 'attribution.csv',
  rows: [
    ['rule_id', 'rank', 'object', 'code', 'reason'],
    [
      'benefits',
      '10',
      '200|210|220|230|240|250|260|270|280|290',
      'salary',
      'Benefits follow the salaries of their fund',
    ],
  ],
};
