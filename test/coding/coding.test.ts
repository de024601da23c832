import { describe, expect, test } from 'vitest';
import { codeGivenLines } from '../support/code-lines.ts';

const values = (rows: readonly object[], ...names: string[]) =>
  rows.map((row) => names.map((name) => (row as Record<string, unknown>)[name]));

describe('the rule that wins', () => {
  test('the lower rank wins, and the line carries the id of its rule', async () => {
    const rows = await codeGivenLines({
      rules: {
        purpose: [
          'rule_id,rank,function_code,project_code,code',
          'training,20,2213,,workshops_training',
          'coaching_grant,10,2213,COACH,coaches_mentors',
          'teaching,30,1000,,regular_teachers',
        ].join('\n'),
      },
      lines: [
        { function_code: '2213' },
        { function_code: '2213', project_code: 'COACH' },
        { function_code: '1000', project_code: 'COACH' },
        { function_code: '9999' },
      ],
    });
    expect(values(rows, 'purpose_id', 'purpose_rule_id', 'status', 'how_sure')).toEqual([
      ['workshops_training', 'training', 'assigned', 'object or function'],
      ['coaches_mentors', 'coaching_grant', 'assigned', 'project'],
      ['regular_teachers', 'teaching', 'assigned', 'object or function'],
      ['not_yet_assigned', null, 'not_yet_assigned', 'not assigned'],
    ]);
    expect(rows[3]?.['reason']).toBe('No rule names its purpose');
  });

  test('the first of 63 and more rules wins over words of 62 rules', async () => {
    const numbered = Array.from(
      { length: 130 },
      (_, i) => `r${i + 1},${i + 1},${1000 + i},regular_teachers`,
    );
    const rows = await codeGivenLines({
      rules: {
        purpose: ['rule_id,rank,function_code,code', ...numbered, 'last,999,,classroom_aides'].join(
          '\n',
        ),
      },
      lines: [1000, 1061, 1062, 1123, 1124, 1129, 1130].map((function_code) => ({ function_code })),
    });
    expect(values(rows, 'purpose_rule_id', 'is_default')).toEqual([
      ['r1', false],
      ['r62', false],
      ['r63', false],
      ['r124', false],
      ['r125', false],
      ['r130', false],
      ['last', true],
    ]);
  });

  test('two rules of one rank with different codes on one line stop the coding and are both named', async () => {
    const rules = {
      purpose: [
        'rule_id,rank,function_code,object_code,code',
        'by_function,10,2213,,workshops_training',
        'by_object,10,,330,coaches_mentors',
      ].join('\n'),
    };
    const apart = [{ function_code: '2213' }, { object_code: '330' }];
    expect(values(await codeGivenLines({ rules, lines: apart }), 'purpose_rule_id')).toEqual([
      ['by_function'],
      ['by_object'],
    ]);
    const lines = [...apart, { function_code: '2213', object_code: '330' }];
    await expect(codeGivenLines({ rules, lines })).rejects.toMatchObject({
      code: 'rules_conflict',
      what: 'Rules by_function and by_object have the same rank and give 1 ledger line different codes.',
      where: { file: 'coding/purpose.csv', line: 3, column: 'rank' },
    });
  });

  test('two rules of one rank with the same code agree, and a stronger rule settles a conflict', async () => {
    const rows = await codeGivenLines({
      rules: {
        purpose: [
          'rule_id,rank,function_code,object_code,code',
          'by_function,10,2213,,workshops_training',
          'by_object,10,,330,workshops_training',
          'strong,5,2410,,classroom_aides',
          'school_office,10,2410,,regular_teachers',
          'also_office,10,,111,debt',
        ].join('\n'),
      },
      lines: [
        { function_code: '2213', object_code: '330' },
        { function_code: '2410', object_code: '111' },
      ],
    });
    expect(values(rows, 'purpose_rule_id')).toEqual([['by_function'], ['strong']]);
  });
});

