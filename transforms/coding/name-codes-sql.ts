import { accountKey } from './accounts-sql.ts';
import type { CodingPlan } from './coding-plan.ts';
import { DIMENSIONS, NOT_YET_ASSIGNED } from './dimensions.ts';
import { matchAccountsSql } from './match-accounts-sql.ts';
import { mostParts, rivalMasks } from './rule-relations.ts';

/** What makes lines one pool, in the order in which the pool's key is made of them; the rest follows from these. */
const poolColumns = [
  'fiscal_year',
  'amount_type',
  'fund_code',
  'function',
  'comparable_function',
  'object_group',
  'project_code',
  'site_id',
  'purpose_id',
  'priority_id',
  'control',
  'level',
  'comparable_level',
  'how_sure',
  'attribution',
  'driver_key',
  'attribution_reason',
];

/** Benefits are pooled by fund alone: nothing else is known of them before they follow their salaries. */
const benefitPoolColumns = ['fiscal_year', 'amount_type', 'fund_code', 'attribution'];

const excluded = 'coded.exclusion_id is not null';
const noSpending = 'not coded.is_spending';
const salary = "coded.attribution = 'salary'";
const waiting = `coded.purpose = '${NOT_YET_ASSIGNED}'`;

/** SQL that makes `coding.codings`: each account with all its codes, once per part of a split. */
export function nameCodesSql(plan: CodingPlan): string {
  const account = accountKey(plan).map((column) => `coded.${column},`);
  const last = `,
named as (
    select
        ${account.join('\n        ')}
        coded.lines,
        coded.site_type,
        coded.part::integer as part,
        ${shareColumns(plan).join('\n        ')}
        case
            when ${excluded} then 'excluded'
            when ${waiting} and not ${salary} then '${NOT_YET_ASSIGNED}'
            else 'assigned'
        end as status,
        coded.exclusion_id,
        coded.is_spending,
        coded.function,
        coded.object,
        coded.object_group,
        case when ${noSpending} then null when ${salary} then 'follows_salary' else coded.purpose end as purpose_id,
        case when ${salary} then null else coded.priority end as priority_id,
        coded.control,
        coded.level,
        coded.attribution,
        coded.comparable_function,
        coded.comparable_level,
        case
            when ${noSpending} then null
            when ${salary} then 'follows salary'
            when ${waiting} then 'not assigned'
            else coded.rule_how_sure
        end as how_sure,
        not (${noSpending} or ${salary} or ${waiting}) and coalesce(coded.rule_is_default, false) as is_default,
        ${DIMENSIONS.map((dimension) => `coded.${dimension}_rule_id,`).join('\n        ')}
        case
            when ${excluded} then coalesce(coded.scope_reason, 'A rule of the district leaves it out')
            when ${salary} then null
            when coded.unknown_segment is not null then 'The chart of accounts does not list its ' || coded.unknown_segment || ' code'
            when ${waiting} then coalesce(coded.purpose_reason, 'No rule names its purpose')
        end as reason,
        case when coded.attribution = 'none' and not (${excluded}) then coded.none_reason end as attribution_reason,
        case coded.attribution
            when 'assignment' then account_key(
                coded.fund_code, coded.function_code, coded.object_code,
                coded.program_code, coded.project_code, coded.job_code
            )
            when 'project_sites' then coalesce(coded.project_code, '')
            when 'students' then students_key()
        end as driver_key,
        ${rivalColumns(plan).join('\n        ')}
    from coded
)
select
    named.*,
    case
        when not named.is_spending then null
        when named.attribution = 'salary' then ${poolKey(benefitPoolColumns)}
        else ${poolKey(poolColumns)}
    end as pool_key,
from named`;
  return `create table coding.codings as\n${matchAccountsSql(plan, last)}`;
}

function rivalColumns(plan: CodingPlan): string[] {
  return plan.tables
    .filter((table) => rivalMasks(table).length > 0)
    .flatMap(({ dimension }) => [`coded.${dimension}_index,`, `coded.${dimension}_rival,`]);
}

function shareColumns({ tables }: CodingPlan): string[] {
  const parts = Math.max(...tables.map(mostParts));
  if (parts === 1) return [];
  const shares = Array.from({ length: parts }, (_, i) => `coded.share_${i + 1},`);
  return ['coded.share,', ...shares];
}

/** Sixteen hex digits of the columns, apart by a character that no code holds. */
function poolKey(columns: readonly string[]): string {
  const cells = columns.map((column) => `coalesce(named.${column}::varchar, '')`);
  return `left(sha256(concat_ws(chr(31), ${cells.join(', ')})), 16)`;
}
