import { codingSql, type CodingPlan } from './coding-sql.ts';
import { NOT_YET_ASSIGNED } from './dimensions.ts';
import { rivalWords } from './rule-relations.ts';

/** What the engine's message holds when two rules of one rank claim a line. */
export const CONFLICT_MARK = 'two rules of the same rank';

/** The primary key of `core.coded_lines`: the line's place in its file, and the part when a rule splits it. */
export const CODED_LINES_KEY = [
  'fiscal_year',
  'source_id',
  'source_file_key',
  'record_no',
  'record_part',
  'part',
] as const;

/** What makes lines one pool, in the order in which the pool's key is made of them. */
const poolColumns = [
  'fiscal_year',
  'amount_type',
  'status',
  'fund_code',
  'function',
  'comparable_function',
  'object_group',
  'project_code',
  'site_id',
  'site_type',
  'purpose_id',
  'priority_id',
  'control',
  'level',
  'comparable_level',
  'how_sure',
  'is_default',
  'attribution',
  'driver_key',
  'attribution_reason',
];

/** Benefits are pooled by fund alone: nothing else is known of them before they follow their salaries. */
const benefitPoolColumns = ['fiscal_year', 'amount_type', 'fund_code', 'attribution'];

/** The select that makes `core.coded_lines`. It fails with `CONFLICT_MARK` rather than choose between equal rules. */
export function codedLinesSql(plan: CodingPlan): string {
  const ruleId = (dimension: string) => {
    const table = plan.tables.find((candidate) => candidate.dimension === dimension);
    const column = `coded.${dimension}_rule_id`;
    return table && rivalWords(table).length > 0
      ? `case when coded.${dimension}_rival is null then ${column} else error('${CONFLICT_MARK}') end as ${dimension}_rule_id`
      : column;
  };
  const excluded = 'coded.exclusion_id is not null';
  const salary = "coded.attribution = 'salary'";
  const waiting = `coded.purpose = '${NOT_YET_ASSIGNED}'`;
  return codingSql(
    plan,
    `, named as (
    select
        coded.fiscal_year,
        coded.source_id,
        coded.source_file_key,
        coded.record_no,
        coded.record_part,
        coded.part::integer as part,
        coded.amount_type,
        coded.fund_code,
        coded.function_code,
        coded.object_code,
        coded.program_code,
        coded.project_code,
        coded.job_code,
        coded.site_id,
        coded.site_type,
        coded.description,
        coded.vendor_name,
        coded.fiscal_period,
        case when ${excluded} then 'excluded' when ${salary} then 'assigned' when ${waiting} then '${NOT_YET_ASSIGNED}' else 'assigned' end as status,
        coded.exclusion_id,
        coded.function,
        coded.object,
        coded.object_group,
        case when ${excluded} then null when ${salary} then 'follows_salary' else coded.purpose end as purpose_id,
        case when ${salary} then null else coded.priority end as priority_id,
        coded.control,
        coded.level,
        coded.attribution,
        coded.comparable_function,
        coded.comparable_level,
        case
            when ${excluded} then null
            when ${salary} then 'follows salary'
            when ${waiting} then 'not assigned'
            else coded.rule_how_sure
        end as how_sure,
        not (${excluded} or ${salary} or ${waiting}) and coalesce(coded.rule_is_default, false) as is_default,
        ${['scope', 'function', 'object', 'purpose', 'priority', 'control', 'level', 'attribution'].map(ruleId).join(',\n        ')},
        case
            when ${excluded} then coalesce(coded.scope_reason, 'A rule of the district leaves it out')
            when ${salary} then null
            when coded.unknown_segment is not null then 'The chart of accounts does not list its ' || coded.unknown_segment || ' code'
            when ${waiting} then coalesce(coded.purpose_reason, 'No rule names its purpose')
        end as reason,
        case when coded.attribution = 'none' and not (${excluded}) then coded.none_reason end as attribution_reason,
        case coded.attribution
            when 'assignment' then account_key(coded.fund_code, coded.function_code, coded.object_code, coded.program_code, coded.project_code, coded.job_code)
            when 'project_sites' then coalesce(coded.project_code, '')
            when 'students' then students_key()
        end as driver_key,
        coded.part_amount as amount,
    from coded
)
select
    named.* exclude (amount),
    case
        when named.status = 'excluded' then null
        when named.attribution = 'salary' then ${poolKey(benefitPoolColumns)}
        else ${poolKey(poolColumns)}
    end as pool_key,
    named.amount,
from named`,
  );
}

/** Sixteen hex digits of the columns, apart by a character that no code holds. */
function poolKey(columns: readonly string[]): string {
  const cells = columns.map((column) => `coalesce(named.${column}::varchar, '')`);
  return `left(sha256(concat_ws(chr(31), ${cells.join(', ')})), 16)`;
}
