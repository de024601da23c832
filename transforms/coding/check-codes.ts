import { Problem } from '../problem.ts';
import type { Dimension } from './dimensions.ts';
import type { RuleTable } from './rule.ts';

/** The codes that rules may give, for the dimensions whose codes are a list. */
type KnownCodes = Partial<Record<Dimension, ReadonlySet<string>>>;

const lists: Partial<Record<Dimension, string>> = {
  function: 'data/standards/standard_functions.csv',
  object: 'data/standards/standard_objects.csv',
  purpose: 'the list of purposes',
  priority: 'the list of priorities',
};

/**
 * Refuses a rule that gives a code which is not in its list, or a scope rule whose code is no plain word.
 * @throws Problem naming the rule, its file and line.
 */
export function checkCodes(tables: readonly RuleTable[], known: KnownCodes): void {
  for (const { dimension, file, rules } of tables) {
    for (const { ruleId, parts, line } of rules) {
      for (const { code } of parts) {
        const allowed =
          dimension === 'scope' ? /^[a-z][a-z0-9_]*$/.test(code) : known[dimension]?.has(code);
        if (allowed !== false) continue;
        throw new Problem({
          code: 'rule_code_unknown',
          what: `Rule ${ruleId} gives a code that is not known: ${code}.`,
          fix:
            dimension === 'scope'
              ? 'Name an exclusion with lower-case letters, digits and "_".'
              : `Use a code of ${lists[dimension] ?? dimension}.`,
          where: { file, line, column: 'code' },
          exit: 2,
        });
      }
    }
  }
}
