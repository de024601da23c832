import type { ChartCode } from '../chart-codes.ts';
import { anyOf, type StarterTable } from './tables.ts';

const HEADER = ['rule_id', 'rank', 'object_code', 'code', 'reason'];

/** Names that the codes of what a district receives, owns and moves about have, and those of spending do not. */
const WORDS = [
  ['transfers', /\btransfers?\b(?!.*\bstudents?\b)/i],
  [
    'revenue',
    /\brevenues?\b|\btax(?:es)? (?:levy|receipts)|\bstate aid\b|\btuition from\b|\breceipts\b/i,
  ],
  [
    'balance_sheet',
    /\b(?:cash|payable|receivable|fund balance|equity|due to|due from|accrued|reserve)\b/i,
  ],
] as const;

/** What is no spending, by what the district calls its objects. */
export function scopeStarter(chart: readonly ChartCode[]): StarterTable {
  const rules = byName(chart.filter(({ segment }) => segment === 'object'));
  return { file: 'scope.csv', rows: [HEADER, ...rules] };
}

function byName(codes: readonly ChartCode[]): readonly (readonly string[])[] {
  return WORDS.flatMap(([what, words], i) => {
    const found = codes.filter(({ name }) => words.test(name)).map(({ code }) => code);
    if (found.length === 0) return [];
    return [[what, String(10 + i), anyOf(found), what, 'By the names in the chart: please look']];
  });
}
