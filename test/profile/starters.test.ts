import { describe, expect, test } from 'vitest';
import { crosswalkStarter } from '../../transforms/profile/starters/crosswalk.ts';
import { itemPurposes } from '../../transforms/profile/starters/items.ts';
import { jobsStarter } from '../../transforms/profile/starters/jobs.ts';
import { starterTables } from '../../transforms/profile/starters/starters.ts';
import { scopeStarter } from '../../transforms/profile/starters/scope.ts';

const object = (code: string, name: string) => ({ segment: 'object', code, name });
const fn = (code: string, name: string) => ({ segment: 'function', code, name });
const item = (name: string) => object(name, name);

const FUNCTIONS = [
  { code: '1000', name: 'Instruction' },
  { code: '2120', name: 'Guidance services' },
  { code: '2130', name: 'Health services' },
  { code: '2310', name: 'Board of education' },
  { code: '2410', name: 'Office of the principal' },
  { code: '2700', name: 'Student transportation' },
];

/** The rules of a table as code by local codes. */
const rules = (rows: readonly (readonly string[])[], codes: number, code: number) =>
  Object.fromEntries(rows.slice(1).map((row) => [row[codes], row[code]]));

describe('first rule tables', () => {
  test('in a chart numbered as the national one is, a code of its own goes to the nearest above', () => {
    const chart = FUNCTIONS.map(({ code, name }) => fn(code, name));
    const own = [fn('1190', 'Small groups'), fn('2127', 'Student voice'), fn('2720', 'Vans')];
    const { rows } = crosswalkStarter('function', [...chart, ...own], FUNCTIONS);
    expect(rules(rows, 2, 3)).toEqual({ '1190': '1000', '2127': '2120', '2720': '2700' });
  });

  test('in a chart numbered otherwise, numbers say nothing and only names count', () => {
    const chart = [
      fn('11', 'Instruction'),
      fn('52', 'Health services'),
      fn('33', 'Guidance services'),
      fn('41', 'Board of education'),
      fn('23', 'Office of the principal'),
      fn('24', 'Vans'),
    ];
    const { rows } = crosswalkStarter('function', chart, FUNCTIONS);
    expect(rules(rows, 2, 3)).toEqual({
      '11': '1000',
      '23': '2410',
      '33': '2120',
      '41': '2310',
      '52': '2130',
    });
  });

  test('where revenue has a letter before its numbers, the letter says it of codes whose names do not', () => {
    const chart = [
      object('1111', 'Salaries of teachers'),
      object('6100', 'Supplies'),
      object('9100', 'Transfers to other funds'),
      object('R1310', 'Revenue from adults'),
      object('R1610', 'Meals'),
    ];
    expect(rules(scopeStarter(chart).rows, 2, 3)).toEqual({ '9100': 'transfers', 'R*': 'revenue' });
  });

  test('an item is for what its name says, and one that says nothing is left to a person', () => {
    const items = [
      'KG Teacher',
      'SPED Teacher',
      'ELL Aide',
      'Librarian',
      'Stabilization',
      'A|B Teacher',
    ];
    expect(itemPurposes(items.map(item))).toEqual([
      { purpose: 'english_learner_teaching', codes: 'ELL Aide' },
      { purpose: 'libraries_technology', codes: 'Librarian' },
      { purpose: 'regular_teachers', codes: 'KG Teacher' },
      { purpose: 'special_education_teaching', codes: 'SPED Teacher' },
    ]);
  });

  test('staff who do not teach, and dollars for each teacher, are no teachers', () => {
    const items = ['Teachers', 'Non-Teaching Professionals', 'Per Teacher Allotment Sub Total'];
    expect(itemPurposes(items.map(item)).map(({ codes }) => codes)).toEqual(['Teachers']);
  });

  test('items that say what was bought have its object, and without functions none is guessed by one', () => {
    const items = ['SALARIES', 'EMPLOYEE BENEFITS', 'PURCHASED SERVICES', 'CENTRAL EXPENSE'];
    const standards = { functions: FUNCTIONS, objects: [], positionTypes: [] };
    const tables = starterTables([], ['object', 'site'], standards, items.map(item));
    const rows = (name: string) => tables.find(({ file }) => file === name)?.rows ?? [];
    expect(rules(rows('object.csv'), 2, 3)).toEqual({
      'EMPLOYEE BENEFITS': '200',
      'PURCHASED SERVICES': '300',
      SALARIES: '100',
    });
    expect(
      rows('purpose.csv')
        .slice(1)
        .filter((row) => row[3] !== ''),
    ).toEqual([]);
  });

  test('a job has the position type that its title says, or none', () => {
    const jobs = [
      ['1', 'Assistant Superintendent'],
      ['2', 'Bus Driver'],
      ['3', 'Bilingual Teacher Aide'],
      ['4', 'School Secretary'],
      ['5', 'Zzyzx'],
    ].map(([code = '', name = '']) => ({ code, name }));
    const types = ['district_administrator', 'operations', 'instructional_aide', 'school_office'];
    expect(jobsStarter(jobs, types).rows.slice(1)).toEqual([
      ['1', 'district_administrator'],
      ['2', 'operations'],
      ['3', 'instructional_aide'],
      ['4', 'school_office'],
    ]);
  });
});
