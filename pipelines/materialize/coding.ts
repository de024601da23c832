import { join } from 'node:path';
import { accountsSql } from '../../transforms/coding/accounts-sql.ts';
import { CODED_LINES_KEY, codedLinesSql } from '../../transforms/coding/coded-lines-sql.ts';
import { nameCodesSql } from '../../transforms/coding/name-codes-sql.ts';
import type { RuleTable } from '../../transforms/coding/rule.ts';
import type { Engine } from '../runtime/duckdb.ts';
import { CODED_LINES } from './coding/coded-lines-table.ts';
import { preparePlan } from './coding/prepare-plan.ts';
import { refuseConflicts } from './coding/refuse-conflicts.ts';
import { readRuleTables } from './coding/rule-tables.ts';
import type { Made, MakeRequest } from './make.ts';
import { withEngine } from './with-engine.ts';
import { writeRelation } from './write-relation.ts';

/** Makes `core.coded_lines` of one fiscal year from the ledger's lines and the district's rule tables. */
export async function makeCoding(request: MakeRequest): Promise<Made> {
  const { step, context, directory } = request;
  const tables = await readRuleTables(context);
  const { year } = step;
  if (year === null) throw new RangeError('Lines are coded by fiscal year.');
  const file = `${CODED_LINES.relation}.parquet`;
  const rows = await withEngine(request, (engine) =>
    codeLines(engine, tables, year, join(directory, file)),
  );
  return { relations: { [CODED_LINES.relation]: { file, rows, key: CODED_LINES_KEY } } };
}

/**
 * Codes the lines that `engine` holds, writes them to `file`, and returns how many rows there are. Accounts are coded
 * first, of which a ledger has far fewer than lines.
 */
export async function codeLines(
  engine: Engine,
  tables: readonly RuleTable[],
  fiscalYear: number,
  file: string,
): Promise<number> {
  const plan = await preparePlan(engine, tables, fiscalYear);
  await engine.run(accountsSql(plan));
  await engine.run(nameCodesSql(plan));
  await refuseConflicts(engine, plan);
  return writeRelation(engine, codedLinesSql(plan), CODED_LINES_KEY, file);
}
