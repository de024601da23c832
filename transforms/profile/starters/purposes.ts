import type { ChartCode } from '../chart-codes.ts';
import { itemPurposes } from './items.ts';
import type { StarterTable } from './tables.ts';

/** What a function of the national chart is most often for. A district's own rules stand above these. */
const BY_FUNCTION: readonly (readonly [functions: string, purpose: string])[] = [
  ['1000', 'regular_teachers'],
  ['2110', 'attendance'],
  ['2120', 'counseling'],
  ['2130', 'health'],
  ['2140|2150|2160|2170|2180', 'related_services'],
  ['2100|2190', 'student_supports'],
  ['2200|2210|2212|2219', 'curriculum'],
  ['2213', 'workshops_training'],
  ['2220|2230|2290', 'libraries_technology'],
  ['2240', 'testing'],
  ['2300|2310|2320', 'board_superintendent'],
  ['2400|2410|2490', 'school_office'],
  ['2500|2510', 'finance'],
  ['2520|2530', 'purchasing'],
  ['2540', 'data_accountability'],
  ['2560', 'communications'],
  ['2570|2572|2574', 'human_resources'],
  ['2580', 'technology'],
  ['2590', 'finance'],
  ['2600|2610|2620|2630|2640|2650|2670|2680', 'maintenance'],
  ['2660', 'security_safety'],
  ['2700|2710|2720|2730|2790', 'to_and_from_school'],
  ['3100', 'meals'],
  ['3200|3300', 'adult_community'],
  ['4*', 'capital'],
  ['5*', 'debt'],
];

/** A rule of `purpose.csv`, a best guess as all of them. Of two that fit the lower rank counts. */
interface Rule {
  readonly id: string;
  readonly rank: number;
  /** The district's own codes. */
  readonly object_code?: string;
  /** Codes of the national chart. */
  readonly function?: string;
  readonly object?: string;
  readonly purpose: string;
  readonly reason: string;
}

/** Objects that say more than the function. */
const BY_OBJECT: readonly Rule[] = [
  {
    id: 'training_by_object',
    rank: 80,
    object: '330',
    purpose: 'workshops_training',
    reason: 'Training bought from others',
  },
  {
    id: 'aides',
    rank: 85,
    function: '1000',
    object: '102|112|122',
    purpose: 'classroom_aides',
    reason: 'Pay of classroom aides',
  },
  {
    id: 'substitutes',
    rank: 85,
    function: '1000',
    object: '103|113|123',
    purpose: 'substitutes',
    reason: 'Pay of substitute teachers',
  },
];

const HEADER = [
  'rule_id',
  'rank',
  'object_code',
  'function',
  'object',
  'code',
  'default',
  'reason',
];

/** Items for what their names say and, where accounts have functions, each of them for its usual purpose: best guesses. */
export function purposeStarter(items: readonly ChartCode[], hasFunctions: boolean): StarterTable {
  const byName = itemPurposes(items).map(({ purpose, codes }): Rule => ({
    id: `items_${purpose}`,
    rank: 70,
    object_code: codes,
    purpose,
    reason: 'By the words of their names: please look',
  }));
  const byFunction = BY_FUNCTION.map(([functions, purpose]): Rule => ({
    id: `function_${functions.split(/[|*]/)[0]}`,
    rank: 90,
    function: functions,
    purpose,
    reason: 'A first guess by the function alone',
  }));
  const rules = [...byName, ...BY_OBJECT, ...byFunction];
  const used = rules.filter((rule) => hasFunctions || rule.function === undefined);
  return { file: 'purpose.csv', rows: [HEADER, ...used.map(cellsOf)] };
}

function cellsOf(rule: Rule): readonly string[] {
  const { id, rank, object_code: own = '', function: fn = '', object = '', purpose, reason } = rule;
  return [id, String(rank), own, fn, object, purpose, 'yes', reason];
}
