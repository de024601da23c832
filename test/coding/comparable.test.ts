import { describe, expect, test } from 'vitest';
import { codeGivenLines } from '../support/code-lines.ts';
import { cellsOf } from '../support/rows.ts';

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
    expect(cellsOf(rows, 'function', 'comparable_function', 'level', 'comparable_level')).toEqual([
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
    expect(cellsOf(rows, 'level', 'comparable_level')).toEqual([
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
