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
  const objects = chart.filter(({ segment }) => segment === 'object');
  const rules = WORDS.flatMap(([what, words], i) => {
    const named = objects.filter(({ name }) => words.test(name)).map(({ code }) => code);
    const found = what === 'transfers' ? named : withTheirLetter(named, objects);
    if (found.length === 0) return [];
    return [[what, String(10 + i), anyOf(found), what, 'By the names in the chart: please look']];
  });
  return { file: 'scope.csv', rows: [HEADER, ...rules] };
}

/** Where objects are numbers and one kind begins with a letter, as R1310, the letter says it of all that begin so. */
function withTheirLetter(
  codes: readonly string[],
  objects: readonly ChartCode[],
): readonly string[] {
  const numbers = objects.filter(({ code }) => /^\d/.test(code)).length;
  const letter = (code: string): string | undefined => /^[A-Za-z](?=\d)/.exec(code)?.[0];
  if (numbers < 0.5 * objects.length) return codes;
  return codes.map((code) => (letter(code) === undefined ? code : `${letter(code)}*`));
}
