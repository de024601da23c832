import { NOT_YET_ASSIGNED, type Dimension } from './dimensions.ts';
import type { CodingPlan } from './coding-plan.ts';
import { mostParts, text } from './rule-relations.ts';
import type { RuleTable } from './rule.ts';

/** What a dimension adds to a line: `found` is the line, `rule` the rule that won (or NULL). */
interface CodedColumns {
  readonly columns: readonly string[];
  readonly joins: readonly string[];
}

/** The codes of one dimension, with what stands in where no rule speaks. */
export function codedColumns(
  plan: CodingPlan,
  table: RuleTable,
  comparable: boolean,
): CodedColumns {
  const { dimension } = table;
  switch (dimension) {
    case 'scope':
      return scope(plan);
    case 'function':
      return {
        columns: [
          'rule.rule_id as function_rule_id',
          'coalesce(rule.code, standard_functions.function_code) as function',
          comparable
            ? 'coalesce(comparable_rule.code, comparable_functions.function_code) as comparable_function'
            : 'coalesce(rule.code, standard_functions.function_code) as comparable_function',
        ],
        joins: [
          'left join staging.standard_functions on standard_functions.function_code = found.function_code',
          ...(comparable
            ? [
                `left join staging.standard_functions as comparable_functions on comparable_functions.function_code = found.${plan.putBack.has('function') ? 'comparable_' : ''}function_code`,
              ]
            : []),
        ],
      };
    case 'object':
      return {
        columns: [
          'rule.rule_id as object_rule_id',
          'standard_objects.object_code as object',
          'standard_objects.object_group',
        ],
        joins: [
          'left join staging.standard_objects on standard_objects.object_code = coalesce(rule.code, found.object_code)',
        ],
      };
    case 'purpose':
      return purpose(table);
    case 'priority':
      return simple(dimension, 'rule.code as priority');
    case 'control':
      return simple(dimension, "coalesce(rule.code, 'not_known') as control");
    case 'level':
      return simple(
        dimension,
        `coalesce(rule.code, ${level('site_type')}) as level`,
        comparable
          ? `coalesce(comparable_rule.code, ${level(plan.putBack.has('site') ? 'comparable_site_type' : 'site_type')}) as comparable_level`
          : `coalesce(rule.code, ${level('site_type')}) as comparable_level`,
      );
    case 'attribution':
      return attribution(plan);
  }
}

function simple(dimension: Dimension, ...columns: string[]): CodedColumns {
  return { columns: [`rule.rule_id as ${dimension}_rule_id`, ...columns], joins: [] };
}

/**
 * A budget or a commitment is none of the map's dollars, yet it is spending by its codes: it gets a purpose, so that it
 * can be laid beside what was spent. A balance that a later one of the same year replaces is counted nowhere.
 */
function scope(plan: CodingPlan): CodedColumns {
  const other = `found.amount_type <> ${text(plan.amountType)}`;
  const named = (replaced: string, amountType: string, rule: string): string =>
    `case when found.is_replaced then '${replaced}' when ${other} then '${amountType}' else rule.${rule} end`;
  return {
    columns: [
      `${named('replaced_balance', 'other_amount_type', 'code')} as exclusion_id`,
      `${named('replaced_balance', 'other_amount_type', 'rule_id')} as scope_rule_id`,
      `${named(
        'A later balance of the same year stands in its place',
        'Its amount type is not the one of this map',
        'reason',
      )} as scope_reason`,
      'rule.code is null and not found.is_replaced as is_spending',
    ],
    joins: [],
  };
}

/** A rule that splits gives a line several parts; their dollars are divided where the line is. */
function purpose(table: RuleTable): CodedColumns {
  const parts = mostParts(table);
  const splits = parts > 1;
  return {
    columns: [
      'rule.rule_id as purpose_rule_id',
      'rule.reason as purpose_reason',
      'rule.how_sure as rule_how_sure',
      'rule.is_default as rule_is_default',
      `coalesce(${splits ? 'split.code, ' : ''}rule.code, '${NOT_YET_ASSIGNED}') as purpose`,
      `${splits ? 'coalesce(split.part, 1)' : '1'} as part`,
      ...(splits ? ['split.share'] : []),
      ...(splits ? Array.from({ length: parts }, (_, i) => `split.share_${i + 1}`) : []),
    ],
    joins: splits
      ? ['left join coding.purpose_parts as split on split.rule_index = found.purpose_index']
      : [],
  };
}

/** Benefits whose account is in doubt are not spread: their dollars wait with their line. */
function attribution(plan: CodingPlan): CodedColumns {
  const byRule = `case when rule.code = 'salary' and found.unknown_segment is not null then null else rule.code end`;
  const ruled = `coalesce(${byRule}, case
            when found.site_type in ('school', 'program', 'unlisted') then 'recorded'
            when ${plan.chartHasSite} then 'students'
            else 'none'
        end)`;
  const reason = plan.chartHasSite ? 'no rule spreads it to schools' : 'the ledger has no site';
  return {
    columns: [
      'rule.rule_id as attribution_rule_id',
      // What is not of the map stays where its account says; only its benefits join their salaries.
      `case when found.exclusion_id is null then ${ruled}
            when not found.is_spending then 'none'
            when ${byRule} = 'salary' then 'salary'
            else 'recorded'
        end as attribution`,
      `coalesce(rule.reason, '${reason}') as none_reason`,
    ],
    joins: [],
  };
}

function level(siteType: string): string {
  return `case when found.${siteType} = 'school' then 'school' else 'central' end`;
}
