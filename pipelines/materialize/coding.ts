import { join } from 'node:path';
import { checkCodes } from '../../transforms/coding/check-codes.ts';
import { accountsSql } from '../../transforms/coding/accounts-sql.ts';
import { CODED_LINES_KEY, codedLinesSql } from '../../transforms/coding/coded-lines.ts';
import type { CodingPlan } from '../../transforms/coding/coding-sql.ts';
import { codingsSql, conflictsSql } from '../../transforms/coding/codings-sql.ts';
import { isCodedColumn, NOT_YET_ASSIGNED } from '../../transforms/coding/dimensions.ts';
import { codesToPutBack, type Restatement } from '../../transforms/coding/restatements.ts';
import {
  partsRelation,
  restatedRelation,
  rulesRelation,
} from '../../transforms/coding/rule-relations.ts';
import type { RuleTable } from '../../transforms/coding/rule.ts';
import { compileWords } from '../../transforms/coding/words.ts';
import { Problem } from '../../transforms/problem.ts';
import { textOf, type Engine } from '../runtime/duckdb.ts';
import { CODED_LINES } from './coded-lines.ts';
import { readCodingRules } from './coding-rules.ts';
import { codedValues, lineValues, loadWords } from './coding-words.ts';
import type { Made, MakeRequest } from './make.ts';
import { withEngine } from './with-engine.ts';
import { writeRelation } from './write-relation.ts';

/** Makes `core.coded_lines` of one fiscal year from the ledger's lines and the district's rule tables. */
export async function makeCoding(request: MakeRequest): Promise<Made> {
  const { step, context, directory } = request;
  const { tables } = await readCodingRules(context.districtFolder);
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
  await engine.run(codingsSql(plan));
  await refuseConflicts(engine, plan);
  return writeRelation(engine, codedLinesSql(plan), CODED_LINES_KEY, file);
}

/** Checks the rules against the lists that they name codes of, and loads all that the statement joins. */
async function preparePlan(
  engine: Engine,
  tables: readonly RuleTable[],
  fiscalYear: number,
): Promise<CodingPlan> {
  checkCodes(tables, await knownCodes(engine));
  const [settings] = await engine.rows('select amount_type, chart_has_site from staging.settings');
  if (!settings) throw new RangeError('The district has no settings.');
  const restatements = await engine.rows(
    'select segment, from_code, to_code, first_year from staging.restatements order by all',
  );
  const putBack = codesToPutBack(
    restatements.map((row): Restatement => ({
      segment: textOf(row['segment']) as Restatement['segment'],
      fromCode: textOf(row['from_code']),
      toCode: textOf(row['to_code']),
      firstYear: Number(row['first_year']),
    })),
    fiscalYear,
    'coding/restatements.csv',
  );
  const words = compileWords(tables);
  await engine.run('create schema coding');
  for (const table of tables) {
    const relations = [
      rulesRelation(table),
      table.dimension === 'purpose' ? partsRelation(table) : null,
    ];
    for (const sql of relations) if (sql !== null) await engine.run(sql);
  }
  for (const [segment, codes] of putBack) await engine.run(restatedRelation(segment, codes));
  for (const column of words) {
    const values = isCodedColumn(column.column)
      ? await codedValues(engine, column.column)
      : lineValues(engine, column.column, putBack);
    await loadWords(engine, column, values);
  }
  return {
    tables,
    words,
    putBack,
    amountType: textOf(settings['amount_type']),
    chartHasSite: settings['chart_has_site'] === true,
  };
}

async function knownCodes(engine: Engine) {
  const codes = async (column: string, relation: string): Promise<Set<string>> => {
    const rows = await engine.rows(`select ${column} as code from staging.${relation}`);
    return new Set(rows.map(({ code }) => textOf(code)));
  };
  const purpose = await codes('purpose_id', 'purposes');
  if (!purpose.has(NOT_YET_ASSIGNED)) {
    throw new Problem({
      code: 'purpose_missing',
      what: `The list of purposes lacks ${NOT_YET_ASSIGNED}.`,
      fix: 'Add it: dollars that no rule assigns must stand somewhere.',
      where: { file: 'coding/purposes.csv', column: 'purpose_id' },
      exit: 2,
    });
  }
  return {
    function: await codes('function_code', 'standard_functions'),
    object: await codes('object_code', 'standard_objects'),
    purpose,
    priority: await codes('priority_id', 'priorities'),
  };
}

/** Two rules of one rank claim the same lines with different codes: a person must say which is stronger. */
async function refuseConflicts(engine: Engine, plan: CodingPlan): Promise<void> {
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
    what: `Rules ${rule.ruleId} and ${rival.ruleId} have the same rank and give ${lines} ledger ${lines === 1 ? 'line' : 'lines'} different codes.`,
    fix: 'Give the stronger rule a lower rank, or narrow one of them.',
    where: { file: table.file, line: rival.line, column: 'rank' },
    exit: 2,
  });
}
