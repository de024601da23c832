import { Engine } from '../../pipelines/runtime/duckdb.ts';
import { readReferences } from '../../pipelines/runtime/sql-references.ts';
import { type Model, readCatalog } from '../../sql/catalog.ts';
import { MACROS } from '../../sql/macros.ts';
import { emptyRelationSql } from '../../transforms/contract/staged-relation.ts';
import { EXTRACTS } from '../../transforms/extracts/index.ts';
import { thresholdsSql } from '../../transforms/quality/thresholds-sql.ts';
import { REFERENCE_TABLES } from '../../transforms/reference-tables/index.ts';
import { cellText } from './rows.ts';

/** Relations that staging and coding make beside the extracts: their columns, as the models read them. */
const besideExtracts: Readonly<Record<string, string>> = {
  'staging.settings': `district_id varchar, district_name varchar, state varchar, invented boolean, amount_type varchar,
    minimum_n integer, quarantined_rows_limit bigint, not_yet_assigned_limit decimal(9,6), scope_note varchar,
    need_weight_low_income decimal(9,4), chart_has_site boolean, has_control_totals boolean`,
  'staging.source_settings': 'source_id varchar, extract varchar, already_public boolean',
  'staging.source_tolerances': 'source_id varchar, quarantined_rows_limit bigint',
  'staging.fiscal_years': 'fiscal_year integer',
  'staging.extracts': `extract varchar, extract_title varchar, tier varchar, tier_name varchar, position integer,
    sent boolean, sent_instead varchar[]`,
  'staging.extract_answers': 'extract varchar, relation varchar, answers varchar',
  'staging.late_sources':
    'source_id varchar, extract varchar, extract_title varchar, latest_year integer',
  'staging.quality_rules': `position integer, rule_id varchar, rule_title varchar, when_it_matters varchar,
    how_to_resolve varchar, things varchar, extracts varchar, enforced_by varchar, threshold_text varchar,
    absent_extract varchar, example_is_public boolean`,
  'staging.quality_overrides': 'rule_id varchar, fiscal_year integer, override_reason varchar',
  'staging.quarantined_rows': `extract varchar, source_id varchar, source_file_key varchar, record_no bigint,
    record_part smallint, line bigint, column_name varchar, rule_id varchar, reason varchar, original varchar,
    sender_columns varchar[], cells varchar[]`,
  'staging.corrected_rows': `extract varchar, source_id varchar, source_file_key varchar, record_no bigint,
    record_part smallint, column_name varchar, correction_id varchar`,
  'staging.read_totals': `extract varchar, source_id varchar, source_file_key varchar, outcome varchar, rule_id varchar,
    amount_type varchar, fiscal_year integer, fund_code varchar, records bigint, rows bigint, amount decimal(18,2), row_limit integer`,
  'staging.stored_totals': `source_id varchar, source_file_key varchar, record_no bigint, rule_id varchar,
    group_label varchar, amount decimal(18,2), items_amount decimal(18,2)`,
  'staging.accepted_checks': `check_name varchar, checked_year varchar, check_title varchar, found_rows bigint,
    found_hash varchar, acceptance_reason varchar`,
  'staging.earlier_edition': `fiscal_year integer, edition_words varchar, last_period integer, in_progress boolean,
    has_periods boolean, not_compared_because varchar`,
  'staging.earlier_periods': `fiscal_year integer, fiscal_period integer, status varchar, fund_code varchar,
    comparable_function_code varchar, lines bigint, amount decimal(18,2)`,
  'staging.earlier_files': 'fiscal_year integer, file_kind varchar, rows bigint',
  'core.coded_lines': `fiscal_year integer, source_id varchar, source_file_key varchar, record_no bigint,
    record_part smallint, part integer, amount_type varchar, fund_code varchar, function_code varchar,
    object_code varchar, program_code varchar, project_code varchar, job_code varchar, site_id varchar,
    site_type varchar, description varchar, vendor_name varchar, fiscal_period integer, status varchar,
    exclusion_id varchar, "function" varchar, object varchar, object_group varchar, purpose_id varchar,
    priority_id varchar, control varchar, level varchar, attribution varchar, comparable_function varchar,
    comparable_level varchar, how_sure varchar, is_default boolean, scope_rule_id varchar, function_rule_id varchar,
    object_rule_id varchar, purpose_rule_id varchar, priority_rule_id varchar, control_rule_id varchar,
    level_rule_id varchar, attribution_rule_id varchar, reason varchar, attribution_reason varchar,
    driver_key varchar, pool_key varchar, amount decimal(18,2)`,
};

/** A column of a model as the engine describes it. */
export interface DescribedColumn {
  readonly name: string;
  readonly type: string;
}

/**
 * Makes every model over relations without rows, in the order in which they read each other, and returns the columns
 * of each. Fails on SQL that does not bind.
 */
export async function describeModels(): Promise<ReadonlyMap<Model, readonly DescribedColumn[]>> {
  const engine = await Engine.open({ threads: 1, macros: MACROS });
  try {
    for (const schema of ['staging', 'core', 'marts', 'release', 'checks']) {
      await engine.run(`create schema ${schema}`);
    }
    const contracts = [...EXTRACTS.values(), ...REFERENCE_TABLES.map(({ contract }) => contract)];
    for (const contract of contracts) {
      await engine.run(`create table staging.${contract.name} as ${emptyRelationSql(contract)}`);
    }
    await engine.run(`create table staging.quality_thresholds as ${thresholdsSql({})} limit 0`);
    const made = new Set(contracts.map(({ name }) => `staging.${name}`));
    made.add('staging.quality_thresholds');
    for (const [relation, columns] of Object.entries(besideExtracts)) {
      await engine.run(`create table ${relation} (${columns})`);
      made.add(relation);
    }
    const described = new Map<Model, readonly DescribedColumn[]>();
    let waiting = readCatalog();
    while (waiting.length > 0) {
      const next: Model[] = [];
      for (const model of waiting) {
        const reads = await readReferences(engine, model.sql, model.relation);
        if (!reads.every((relation) => made.has(relation))) {
          next.push(model);
          continue;
        }
        await engine.run(`create table ${model.relation} as ${model.sql}`);
        const columns = await engine.rows(`describe ${model.relation}`);
        described.set(
          model,
          columns.map((column) => ({
            name: cellText(column, 'column_name'),
            type: cellText(column, 'column_type'),
          })),
        );
        made.add(model.relation);
      }
      if (next.length === waiting.length) {
        throw new Error(`Nothing makes what these read: ${next.map((m) => m.relation).join(', ')}`);
      }
      waiting = next;
    }
    return described;
  } finally {
    engine.close();
  }
}
