import { segmentColumn } from '../contract/segments.ts';
import type { CodingPlan } from './coding-plan.ts';
import type { Dimension } from './dimensions.ts';

/** Dimensions of which the comparable series has a second code. */
export const COMPARABLE_DIMENSIONS: readonly Dimension[] = ['function', 'level'];

/** Whether a dimension is coded twice in this year: as the lines are, and as they would have been before. */
export function hasComparable(plan: CodingPlan, dimension: Dimension): boolean {
  return plan.putBack.size > 0 && COMPARABLE_DIMENSIONS.includes(dimension);
}

/** Whether codes of a column are put back in this year. */
export function isRestated(plan: CodingPlan, column: string): boolean {
  if (column === 'site_type') return plan.putBack.has('site');
  return [...plan.putBack.keys()].some((segment) => segmentColumn(segment) === column);
}

/** The accounts with the kind of their site, and with the codes that were theirs before. */
export function restatedSql(plan: CodingPlan): string {
  const segments = [...plan.putBack.keys()];
  const joins = segments.map(
    (segment) =>
      `left join coding.restated_${segment} on restated_${segment}.to_code = accounts.${segmentColumn(segment)}`,
  );
  const columns = segments.map(
    (segment) =>
      `coalesce(restated_${segment}.from_code, accounts.${segmentColumn(segment)}) as comparable_${segmentColumn(segment)},`,
  );
  if (segments.includes('site')) {
    columns.push('comparable_sites.site_type as comparable_site_type,');
    joins.push(
      'left join core.sites as comparable_sites on comparable_sites.fiscal_year = accounts.fiscal_year ' +
        'and comparable_sites.site_id = coalesce(restated_site.from_code, accounts.site_id)',
    );
  }
  return `restated as (
    select
        accounts.*,
        sites.site_type,
        ${columns.join('\n        ')}
    from coding.accounts
    left join core.sites on sites.fiscal_year = accounts.fiscal_year and sites.site_id = accounts.site_id
    ${joins.join('\n    ')}
)`;
}
