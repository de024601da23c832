import { describe, expect, test } from 'vitest';
import { parseCondition } from '../../transforms/coding/condition.ts';
import type { RuleColumn } from '../../transforms/coding/dimensions.ts';

const passes = (cell: string, value: string | null, column: RuleColumn = 'function_code') =>
  parseCondition(cell, column)?.matches(value);

describe('a cell of a rule table', () => {
  test('an empty cell asks nothing', () => {
    expect(parseCondition('  ', 'fund_code')).toBeNull();
  });

  test.each([
    ['21', '21', true],
    ['21', '210', false],
    ['21', null, false],
    ['21|22 | 23', '22', true],
    ['21|22', '2', false],
    ['21*', '21', true],
    ['21*', '2130', true],
    ['21*', '121', false],
    ['*30', '2130', true],
    ['2*0', '2130', true],
    ['*1*|99', '2130', true],
    ['2.*', '2130', false],
    ['2*2', '2', false],
    ['*1*3*', '2130', true],
    ['*3*1*', '2130', false],
    ['2*30*0', '21300', true],
    ['2*30*0', '2130', false],
    ['2100..2199', '2099', false],
    ['2100..2199', '2100', true],
    ['2100..2199', '2150', true],
    ['2100..2199', '2199', true],
    ['2100..2199', '2200', false],
    ['2100..2199', '215', false],
    ['2100..2199', '21500', false],
    ['10..19|30', '30', true],
    ['(none)', null, true],
    ['(none)', '0', false],
    ['(none)|000', '000', true],
    ['!21*', '2130', false],
    ['!21*', '3130', true],
    ['!21*', null, true],
    ['!(none)', null, false],
    ['!(none)', '1', true],
    ['!10..19|30', '30', false],
    ['!10..19|30', '31', true],
    ['A', 'a', false],
  ] as const)('%s and %s: %s', (cell, value, expected) => {
    expect(passes(cell, value)).toBe(expected);
  });

  test.each([
    ['~coach|pd day', 'Literacy COACHING', true],
    ['~coach|pd day', 'PD DAY OCT', true],
    ['~coach|pd day', 'PD', false],
    ['~coach', null, false],
    ['!~coach', 'Literacy coaching', false],
    ['!~coach', null, true],
    ['~100%|a.b', '100% a-b', true],
    ['Staff Development', 'Staff Development', true],
  ] as const)('words in a description: %s in %s: %s', (cell, value, expected) => {
    expect(passes(cell, value, 'description')).toBe(expected);
  });

  test('a pattern of many stars takes no longer for a long description that nearly fits', () => {
    const cell = `${'*a'.repeat(40)}*b`;
    expect(passes(cell, 'a'.repeat(4000), 'description')).toBe(false);
  });

  test('a purpose is named by itself or by the one above it', () => {
    const condition = parseCondition('added_time', 'purpose');
    expect(condition?.matches('tutoring', 'added_time')).toBe(true);
    expect(condition?.matches('added_time', null)).toBe(true);
    expect(condition?.matches('testing', 'curriculum_testing')).toBe(false);
    const other = parseCondition('!added_time', 'purpose');
    expect(other?.matches('tutoring', 'added_time')).toBe(false);
    expect(other?.matches('testing', 'curriculum_testing')).toBe(true);
  });

  test.each(['10..9', '199..100', 'a||b', '~coach'])('%s cannot be read', (cell) => {
    expect(() => parseCondition(cell, 'function_code')).toThrow(SyntaxError);
  });
});
