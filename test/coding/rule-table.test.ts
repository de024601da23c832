import { describe, expect, test } from 'vitest';
import { checkCodes } from '../../transforms/coding/check-codes.ts';
import type { Dimension } from '../../transforms/coding/dimensions.ts';
import { codesToPutBack, type Restatement } from '../../transforms/coding/restatements.ts';
import { parseRuleTable } from '../../transforms/coding/rule-table.ts';
import { howSure } from '../../transforms/coding/rule.ts';
import { Problem } from '../../transforms/problem.ts';

const read = (text: string, dimension: Dimension = 'purpose') =>
  parseRuleTable(dimension, text, `coding/${dimension}.csv`);

function problemOf(run: () => unknown): Problem {
  try {
    run();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('There was no problem.');
}

describe('reading a rule table', () => {
  test('rules stand by rank, then by line; lines of one id and shares are one rule', () => {
    const { rules } = read(
      [
        'rule_id,rank,object_code,code,share,default,reason',
        'late,20,,debt,,yes,Nothing better',
        'split,10,111,regular_teachers,0.6,,"One line, two uses"',
        'split,10,111,classroom_aides,0.4,,"One line, two uses"',
        'early,5,610,debt,,,',
      ].join('\n'),
    );
    expect(rules.map(({ ruleId, line }) => [ruleId, line])).toEqual([
      ['early', 5],
      ['split', 3],
      ['late', 2],
    ]);
    expect(rules[1]?.parts).toEqual([
      { code: 'regular_teachers', share: 600_000n },
      { code: 'classroom_aides', share: 400_000n },
    ]);
    expect(rules[2]).toMatchObject({ isDefault: true, reason: 'Nothing better' });
  });

  test.each([
    ['rule_id,rank,color,code\na,1,red,debt', 1, 'color'],
    ['rule_id,rank,function,function,code\na,1,,,debt', 1, 'function'],
    ['rule_id,rank,priority,code\na,1,,debt', 1, 'priority'],
    ['rule_id,rank\na,1', 1, 'code'],
    ['rule_id,rank,code\n,1,debt', 2, 'rule_id'],
    ['rule_id,rank,code\na,1,debt\na,2,debt', 3, 'rank'],
    ['rule_id,rank,code\na,1,debt\na,1,debt', 2, 'share'],
    ['rule_id,rank,code\na,first,debt', 2, 'rank'],
    ['rule_id,rank,code\na,1,', 2, 'code'],
    ['rule_id,rank,code,default\na,1,debt,maybe', 2, 'default'],
    ['rule_id,rank,code,share\na,1,debt,0.5\na,1,regular_teachers,0.4', 3, 'share'],
    ['rule_id,rank,code,share\na,1,debt,1.2', 2, 'share'],
    ['rule_id,rank,fund_code,code\na,1,200..100,debt', 2, 'fund_code'],
  ])('%s: the message names line %i and column %s', (text, line, column) => {
    expect(problemOf(() => read(text)).where).toEqual({ file: 'coding/purpose.csv', line, column });
  });

  test('a cell too many is found by line', () => {
    const { where } = problemOf(() => read('rule_id,rank,code\na,1,debt\nb,2,debt,for roads'));
    expect(where).toEqual({ file: 'coding/purpose.csv', line: 3 });
  });

  test('only a purpose can be split, and some codes are the same in every district', () => {
    const split = 'rule_id,rank,code,share\na,1,school,0.5\na,1,central,0.5';
    expect(problemOf(() => read(split, 'level')).where).toMatchObject({ column: 'share' });
    const level = 'rule_id,rank,code\na,1,building';
    expect(problemOf(() => read(level, 'level')).where).toMatchObject({ line: 2, column: 'code' });
  });

  test('a code that is in no list is refused with its line', () => {
    const table = read('rule_id,rank,code\na,1,debt\nb,2,roads');
    const problem = problemOf(() => checkCodes([table], { purpose: new Set(['debt']) }));
    expect(problem.where).toEqual({ file: 'coding/purpose.csv', line: 3, column: 'code' });
    expect(problem.what).toContain('roads');
  });
});

describe('how sure', () => {
  test.each([
    ['account_string,project_code', '1-2-3,P', 'named account'],
    ['project_code,job_code', 'P,J', 'project'],
    ['job_code,function', 'J,1000', 'job or assignment'],
    ['function,description', '1000,~coach', 'object or function'],
    ['site_id', 'S1', 'object or function'],
    ['description,vendor_name', '~coach,~acme', 'description or vendor'],
    ['default,function', 'yes,1000', 'default'],
    ['function', '', 'default'],
  ])('%s tested as %s: %s', (columns, cells, expected) => {
    const [rule] = read(`rule_id,rank,code,${columns}\na,1,debt,${cells}`).rules;
    expect(rule && howSure(rule)).toBe(expected);
  });
});

describe('codes to put back', () => {
  const change = (fromCode: string, toCode: string, firstYear: number): Restatement => ({
    segment: 'function',
    fromCode,
    toCode,
    firstYear,
  });
  const codes = (changes: readonly Restatement[], year: number) =>
    Object.fromEntries(
      codesToPutBack(changes, year, 'coding/restatements.csv').get('function') ?? [],
    );

  test('a code that changed twice goes back both steps, from its year on', () => {
    const changes = [change('A', 'B', 2023), change('B', 'C', 2025)];
    expect(codes(changes, 2022)).toEqual({});
    expect(codes(changes, 2024)).toEqual({ B: 'A' });
    expect(codes(changes, 2025)).toEqual({ B: 'A', C: 'A' });
  });

  test('two codes may swap in one year', () => {
    expect(codes([change('A', 'B', 2024), change('B', 'A', 2024)], 2024)).toEqual({
      A: 'B',
      B: 'A',
    });
  });
});
