import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DIMENSIONS } from '../../transforms/coding/dimensions.ts';
import type { RuleTable } from '../../transforms/coding/rule.ts';
import { parseRuleTable } from '../../transforms/coding/rule-table.ts';

/** The rule tables of a district: as text, which is what a step's key is made of, and as rules. */
export interface CodingRules {
  /** By file name under the district's folder, such as `coding/purpose.csv`; only files that are there. */
  readonly texts: Readonly<Record<string, string>>;
  /** One per dimension, in order; a district that keeps no table for one has no rules in it. */
  readonly tables: readonly RuleTable[];
}

/**
 * Reads and checks `coding/<dimension>.csv` of a district.
 * @throws Problem with file and line for the first rule that cannot be read.
 */
export async function readCodingRules(districtFolder: string): Promise<CodingRules> {
  const texts: Record<string, string> = {};
  const tables: RuleTable[] = [];
  for (const dimension of DIMENSIONS) {
    const file = `coding/${dimension}.csv`;
    const text = await readIfThere(join(districtFolder, file));
    if (text !== null) texts[file] = text;
    tables.push(
      text === null ? { dimension, file, rules: [] } : parseRuleTable(dimension, text, file),
    );
  }
  return { texts, tables };
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
