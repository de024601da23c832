import { accountKey, classedLinesSql } from './accounts-sql.ts';
import { splitByWeightsSql } from '../attribution/largest-remainder.ts';
import type { CodingPlan } from './coding-plan.ts';
import { WHOLE_SHARE, type RuleTable } from './rule.ts';
import { mostParts } from './rule-relations.ts';

/** The primary key of `core.coded_lines`: the line's place in its file, and the part when a rule splits it. */
export const CODED_LINES_KEY = [
  'fiscal_year',
  'source_id',
  'source_file_key',
  'record_no',
  'record_part',
  'part',
] as const;

/** The select that makes `core.coded_lines`: each line with the codes of its account, once per part of a split. */
export function codedLinesSql(plan: CodingPlan): string {
  const keys = accountKey(plan).map(
    (column) => `codings.${column} is not distinct from lines.${column}`,
  );
  return `with lines as (
    ${classedLinesSql(plan)}
)
select
    lines.fiscal_year,
    lines.source_id,
    lines.source_file_key,
    lines.record_no,
    lines.record_part,
    codings.part,
    lines.amount_type,
    lines.fund_code,
    lines.function_code,
    lines.object_code,
    lines.program_code,
    lines.project_code,
    lines.job_code,
    lines.site_id,
    codings.site_type,
    lines.description,
    lines.vendor_name,
    lines.fiscal_period,
    codings.status,
    codings.exclusion_id,
    codings.function,
    codings.object,
    codings.object_group,
    codings.purpose_id,
    codings.priority_id,
    codings.control,
    codings.level,
    codings.attribution,
    codings.comparable_function,
    codings.comparable_level,
    codings.how_sure,
    codings.is_default,
    codings.scope_rule_id,
    codings.function_rule_id,
    codings.object_rule_id,
    codings.purpose_rule_id,
    codings.priority_rule_id,
    codings.control_rule_id,
    codings.level_rule_id,
    codings.attribution_rule_id,
    codings.reason,
    codings.attribution_reason,
    codings.driver_key,
    codings.pool_key,
    ${amountSql(plan)} as amount,
from lines
inner join coding.codings
    on ${keys.join('\n    and ')}`;
}

/** A part's dollars: the line's own, or its share of them to the cent. */
function amountSql({ tables }: CodingPlan): string {
  const purposes = tables.find((table: RuleTable) => table.dimension === 'purpose');
  const parts = purposes === undefined ? 1 : mostParts(purposes);
  if (parts === 1) return 'lines.amount';
  const cents = splitByWeightsSql({
    cents: '(lines.amount * 100)::bigint',
    weight: 'codings.share',
    part: 'codings.part',
    weights: Array.from({ length: parts }, (_, i) => `codings.share_${i + 1}`),
    total: WHOLE_SHARE,
  });
  return `case when codings.share is null then lines.amount else cents_to_dollars(${cents}) end`;
}
