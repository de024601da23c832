import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeLines } from '../../pipelines/materialize/coding.ts';
import { MACROS } from '../../sql/macros.ts';
import { Engine, quote, type Row } from '../../pipelines/runtime/duckdb.ts';
import { DIMENSIONS, type Dimension } from '../../transforms/coding/dimensions.ts';
import { parseRuleTable } from '../../transforms/coding/rule-table.ts';
import type { RuleTable } from '../../transforms/coding/rule.ts';

/** One ledger line; what is left out is empty. The record number is the line's place in the list, from 1. */
export type GivenLine = Readonly<Partial<Record<LineName, string | number | null>>>;

const columns = {
  amount_type: 'varchar',
  fiscal_period: 'integer',
  fund_code: 'varchar',
  function_code: 'varchar',
  object_code: 'varchar',
  program_code: 'varchar',
  project_code: 'varchar',
  job_code: 'varchar',
  site_id: 'varchar',
  account_string: 'varchar',
  description: 'varchar',
  vendor_name: 'varchar',
  unknown_segment: 'varchar',
  is_replaced: 'boolean',
  amount: 'decimal(18,2)',
} as const;
type LineName = keyof typeof columns;

export interface CodingSituation {
  readonly rules: Readonly<Partial<Record<Dimension, string>>>;
  readonly lines: readonly GivenLine[];
  readonly fiscalYear?: number;
  readonly chartHasSite?: boolean;
  /** `[segment, from_code, to_code, first_year]`. */
  readonly restatements?: readonly (readonly [string, string, string, number])[];
  /** `[segment, code]`; without any, the district sends no chart of accounts. */
  readonly chart?: readonly (readonly [string, string])[];
}

/** The rule tables of texts, one for each dimension. */
export function ruleTables(rules: CodingSituation['rules']): RuleTable[] {
  return DIMENSIONS.map((dimension) => {
    const text = rules[dimension];
    const file = `coding/${dimension}.csv`;
    return text === undefined
      ? { dimension, file, rules: [] }
      : parseRuleTable(dimension, text, file);
  });
}

/**
 * Codes lines as a refresh would, in a small district: schools `S1` and `S2`, the central office `C1`, a program `P1`;
 * the map is of `actual` dollars in fiscal year 2024 unless the situation says another.
 */
export async function codeGivenLines(situation: CodingSituation): Promise<Row[]> {
  const directory = await mkdtemp(join(tmpdir(), 'coding-'));
  const engine = await Engine.open({ threads: 2, macros: MACROS });
  const year = situation.fiscalYear ?? 2024;
  try {
    for (const sql of surroundings(situation, year)) await engine.run(sql);
    const file = join(directory, 'coded_lines.parquet');
    await codeLines(engine, ruleTables(situation.rules), year, file);
    return await engine.rows(`select * from read_parquet(${quote(file)})`);
  } finally {
    engine.close();
    await rm(directory, { recursive: true });
  }
}

function surroundings(
  { lines, chartHasSite, restatements, chart = [] }: CodingSituation,
  year: number,
): string[] {
  const values = lines.map((line, i) => {
    const given: GivenLine = {
      amount_type: 'actual',
      amount: '100.00',
      is_replaced: 'false',
      ...line,
    };
    const cells = Object.entries(columns).map(([name, type]) => {
      const cell = given[name as LineName] ?? null;
      return cell === null ? `null::${type}` : `${quote(String(cell))}::${type}`;
    });
    return `(${year}, 'ledger', 'f00d', ${i + 1}::bigint, 1::smallint, ${cells.join(', ')})`;
  });
  const names = 'fiscal_year, source_id, source_file_key, record_no, record_part';
  const changes = (restatements ?? []).map(
    ([segment, from, to, first]) => `('${segment}', '${from}', '${to}', ${first})`,
  );
  return [
    'create schema core',
    'create schema staging',
    `create table core.ledger_lines as select * from (values ${values.join(',\n')}) t(${names}, ${Object.keys(columns).join(', ')})`,
    `create table core.sites as select ${year} as fiscal_year, * from (values
      ('S1', 'school'), ('S2', 'school'), ('C1', 'central'), ('P1', 'program')) t(site_id, site_type)`,
    `create table core.listed_codes as select 'site' as segment, site_id as code from core.sites`,
    ...chart.map(
      ([segment, code]) => `insert into core.listed_codes values ('${segment}', '${code}')`,
    ),
    `create table staging.settings as select 'actual' as amount_type, ${chartHasSite ?? true} as chart_has_site`,
    `create table staging.purposes as select * from (values
      ('classroom_teaching', null), ('regular_teachers', 'classroom_teaching'),
      ('classroom_aides', 'classroom_teaching'), ('professional_learning', null),
      ('coaches_mentors', 'professional_learning'), ('workshops_training', 'professional_learning'),
      ('debt', null), ('not_yet_assigned', null)) t(purpose_id, parent_purpose_id)`,
    `create table staging.priorities as select * from (values ('growth'), ('time')) t(priority_id)`,
    `create table staging.standard_functions as select * from (values ('1000'), ('2213'), ('2320'), ('2410')) t(function_code)`,
    `create table staging.standard_objects as select * from (values
      ('111', '100'), ('210', '200'), ('330', '300'), ('610', '600')) t(object_code, object_group)`,
    `create table staging.restatements as select * from (values ${
      changes.length === 0 ? `('fund', '', '', 0)` : changes.join(', ')
    }) t(segment, from_code, to_code, first_year) where first_year > 0`,
  ];
}