describe('splits', () => {
  const purpose = [
    'rule_id,rank,object_code,code,share',
    'thirds,10,111,regular_teachers,0.333333',
    'thirds,10,111,classroom_aides,0.333333',
    'thirds,10,111,coaches_mentors,0.333334',
    'halves,10,610,regular_teachers,.5',
    'halves,10,610,debt,0.5',
  ].join('\n');

  test('a split gives each part its cents by largest remainder, with the sign of the line', async () => {
    const rows = await codeGivenLines({
      rules: { purpose },
      lines: [
        { object_code: '111', amount: '100.00' },
        { object_code: '111', amount: '-0.01' },
        { object_code: '610', amount: '0.05' },
        { object_code: '610', amount: '-0.05' },
        { object_code: '610', amount: '0.00' },
      ],
    });
    // 10,000 cents x 0.333333 = 3333.33, x 0.333334 = 3333.34: the cent that is left goes to the third part.
    // Of half a cent each, the first part gets the cent.
    expect(values(rows, 'record_no', 'part', 'purpose_id', 'amount')).toEqual([
      ['1', 1, 'regular_teachers', '33.33'],
      ['1', 2, 'classroom_aides', '33.33'],
      ['1', 3, 'coaches_mentors', '33.34'],
      ['2', 1, 'regular_teachers', '0.00'],
      ['2', 2, 'classroom_aides', '0.00'],
      ['2', 3, 'coaches_mentors', '-0.01'],
      ['3', 1, 'regular_teachers', '0.03'],
      ['3', 2, 'debt', '0.02'],
      ['4', 1, 'regular_teachers', '-0.03'],
      ['4', 2, 'debt', '-0.02'],
      ['5', 1, 'regular_teachers', '0.00'],
      ['5', 2, 'debt', '0.00'],
    ]);
  });

  test('an excluded line is never split', async () => {
    const rows = await codeGivenLines({
      rules: { purpose, scope: 'rule_id,rank,fund_code,code\ntrust,1,8,fund_out_of_scope' },
      lines: [{ object_code: '111', fund_code: '8' }],
    });
    expect(values(rows, 'part', 'status', 'purpose_id', 'amount')).toEqual([
      [1, 'excluded', null, '100.00'],
    ]);
  });
});

describe('what stands in where no rule speaks', () => {
  test('scope, level, control, function and object', async () => {
    const rows = await codeGivenLines({
      rules: {
        scope: 'rule_id,rank,object_code,code,reason\nrevenue,1,0*,revenue,Money that comes in',
        function: 'rule_id,rank,function_code,code\nold_office,1,77,2410',
      },
      lines: [
        { function_code: '77', object_code: '111', site_id: 'S1' },
        { function_code: '1000', object_code: '999', site_id: 'C1' },
        { function_code: '9', object_code: '012', site_id: 'S1' },
        { amount_type: 'encumbrance', site_id: 'S1' },
        {},
      ],
    });
    expect(
      values(
        rows,
        'status',
        'exclusion_id',
        'function',
        'object',
        'object_group',
        'level',
        'control',
        'attribution',
      ),
    ).toEqual([
      ['not_yet_assigned', null, '2410', '111', '100', 'school', 'not_known', 'recorded'],
      ['not_yet_assigned', null, '1000', null, null, 'central', 'not_known', 'students'],
      ['excluded', 'revenue', null, null, null, 'school', 'not_known', 'none'],
      ['excluded', 'other_amount_type', null, null, null, 'school', 'not_known', 'none'],
      ['not_yet_assigned', null, null, null, null, 'central', 'not_known', 'students'],
    ]);
    expect(values(rows, 'reason').slice(2, 4)).toEqual([
      ['Money that comes in'],
      ['Its amount type is not the one of this map'],
    ]);
  });

  test('a ledger without sites says so on every line', async () => {
    const rows = await codeGivenLines({ rules: {}, lines: [{}], chartHasSite: false });
    expect(values(rows, 'attribution', 'attribution_reason', 'driver_key')).toEqual([
      ['none', 'the ledger has no site', null],
    ]);
  });

  test('a code that the chart lacks is not guessed at, whatever the rules say', async () => {
    const rows = await codeGivenLines({
      rules: {
        purpose: 'rule_id,rank,code\nall,1,regular_teachers',
        attribution: 'rule_id,rank,object_code,code\nbenefits,1,2*,salary',
      },
      lines: [
        { project_code: 'NEW', unknown_segment: 'project', site_id: 'S1' },
        { object_code: '210', unknown_segment: 'object', site_id: 'S1' },
        { object_code: '210', site_id: 'S1' },
      ],
    });
    expect(values(rows, 'status', 'purpose_id', 'attribution', 'reason')).toEqual([
      [
        'not_yet_assigned',
        'not_yet_assigned',
        'recorded',
        'The chart of accounts does not list its project code',
      ],
      [
        'not_yet_assigned',
        'not_yet_assigned',
        'recorded',
        'The chart of accounts does not list its object code',
      ],
      ['assigned', 'follows_salary', 'salary', null],
    ]);
  });
});

