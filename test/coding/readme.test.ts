import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { matchAccountsSql } from '../../transforms/coding/match-accounts-sql.ts';
import { compileMasks } from '../../transforms/coding/masks.ts';
import { parseRuleTable } from '../../transforms/coding/rule-table.ts';
import { repository } from '../support/repository.ts';

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

test('the sample of SQL in the README is what its two rules become', () => {
  const readme = readFileSync(join(repository, 'transforms/coding/README.md'), 'utf8');
  const [, rules = ''] = /```\n(rule_id[\s\S]+?)```/.exec(readme) ?? [];
  const [, sample = ''] = /```sql\n([\s\S]+?)```/.exec(readme) ?? [];
  const tables = [parseRuleTable('purpose', rules, 'coding/purpose.csv')];
  const sql = matchAccountsSql(
    {
      tables,
      masks: compileMasks(tables),
      putBack: new Map(),
      amountType: 'actual',
      chartHasSite: true,
    },
    '',
  );
  expect(linesOf(sample)).not.toEqual([]);
  expect(linesOf(sql).join('\n')).toContain(linesOf(sample).join('\n'));
});
