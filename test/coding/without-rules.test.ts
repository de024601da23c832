import { describe, expect, test } from 'vitest';
import { codeGivenLines } from '../support/code-lines.ts';
import { cellsOf } from '../support/rows.ts';

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
      cellsOf(
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
      ['excluded', 'other_amount_type', null, null, null, 'school', 'not_known', 'recorded'],
      ['not_yet_assigned', null, null, null, null, 'central', 'not_known', 'students'],
    ]);
    expect(cellsOf(rows, 'reason').slice(2, 4)).toEqual([
      ['Money that comes in'],
      ['Its amount type is not the one of this map'],
    ]);
  });

  test('a ledger without sites says so on every line', async () => {
    const rows = await codeGivenLines({ rules: {}, lines: [{}], chartHasSite: false });
    expect(cellsOf(rows, 'attribution', 'attribution_reason', 'driver_key')).toEqual([
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
    expect(cellsOf(rows, 'status', 'purpose_id', 'attribution', 'reason')).toEqual([
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