describe('dimensions use the codes of earlier ones', () => {
  test('purpose by standard function and object, priority by a purpose or the one above it', async () => {
    const rows = await codeGivenLines({
      rules: {
        function: 'rule_id,rank,function_code,code\nstaff_training,1,44,2213',
        purpose: [
          'rule_id,rank,function,object,code',
          'training,1,2213,!111,workshops_training',
          'coaches,1,2213,111,coaches_mentors',
          'teaching,2,1000,,regular_teachers',
        ].join('\n'),
        priority: [
          'rule_id,rank,purpose,code',
          'growth,1,professional_learning,growth',
          'teachers,1,regular_teachers,time',
        ].join('\n'),
        level: 'rule_id,rank,priority,code\ngrowth_in_schools,1,growth,school',
      },
      lines: [
        { function_code: '44' },
        { function_code: '44', object_code: '111' },
        { function_code: '1000' },
        {},
      ],
    });
    expect(values(rows, 'purpose_id', 'priority_id', 'level')).toEqual([
      ['workshops_training', 'growth', 'school'],
      ['coaches_mentors', 'growth', 'school'],
      ['regular_teachers', 'time', 'central'],
      ['not_yet_assigned', null, 'central'],
    ]);
  });

  test('drivers and pools: lines that share every code are one pool, benefits are pooled by fund', async () => {
    const rows = await codeGivenLines({
      rules: {
        attribution: [
          'rule_id,rank,job_code,project_code,object_code,code',
          'benefits,1,,,2*,salary',
          'itinerant,2,COACH,,,assignment',
          'grant,3,,!(none),,project_sites',
        ].join('\n'),
      },
      lines: [
        { fund_code: '1', job_code: 'COACH', site_id: 'C1', description: 'one' },
        { fund_code: '1', job_code: 'COACH', site_id: 'C1', description: 'two' },
        { fund_code: '2', job_code: 'COACH', site_id: 'C1' },
        { fund_code: '1', project_code: 'G7', site_id: 'C1' },
        { fund_code: '1', object_code: '210', site_id: 'C1' },
        { fund_code: '1', object_code: '210', project_code: 'G7', site_id: 'S1' },
      ],
    });
    expect(values(rows, 'attribution', 'driver_key')).toEqual([
      ['assignment', '1|||||COACH'],
      ['assignment', '1|||||COACH'],
      ['assignment', '2|||||COACH'],
      ['project_sites', 'G7'],
      ['salary', null],
      ['salary', null],
    ]);
    const pools = rows.map((row) => row['pool_key']);
    expect(pools[0]).toMatch(/^[0-9a-f]{16}$/);
    expect(pools[1]).toBe(pools[0]);
    expect(pools[5]).toBe(pools[4]);
    expect(new Set(pools).size).toBe(4);
  });
});

describe('the comparable series', () => {
  const rules = {
    function: 'rule_id,rank,function_code,code\ncentral,1,9*,2320\nnetwork,1,5*,2410',
    level:
      'rule_id,rank,function_code,function,code\nnetworks,1,5*,,school_support\noffice,2,,2320,central',
  };

  test('lines carry the function and level of the code that was theirs before', async () => {
    const rows = await codeGivenLines({
      rules,
      lines: [{ function_code: '91' }, { function_code: '51' }, { function_code: '52' }],
      restatements: [
        ['function', '91', '51', 2024],
        ['function', '93', '52', 2025],
      ],
    });
    expect(values(rows, 'function', 'comparable_function', 'level', 'comparable_level')).toEqual([
      ['2320', '2320', 'central', 'central'],
      ['2410', '2320', 'school_support', 'central'],
      ['2410', '2410', 'school_support', 'school_support'],
    ]);
  });

  test('a site that moved counts with the kind of site that it was', async () => {
    const rows = await codeGivenLines({
      rules: {},
      lines: [{ site_id: 'S2' }, { site_id: 'S1' }],
      restatements: [['site', 'C1', 'S2', 2023]],
    });
    expect(values(rows, 'level', 'comparable_level')).toEqual([
      ['school', 'central'],
      ['school', 'school'],
    ]);
  });

  test('a code that came from two codes cannot be put back', async () => {
    const situation = { rules, lines: [{ function_code: '51' }] };
    await expect(
      codeGivenLines({
        ...situation,
        restatements: [
          ['function', '91', '51', 2024],
          ['function', '92', '51', 2024],
        ],
      }),
    ).rejects.toMatchObject({ code: 'restatement_ambiguous' });
  });
});
