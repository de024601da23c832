import { withoutZeros } from '../contract/leading-zeros.ts';
import { Problem } from '../problem.ts';
import type { LineColumn } from './dimensions.ts';
import type { RuleTable } from './rule.ts';

/** The codes that the district's own lists have, by the column of a ledger line that holds them. */
export type ListedCodes = ReadonlyMap<LineColumn, ReadonlySet<string>>;

/**
 * Refuses a rule that names a code which the chart of accounts or the site list has with other leading zeros alone: a
 * spreadsheet has dropped them, and the rule would fit no line. Patterns and ranges are left alone by spreadsheets. A
 * table that names both means two codes.
 * @throws Problem naming the rule's file, line and column.
 */
export function refuseLostZeros(tables: readonly RuleTable[], listed: ListedCodes): void {
  for (const { file, rules } of tables) {
    for (const [column, codes] of listed) {
      const bare = new Set([...codes].map(withoutZeros));
      const named = rules.flatMap(({ conditions, line, ruleId }) =>
        (conditions.get(column)?.parts ?? []).map(({ text }) => ({ text, line, ruleId })),
      );
      const both = (text: string): boolean =>
        named.some(
          (other) => other.text !== text && withoutZeros(other.text) === withoutZeros(text),
        );
      const lost = named.find(
        ({ text }) => !codes.has(text) && bare.has(withoutZeros(text)) && !both(text),
      );
      if (lost === undefined) continue;
      throw new Problem({
        code: 'rule_code_without_zeros',
        rule: 'F10',
        what: `A code of rule ${lost.ruleId} and one of the district’s own list of codes differ in leading zeros alone: a spreadsheet has dropped them, here or there.`,
        fix: 'Put the zeros back where they are lost, and format the column as text before you save. If they are two codes, name both in this table.',
        where: { file, line: lost.line, column },
        exit: 2,
      });
    }
  }
}
