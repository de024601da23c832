import { describe, expect, test } from 'vitest';
import { parseRuleTable } from '../../transforms/coding/rule-table.ts';
import { Problem } from '../../transforms/problem.ts';
import { codeGivenLines } from '../support/code-lines.ts';
import { problemOf } from '../support/staging-situations.ts';

const FILE = 'coding/purpose.csv';

/** What is said of a table with one rule on line 3, whose object is this cell. */
function refusal(cell: string, column = 'object_code'): Problem {
  try {
    parseRuleTable(
      'purpose',
      `rule_id,rank,${column},code\nfirst,1,111,debt\nsecond,2,${cell},debt`,
      FILE,
    );
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('There was no problem.');
}

describe('a rule table that was saved in a spreadsheet is refused by line and column', () => {
  test.each([
    ['11-Jun', 'F11'],
    ['Jun-11', 'F11'],
    ['6/11/2025', 'F11'],
    ['6/11', 'F11'],
    ['2025-06-11', 'F11'],
    ['1.23E+11', 'F10'],
    ['#N/A', 'F14'],
    ['#REF!', 'F14'],
    ['NULL', 'F14'],
    ['“111”', 'F13'],
    ['1\u00a011', 'F13'],
    ['111|11-Jun', 'F11'],
    ['!11-Jun', 'F11'],
  ])('%s breaks %s', (cell, rule) => {
    const problem = refusal(cell);
    expect(problem).toMatchObject({ rule, where: { file: FILE, line: 3, column: 'object_code' } });
    expect(problem.fix).not.toBe('');
    expect(problem.message).not.toContain(cell);
  });

  test('codes that only look a little like dates or numbers are codes', () => {
    const text =
      'rule_id,rank,object_code,project_code,code\na,1,6-11,1E5,debt\nb,2,(none),E10,debt';
    expect(parseRuleTable('purpose', text, FILE).rules).toHaveLength(2);
  });

  test('spaces of any kind behind a code are taken off', () => {
    const text = 'rule_id,rank,object_code,code\na,1,111 \u00a0\u200b,debt';
    const [rule] = parseRuleTable('purpose', text, FILE).rules;
    expect(rule?.conditions.get('object_code')?.matches('111')).toBe(true);
  });

  test('curly quotation marks and plain ones are the same in a search for words', () => {
    const text = 'rule_id,rank,description,code\na,1,~teacher’s day,debt';
    const [rule] = parseRuleTable('purpose', text, FILE).rules;
    expect(rule?.conditions.get('description')?.matches("The Teacher's Day")).toBe(true);
    expect(rule?.conditions.get('description')?.matches('The Teacher’s Day')).toBe(true);
  });

  test('a quotation mark that is not closed is found by line', () => {
    expect(refusal('"111')).toMatchObject({ rule: 'F06', where: { file: FILE, line: 3 } });
  });
});

describe('a rule whose code has lost its leading zeros', () => {
  const lines = [{ fund_code: '0100', function_code: '1000', object_code: '111', site_id: 'S1' }];
  const chart = [
    ['fund', '0100'],
    ['fund', '0200'],
  ] as const;
  const rules = (...funds: readonly string[]) => ({
    purpose: `rule_id,rank,fund_code,code\n${funds.map((fund, i) => `r${i},${i},${fund},debt`).join('\n')}`,
  });

  test('is refused where the chart of accounts has the code with them', async () => {
    const problem = await problemOf(codeGivenLines({ rules: rules('0200', '100'), lines, chart }));
    expect(problem).toMatchObject({
      rule: 'F10',
      where: { file: FILE, line: 3, column: 'fund_code' },
    });
    expect(problem.what).toContain('r1');
  });

  test('is refused where the chart has lost them and the rule has not', async () => {
    const problem = await problemOf(codeGivenLines({ rules: rules('00100'), lines, chart }));
    expect(problem).toMatchObject({ rule: 'F10', where: { line: 2, column: 'fund_code' } });
  });

  test('is refused where the site list has the site with them', async () => {
    const site = { purpose: 'rule_id,rank,site_id,code\na,1,0S1,debt' };
    const problem = await problemOf(codeGivenLines({ rules: site, lines }));
    expect(problem).toMatchObject({ rule: 'F10', where: { line: 2, column: 'site_id' } });
  });

  test.each([
    ['both are named, before and after a recoding', ['100|0100']],
    ['both are named by rules of their own', ['0100', '100']],
    ['no code of the chart is like it', ['0100', '300']],
    ['it is a pattern, which a spreadsheet leaves as it is', ['1*', '0100']],
  ])('is a code like any other where %s', async (_, funds) => {
    const rows = await codeGivenLines({ rules: rules(...funds), lines, chart });
    expect(rows).toMatchObject([{ purpose_id: 'debt' }]);
  });

  test('cannot be told without a chart of accounts', async () => {
    const rows = await codeGivenLines({ rules: rules('100'), lines });
    expect(rows).toMatchObject([{ purpose_id: 'not_yet_assigned' }]);
  });
});
