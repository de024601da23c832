import { checkCodes } from '../../../transforms/coding/check-codes.ts';
import type { CodingPlan } from '../../../transforms/coding/coding-plan.ts';
import { isCodedColumn, NOT_YET_ASSIGNED } from '../../../transforms/coding/dimensions.ts';
import { refuseLostZeros } from '../../../transforms/coding/lost-zeros.ts';
import { compileMasks } from '../../../transforms/coding/masks.ts';
import { codesToPutBack, type Restatement } from '../../../transforms/coding/restatements.ts';
import {
  partsRelation,
  restatedRelation,
  rulesRelation,
} from '../../../transforms/coding/rule-relations.ts';
import type { RuleTable } from '../../../transforms/coding/rule.ts';
import { Problem } from '../../../transforms/problem.ts';
import { textOf, type Engine } from '../../runtime/duckdb.ts';
import { loadMasks } from './load-masks.ts';
import { listedCodes } from './listed-codes.ts';
import { codedValues, lineValues } from './values.ts';

/** Checks the rules against the lists that they name codes of, and loads all that the statement joins. */
export async function preparePlan(
  engine: Engine,
  tables: readonly RuleTable[],
  fiscalYear: number,
): Promise<CodingPlan> {
  checkCodes(tables, await knownCodes(engine));
  refuseLostZeros(tables, await listedCodes(engine));
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
  const masks = compileMasks(tables);
  await engine.run('create schema coding');
  for (const table of tables) {
    const relations = [
      rulesRelation(table),
      table.dimension === 'purpose' ? partsRelation(table) : null,
    ];
    for (const sql of relations) if (sql !== null) await engine.run(sql);
  }
  for (const [segment, codes] of putBack) await engine.run(restatedRelation(segment, codes));
  for (const column of masks) {
    const values = isCodedColumn(column.column)
      ? await codedValues(engine, column.column)
      : lineValues(engine, column.column, putBack);
    await loadMasks(engine, column, values);
  }
  return {
    tables,
    masks,
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
