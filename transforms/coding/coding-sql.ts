import type { Dimension } from './dimensions.ts';
import { keyColumn } from './accounts-sql.ts';
import { codedColumns } from './coded-columns.ts';
import {
  allowedWords,
  isLineColumn,
  isTestedBy,
  joinWords,
  lowestBit,
  type Joined,
} from './match-sql.ts';
import { segmentColumn, type PutBack } from './restatements.ts';
import { rivalWords, wordName } from './rule-relations.ts';
import type { RuleTable } from './rule.ts';
import type { ColumnWords } from './words.ts';

/** All that the coding of one fiscal year depends on, besides the lines. */
export interface CodingPlan {
  /** One table per dimension, in the order of dimensions. */
  readonly tables: readonly RuleTable[];
  readonly words: readonly ColumnWords[];
  readonly putBack: PutBack;
  /** The amount type that the map is of; lines of others are excluded. */
  readonly amountType: string;
  readonly chartHasSite: boolean;
}

/** Dimensions of which the comparable series has a second code. */
const comparableDimensions: readonly Dimension[] = ['function', 'level'];

/**
 * One statement that codes every account: words of its own columns are joined and combined, then each dimension takes
 * its lowest bit and may use the codes before it. `last` is what follows the CTE `coded`.
 */
export function codingSql(plan: CodingPlan, last: string): string {
  const ctes = [restatedSql(plan), matchedSql(plan)];
  let before = 'matched';
  for (const table of plan.tables) {
    ctes.push(foundSql(plan, table, before), codedSql(plan, table));
    before = `coded_${table.dimension}`;
  }
  return `with ${ctes.join(',\n')},\ncoded as (select * from ${before})${last}`;
}

/** The accounts with the kind of their site, and with the codes that were theirs before. */
function restatedSql(plan: CodingPlan): string {
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

function matchedSql(plan: CodingPlan): string {
  const own = plan.words.filter(({ column }) => isLineColumn(column));
  const joined = own.map((words): Joined => ({ words, alias: `words_${words.column}` }));
  const restated = own.map((words): Joined => {
    const changes = isRestated(plan, words.column);
    const matters = comparableDimensions.some((dimension) => isTestedBy(words, dimension));
    return { words, alias: `${changes && matters ? 'restated_' : ''}words_${words.column}` };
  });
  const columns = plan.tables.flatMap((table) =>
    allowedWords(table, joined).map((sql, word) => `${sql} as ${wordName({ ...table, word })},`),
  );
  const comparable = plan.tables
    .filter(({ dimension }) => hasComparable(plan, dimension))
    .flatMap((table) =>
      allowedWords(table, restated).map(
        (sql, word) => `${sql} as comparable_${wordName({ ...table, word })},`,
      ),
    );
  const joins = [
    ...joined.map((join) => joinWords(join, `restated.${keyColumn(join.words.column)}`)),
    ...restated
      .filter(({ alias }) => alias.startsWith('restated_'))
      .map((join) => joinWords(join, `restated.comparable_${join.words.column}`)),
  ];
  return `matched as (
    select
        restated.*,
        ${[...columns, ...comparable].join('\n        ')}
    from restated
    ${joins.join('\n    ')}
)`;
}

/** Adds the words of codes that earlier dimensions gave, and takes the strongest rule that is left. */
function foundSql(plan: CodingPlan, table: RuleTable, before: string): string {
  const { dimension } = table;
  const prefixes = hasComparable(plan, dimension) ? ['', 'comparable_'] : [''];
  const joins: string[] = [];
  const columns = prefixes.flatMap((prefix) => {
    const joined = plan.words
      .filter((words) => !isLineColumn(words.column) && isTestedBy(words, dimension))
      .map((words): Joined => ({ words, alias: `${prefix}by_${words.column}` }));
    for (const join of joined) {
      const { column } = join.words;
      const second = prefix !== '' && comparableDimensions.some((other) => other === column);
      joins.push(joinWords(join, `before.${second ? prefix : ''}${column}`));
    }
    const words = allowedWords(table, joined).map((sql, word) => ({
      word,
      sql: `before.${prefix}${wordName({ dimension, word })} & ${sql}`,
      name: `${prefix}${dimension}_allowed_${word}`,
    }));
    const index = lowestBit(words.map(({ word, name }) => ({ word, sql: name })));
    return [
      ...words.map(({ sql, name }) => `${sql} as ${name},`),
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
    rivalWords(table).map((word) => ({
      word,
      sql: `found.${dimension}_allowed_${word} & rule.rivals_${word}`,
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

/** Lines that are no spending of this map get no purpose, and a line with an unknown code is not guessed at. */
function mayBeCoded(dimension: Dimension): string {
  if (dimension === 'scope' || dimension === 'function' || dimension === 'object') return 'true';
  if (dimension === 'purpose')
    return 'before.exclusion_id is null and before.unknown_segment is null';
  return 'before.exclusion_id is null';
}

function hasComparable(plan: CodingPlan, dimension: Dimension): boolean {
  return plan.putBack.size > 0 && comparableDimensions.includes(dimension);
}

function isRestated(plan: CodingPlan, column: string): boolean {
  if (column === 'site_type') return plan.putBack.has('site');
  return [...plan.putBack.keys()].some((segment) => segmentColumn(segment) === column);
}
