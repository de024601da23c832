import { DIMENSIONS } from '../../../transforms/coding/dimensions.ts';
import type { RuleTable } from '../../../transforms/coding/rule.ts';
import { parseRuleTable } from '../../../transforms/coding/rule-table.ts';
import { codingTable } from '../declared-files.ts';
import { textOfTable } from '../../runtime/configuration-files.ts';
import type { MakeContext } from '../make.ts';

/**
 * Reads and checks `coding/<dimension>.csv` of a district, one per dimension, in order. A district that keeps no table
 * for one has no rules in it.
 * @throws Problem with file and line for the first rule that cannot be read.
 */
export async function readRuleTables({
  configuration,
}: Pick<MakeContext, 'configuration'>): Promise<RuleTable[]> {
  const tables: RuleTable[] = [];
  for (const dimension of DIMENSIONS) {
    const file = codingTable(dimension);
    const found = await configuration.ofDistrict(file);
    tables.push(
      found === undefined
        ? { dimension, file, rules: [] }
        : parseRuleTable(dimension, textOfTable(found), file),
    );
  }
  return tables;
}
