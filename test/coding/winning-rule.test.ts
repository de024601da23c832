import { describe, expect, test } from 'vitest';
import { codeGivenLines } from '../support/code-lines.ts';
import { cellsOf } from '../support/rows.ts';

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
    expect(cellsOf(rows, 'purpose_id', 'purpose_rule_id', 'status', 'how_sure')).toEqual([
      ['workshops_training', 'training', 'assigned', 'object or function'],
      ['coaches_mentors', 'coaching_grant', 'assigned', 'project'],
      ['regular_teachers', 'teaching', 'assigned', 'object or function'],
      ['not_yet_assigned', null, 'not_yet_assigned', 'not assigned'],
    ]);
    expect(rows[3]?.['reason']).toBe('No rule names its purpose');
  });

  test('the first of 63 and more rules wins over masks of 62 rules', async () => {
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
    expect(cellsOf(rows, 'purpose_rule_id', 'is_default')).toEqual([
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
    expect(cellsOf(await codeGivenLines({ rules, lines: apart }), 'purpose_rule_id')).toEqual([
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
    expect(cellsOf(rows, 'purpose_rule_id')).toEqual([['by_function'], ['strong']]);
  });
});
