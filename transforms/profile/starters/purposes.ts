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

const GUESS = 'A first guess by the function alone';
const BY_NAME = 'By the words of their names: please look';

/** Rules that give every function of the national chart its usual purpose, and items what their names say, as best guesses. */
export function purposeStarter(items: readonly ChartCode[]): StarterTable {
  const header = [
    'rule_id',
    'rank',
    'object_code',
    'function',
    'object',
    'code',
    'default',
    'reason',
  ];
  return {
    file: 'purpose.csv',
    rows: [
      header,
      ...itemPurposes(items).map(([id = '', rank = '', codes = '', purpose = '']) => [
        id,
        rank,
        codes,
        '',
        '',
        purpose,
        'yes',
        BY_NAME,
      ]),
      ...BY_OBJECT.map(([id, rank, functions, objects, purpose, reason]) => [
        id,
        rank,
        '',
        functions,
        objects,
        purpose,
        'yes',
        reason,
      ]),
      ...BY_FUNCTION.map(([functions, purpose]) => {
        const id = `function_${functions.split(/[|*]/)[0]}`;
        return [id, '90', '', functions, '', purpose, 'yes', GUESS];
      }),
    ],
  };
}

/** Objects that say more than the function. */
const BY_OBJECT = [
  ['training_by_object', '80', '', '330', 'workshops_training', 'Training bought from others'],
  ['aides', '85', '1000', '102|112|122', 'classroom_aides', 'Pay of classroom aides'],
  ['substitutes', '85', '1000', '103|113|123', 'substitutes', 'Pay of substitute teachers'],
] as const;
