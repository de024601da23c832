import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Rule, RuleTable } from '../../transforms/coding/rule.ts';
import { codeGivenLines, ruleTables, type GivenLine } from '../support/code-lines.ts';

/** The plain reading of the rules, line by line, which the masks must agree with. */
function firstRule(table: RuleTable | undefined, line: GivenLine): Rule | undefined {
  return table?.rules.find((rule) =>
    [...rule.conditions].every(([column, condition]) => {
      const value = line[column as keyof GivenLine] ?? null;
      return condition.matches(value === null ? null : String(value));
    }),
  );
}

const code = fc.constantFrom('1', '2', '10', '19', '21', '110', '119', '210');
const value = fc.option(code, { nil: null });
const cell = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  code,
  fc.tuple(code, code).map(([a, b]) => `${a}|${b}`),
  code.map((prefix) => `${prefix}*`),
  fc.constantFrom('10..19', '110..199', '!1*', '!10..19|(none)', '(none)', '!(none)', '*1*'),
);

const words = fc.option(fc.constantFrom('COACHING DAY', 'Paper', 'paper for coaches', 'Bus'), {
  nil: null,
});
const wordCell = fc.constantFrom(
  '',
  '',
  '~coach',
  '!~paper',
  '~bus|paper',
  'Paper',
  '*a*',
  '(none)',
);
const line = fc.record({
  fund_code: value,
  function_code: value,
  project_code: value,
  description: words,
  fiscal_period: fc.constantFrom(1, 6, 7, 12, null),
});
const period = fc.constantFrom('', '', '', '1..6', '!12', '7|12');

test('the masks find the rule that reading the table line by line finds, for any rules and lines', async () => {
  let rules = 0;
  let matched = 0;
  const situations = fc.record({
    cells: fc.array(fc.tuple(cell, cell, cell, wordCell, period), {
      minLength: 1,
      maxLength: 140,
      size: 'max',
    }),
    lines: fc.array(line, {
      minLength: 40,
      maxLength: 60,
    }),
  });
  await fc.assert(
    fc.asyncProperty(situations, async ({ cells, lines }) => {
      const rows = cells.map((row, i) => `r${i},${i},${row.join(',')},debt`);
      const text = [
        'rule_id,rank,fund_code,function_code,project_code,description,fiscal_period,code',
        ...rows,
      ].join('\n');
      const table = ruleTables({ purpose: text })[3];
      const expected = lines.map((line) => firstRule(table, line)?.ruleId ?? null);
      const found = await codeGivenLines({ rules: { purpose: text }, lines });
      expect(found.map((row) => row['purpose_rule_id'])).toEqual(expected);
      rules += cells.length;
      matched += expected.filter((id) => id !== null).length;
    }),
    { numRuns: 12, seed: 20_240_701 },
  );
  expect(rules).toBeGreaterThan(200);
  expect(matched).toBeGreaterThan(100);
});
