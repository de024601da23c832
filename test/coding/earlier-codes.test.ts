import { describe, expect, test } from 'vitest';
import { codeGivenLines } from '../support/code-lines.ts';
import { cellsOf } from '../support/rows.ts';

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
    expect(cellsOf(rows, 'purpose_id', 'priority_id', 'level')).toEqual([
      ['workshops_training', 'growth', 'school'],
      ['coaches_mentors', 'growth', 'school'],
      ['regular_teachers', 'time', 'central'],
      ['not_yet_assigned', null, 'central'],
    ]);
  });
});
