import type { CodingPlan } from './coding-plan.ts';
import { CLASSED_COLUMNS, isClassed } from './dimensions.ts';

/** What a line is coded by, besides its classes: lines that agree in it have the same codes. */
const accountColumns = [
  'fiscal_year',
  'amount_type',
  'fund_code',
  'function_code',
  'object_code',
  'program_code',
  'project_code',
  'job_code',
  'site_id',
  'unknown_segment',
  'is_replaced',
] as const;

/** The column by which an account holds a line's column: its class, where values are too many. */
export function keyColumn(column: string): string {
  return CLASSED_COLUMNS.some((classed) => classed === column) ? `${column}_class` : column;
}

/** The columns in which lines of one account agree. */
export function accountKey(plan: CodingPlan): string[] {
  return [...accountColumns, ...testedClasses(plan).map(keyColumn)];
}

/** SQL that makes `coding.accounts`: each combination of what lines are coded by, and how many lines have it. */
export function accountsSql(plan: CodingPlan): string {
  const columns = accountKey(plan).map((column) => `lines.${column}`);
  return `create table coding.accounts as
with lines as (
    ${classedLinesSql(plan)}
)
select
    ${columns.join(',\n    ')},
    count(*)::bigint as lines
from lines
group by
    ${columns.join(',\n    ')}`;
}

/** The ledger's lines with the class of each value that rules test and that is too various for an account. */
export function classedLinesSql(plan: CodingPlan): string {
  const classes = testedClasses(plan);
  const columns = classes.map(
    (column) => `coalesce(classes_${column}.class, 0) as ${keyColumn(column)},`,
  );
  const joins = classes.map(
    (column) =>
      `left join coding.classes_${column} on classes_${column}.value is not distinct from ledger_lines.${column}::varchar`,
  );
  return `select
        ledger_lines.*,
        ${columns.join('\n        ')}
    from core.ledger_lines
    ${joins.join('\n    ')}`;
}

function testedClasses(plan: CodingPlan): string[] {
  return plan.masks.map(({ column }) => column).filter(isClassed);
}
