import { describe, expect, test } from 'vitest';
import { codeGivenLines } from '../support/code-lines.ts';
import { cellsOf } from '../support/rows.ts';

const rules = {
  scope: 'rule_id,rank,object_code,code,reason\nrevenue,1,0*,revenue,Money that comes in',
  purpose:
    'rule_id,rank,function_code,code\nteaching,10,1000,regular_teachers\ncoaching,10,2213,coaches_mentors',
  attribution: 'rule_id,rank,object_code,code\nbenefits,10,210,salary\npeople,20,111,assignment',
} as const;

describe('a budget or a commitment', () => {
  test('has a purpose and stays where its account says, though the map has none of its dollars', async () => {
    const rows = await codeGivenLines({
      rules,
      lines: [
        { function_code: '1000', object_code: '111', site_id: 'S1' },
        { function_code: '1000', object_code: '111', site_id: 'S1', amount_type: 'budget_revised' },
        { function_code: '2213', object_code: '330', site_id: 'C1', amount_type: 'encumbrance' },
        { object_code: '210', amount_type: 'budget_revised' },
        { object_code: '012', amount_type: 'budget_revised' },
        { function_code: '9', object_code: '111', site_id: 'S1', amount_type: 'budget_revised' },
      ],
    });
    expect(cellsOf(rows, 'status', 'exclusion_id', 'purpose_id', 'attribution')).toEqual([
      ['assigned', null, 'regular_teachers', 'assignment'],
      ['excluded', 'other_amount_type', 'regular_teachers', 'recorded'],
      ['excluded', 'other_amount_type', 'coaches_mentors', 'recorded'],
      ['excluded', 'other_amount_type', 'follows_salary', 'salary'],
      ['excluded', 'other_amount_type', null, 'none'],
      ['excluded', 'other_amount_type', 'not_yet_assigned', 'recorded'],
    ]);
    // What comes in is no spending, budgeted or not, so it is in no pool.
    expect(cellsOf(rows, 'pool_key').map(([key]) => key === null)).toEqual([
      false,
      false,
      false,
      false,
      true,
      false,
    ]);
    expect(new Set(cellsOf(rows, 'pool_key').flat()).size).toBe(6);
  });

  test('that a later balance replaces counts nowhere and has no purpose', async () => {
    const [row] = await codeGivenLines({
      rules,
      lines: [{ function_code: '1000', object_code: '111', site_id: 'S1', is_replaced: 'true' }],
    });
    expect(row).toMatchObject({
      status: 'excluded',
      exclusion_id: 'replaced_balance',
      purpose_id: null,
      pool_key: null,
      reason: 'A later balance of the same year stands in its place',
    });
  });
});
