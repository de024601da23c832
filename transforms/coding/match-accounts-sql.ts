import { keyColumn } from './accounts-sql.ts';
import { codedColumns } from './coded-columns.ts';
import type { CodingPlan } from './coding-plan.ts';
import { COMPARABLE_DIMENSIONS, hasComparable, isRestated, restatedSql } from './comparable-sql.ts';
import type { Dimension } from './dimensions.ts';
import {
  allowedMasks,
  isLineColumn,
  isTestedBy,
  joinMasks,
  lowestBit,
  type Joined,
} from './mask-sql.ts';
import { maskName } from './masks.ts';
import { rivalMasks } from './rule-relations.ts';
import type { RuleTable } from './rule.ts';

/**
 * One statement that codes every account: masks of its own columns are joined and combined, then each dimension takes
 * its lowest bit and may use the codes before it. `last` is what follows the CTE `coded`.
 */
export function matchAccountsSql(plan: CodingPlan, last: string): string {
  const ctes = [restatedSql(plan), matchedSql(plan)];
  let before = 'matched';
  for (const table of plan.tables) {
    ctes.push(foundSql(plan, table, before), codedSql(plan, table));
    before = `coded_${table.dimension}`;
  }
  return `with ${ctes.join(',\n')},\ncoded as (select * from ${before})${last}`;
}

function matchedSql(plan: CodingPlan): string {
  const own = plan.masks.filter(({ column }) => isLineColumn(column));
  const joined = own.map((masks): Joined => ({ masks, alias: `masks_${masks.column}` }));
  const restated = own.map((masks): Joined => {
    const changes = isRestated(plan, masks.column);
    const matters = COMPARABLE_DIMENSIONS.some((dimension) => isTestedBy(masks, dimension));
    return { masks, alias: `${changes && matters ? 'restated_' : ''}masks_${masks.column}` };
  });
  const columns = plan.tables.flatMap((table) =>
    allowedMasks(table, joined).map((sql, mask) => `${sql} as ${maskName({ ...table, mask })},`),
  );
  const comparable = plan.tables
    .filter(({ dimension }) => hasComparable(plan, dimension))
    .flatMap((table) =>
      allowedMasks(table, restated).map(
        (sql, mask) => `${sql} as comparable_${maskName({ ...table, mask })},`,
      ),
    );
  const joins = [
    ...joined.map((join) => joinMasks(join, `restated.${keyColumn(join.masks.column)}`)),
    ...restated
      .filter(({ alias }) => alias.startsWith('restated_'))
      .map((join) => joinMasks(join, `restated.comparable_${join.masks.column}`)),
  ];
  return `matched as (
    select
        restated.*,
        ${[...columns, ...comparable].join('\n        ')}
    from restated
    ${joins.join('\n    ')}
)`;
}

/** Adds the masks of codes that earlier dimensions gave, and takes the strongest rule that is left. */
function foundSql(plan: CodingPlan, table: RuleTable, before: string): string {
  const { dimension } = table;
  const prefixes = hasComparable(plan, dimension) ? ['', 'comparable_'] : [''];
  const joins: string[] = [];
  const columns = prefixes.flatMap((prefix) => {
    const joined = plan.masks
      .filter((masks) => !isLineColumn(masks.column) && isTestedBy(masks, dimension))
      .map((masks): Joined => ({ masks, alias: `${prefix}by_${masks.column}` }));
    for (const join of joined) {
      const { column } = join.masks;
      const second = prefix !== '' && COMPARABLE_DIMENSIONS.some((other) => other === column);
      joins.push(joinMasks(join, `before.${second ? prefix : ''}${column}`));
    }
    const masks = allowedMasks(table, joined).map((sql, mask) => ({
      mask,
      sql: `before.${prefix}${maskName({ dimension, mask })} & ${sql}`,
      name: `${prefix}${dimension}_allowed_${mask}`,
    }));
    const index = lowestBit(masks.map(({ mask, name }) => ({ mask, sql: name })));
    return [
      ...masks.map(({ sql, name }) => `${sql} as ${name},`),
      `case when ${mayBeCoded(dimension)} then ${index} end as ${prefix}${dimension}_index,`,
    ];
  });
  return `found_${dimension} as (
    select
        before.*,
        ${columns.join('\n        ')}
    from ${before} as before
    ${joins.join('\n    ')}
)`;
}

/** Joins the rule that was found, and the rival of the same rank when there is one. */
function codedSql(plan: CodingPlan, table: RuleTable): string {
  const { dimension } = table;
  const rival = lowestBit(
    rivalMasks(table).map((mask) => ({
      mask,
      sql: `found.${dimension}_allowed_${mask} & rule.rivals_${mask}`,
    })),
  );
  const comparable = hasComparable(plan, dimension);
  const { columns, joins } = codedColumns(plan, table, comparable);
  const ruled = table.rules.length > 0;
  const rule = ruled
    ? `coding.rules_${dimension}`
    : `(select null::integer as rule_index, null::varchar as rule_id, null::varchar as code, null::varchar as reason, null::varchar as how_sure, null::boolean as is_default)`;
  return `coded_${dimension} as (
    select
        found.*,
        ${rival} as ${dimension}_rival,
        ${columns.join(',\n        ')},
    from found_${dimension} as found
    left join ${rule} as rule on rule.rule_index = found.${dimension}_index
    ${comparable ? `left join ${rule} as comparable_rule on comparable_rule.rule_index = found.comparable_${dimension}_index` : ''}
    ${joins.join('\n    ')}
)`;
}

/** Lines that are no spending by their codes get no purpose, and a line with an unknown code is not guessed at. */
function mayBeCoded(dimension: Dimension): string {
  if (dimension === 'scope' || dimension === 'function' || dimension === 'object') return 'true';
  if (dimension === 'purpose') return 'before.is_spending and before.unknown_segment is null';
  return 'before.is_spending';
}
