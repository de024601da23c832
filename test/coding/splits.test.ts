import { describe, expect, test } from 'vitest';
import { codeGivenLines } from '../support/code-lines.ts';
import { cellsOf } from '../support/rows.ts';

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
    expect(cellsOf(rows, 'record_no', 'part', 'purpose_id', 'amount')).toEqual([
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
    expect(cellsOf(rows, 'part', 'status', 'purpose_id', 'amount')).toEqual([
      [1, 'excluded', null, '100.00'],
    ]);
  });
});
