import { thresholdsSql } from '../../transforms/quality/thresholds-sql.ts';
import { quote } from '../runtime/duckdb.ts';
import { answersSql, extractsSql, lateSourcesSql } from './extract-settings.ts';
import { makeRelations } from './make-relations.ts';
import type { Made, MakeContext, MakeRequest } from './make.ts';
import { qualityOverridesSql, qualityRulesSql } from './quality-settings.ts';

/** Makes what models may know of district.yaml and of what was sent: settings (one row), sources, years, extracts. */
export async function makeSettings(request: MakeRequest): Promise<Made> {
  const { context } = request;
  const relations = [
    { name: 'staging.settings', sql: settingsSql(context), key: ['district_id'] },
    { name: 'staging.source_settings', sql: sourceSettingsSql(context), key: ['source_id'] },
    { name: 'staging.source_tolerances', sql: sourceTolerancesSql(context), key: ['source_id'] },
    { name: 'staging.fiscal_years', sql: fiscalYearsSql(context), key: ['fiscal_year'] },
    { name: 'staging.extracts', sql: extractsSql(context), key: ['extract'] },
    { name: 'staging.extract_answers', sql: answersSql(context), key: ['extract', 'relation'] },
    { name: 'staging.late_sources', sql: lateSourcesSql(context), key: ['source_id'] },
    { name: 'staging.quality_rules', sql: qualityRulesSql(context), key: ['rule_id'] },
    {
      name: 'staging.quality_thresholds',
      sql: thresholdsSql(context.district.quality.thresholds),
      key: [],
    },
    {
      name: 'staging.quality_overrides',
      sql: qualityOverridesSql(context),
      key: ['rule_id', 'fiscal_year'],
    },
  ];
  return makeRelations(request, relations);
}

function settingsSql({ district, sourceFiles }: MakeContext): string {
  const { district: self, map, tolerances } = district;
  const text = (value: string | undefined): string =>
    `${value === undefined ? 'null' : quote(value)}::varchar`;
  const number = (value: number | null, type: string): string =>
    // As text, so that a double of the configuration becomes the decimal that a person wrote.
    `${value === null ? 'null' : quote(value.toFixed(type === 'bigint' ? 0 : 6))}::${type}`;
  return `select
    ${text(self.id)} as district_id,
    ${text(self.name)} as district_name,
    ${text(self.state)} as state,
    ${district.invented} as invented,
    ${text(map.amount_type)} as amount_type,
    ${district.minimum_n}::integer as minimum_n,
    ${number(tolerances.quarantined_rows, 'bigint')} as quarantined_rows_limit,
    ${number(tolerances.not_yet_assigned_share, 'decimal(9,6)')} as not_yet_assigned_limit,
    ${text(map.scope_note)} as scope_note,
    ${number(district.need_weights.low_income, 'decimal(9,4)')} as need_weight_low_income,
    ${map.chart.includes('site')} as chart_has_site,
    ${sourceFiles.some(({ extract }) => extract === 'control_totals')} as has_control_totals`;
}

function sourceSettingsSql({ district }: MakeContext): string {
  const rows = district.sources.map(
    ({ id, extract, already_public: open }) => `(${quote(id)}, ${quote(extract)}, ${open})`,
  );
  return `select * from (values ${rows.join(', ')}) as sources(source_id, extract, already_public)`;
}

/** The sources that have a limit of their own, which may be none. */
function sourceTolerancesSql({ district }: MakeContext): string {
  const rows = district.sources.flatMap(({ id, tolerances }) =>
    tolerances === undefined ? [] : `(${quote(id)}, ${tolerances.quarantined_rows ?? 'null'})`,
  );
  const given = rows.length === 0 ? '(null, null)' : rows.join(', ');
  return `select source_id::varchar as source_id, quarantined_rows_limit::bigint as quarantined_rows_limit
    from (values ${given}) as tolerances(source_id, quarantined_rows_limit) where source_id is not null`;
}

function fiscalYearsSql({ fiscalYears }: MakeContext): string {
  const rows = fiscalYears.map((year) => `(${year}::integer)`);
  return `select * from (values ${rows.join(', ')}) as years(fiscal_year)`;
}
