import type { CodingPlan } from '../../../transforms/coding/coding-plan.ts';
import { conflictsSql } from '../../../transforms/coding/conflicts-sql.ts';
import { Problem } from '../../../transforms/problem.ts';
import type { Engine } from '../../runtime/duckdb.ts';

/** Two rules of one rank claim the same lines with different codes: a person must say which is stronger. */
export async function refuseConflicts(engine: Engine, plan: CodingPlan): Promise<void> {
  const sql = conflictsSql(plan);
  if (sql === null) return;
  const [conflict] = await engine.rows(sql);
  const table = plan.tables.find(({ dimension }) => dimension === conflict?.['dimension']);
  const rule = table?.rules[Number(conflict?.['winner'])];
  const rival = table?.rules[Number(conflict?.['rival'])];
  if (!table || !rule || !rival) return;
  const lines = Number(conflict?.['lines']);
  throw new Problem({
    code: 'rules_conflict',
    rule: 'K10',
    what: `Rules ${rule.ruleId} and ${rival.ruleId} have the same rank and give ${lines} ledger ${lines === 1 ? 'line' : 'lines'} different codes.`,
    fix: 'Give the stronger rule a lower rank, or narrow one of them.',
    where: { file: table.file, line: rival.line, column: 'rank' },
    exit: 2,
  });
}
