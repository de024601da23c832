import { describe, expect, test } from 'vitest';
import { buildGraph } from '../../pipelines/assets.ts';
import { readAllReferences } from '../../pipelines/runtime/sql-references.ts';
import { hasPersons } from '../../transforms/contract/contract.ts';
import { EXTRACTS } from '../../transforms/extracts/index.ts';
import { readCatalog, readRuleSelects, type Model } from '../../sql/catalog.ts';
import { splitModelText } from '../../sql/model-header.ts';

const models = readCatalog();
const references = await readAllReferences(
  models.map((model) => ({ ...model, file: `sql/${model.schema}/${model.name}.sql` })),
);

/** The SQL without comments and texts, so that only what is executed is looked at. */
const bare = ({ sql }: Model): string =>
  sql.replaceAll(/--[^\n]*/g, '').replaceAll(/'(?:[^']|'')*'/g, "''");

/** Names of the models of which something holds that must not. */
const modelsWhere = (holds: (sql: string, model: Model) => boolean): string[] =>
  models.filter((model) => holds(bare(model), model)).map(({ relation }) => relation);

/** Columns of dollars (`amount`, `*_amount`, `*_gap`) in whose expression there is a `/`. */
function dividedDollars(sql: string): string[] {
  return [...sql.matchAll(/\bas ((?:\w+_)?(?:amount|gap))\b/g)].flatMap(
    ({ index, 1: name = '' }) =>
      /(?<!\/)\/(?!\/)/.test(expressionBefore(sql, index)) ? [name] : [],
  );
}

/** What stands between the comma, `select` or open bracket before a column's name and the name. */
function expressionBefore(sql: string, end: number): string {
  let depth = 0;
  for (let start = end - 1; start >= 0; start -= 1) {
    const sign = sql.charAt(start);
    if (sign === ')') depth += 1;
    if (sign === '(') depth -= 1;
    const begins =
      depth < 0 || (depth === 0 && (sign === ',' || /^select\s/.test(sql.slice(start))));
    if (begins) return sql.slice(start, end);
  }
  return sql.slice(0, end);
}

describe('SQL models', () => {
  test('the catalog, its headers and what every model reads make one graph', () => {
    const graph = buildGraph({
      models,
      references,
      sourceFiles: [],
      fiscalYears: [2024],
      site: true,
    });
    expect(graph.order.length).toBeGreaterThan(models.length);
  });

  test('data walks in one direction', () => {
    const schemas = ['staging', 'core', 'marts', 'release', 'checks'];
    const rank = (relation: string) => schemas.indexOf(relation.split('.')[0] ?? '');
    const backward = [...references].flatMap(([relation, reads]) =>
      reads
        .filter((read) => rank(read) > rank(relation))
        .map((read) => `${relation} reads ${read}`),
    );
    expect(backward).toEqual([]);
  });

  test('the release reads no table with a row per person', () => {
    const persons = [
      ...[...EXTRACTS.values()].filter(hasPersons).map(({ name }) => `staging.${name}`),
      ...models.flatMap((model) =>
        model.schema === 'core' && model.kind === 'table' && model.header.audience === 'restricted'
          ? [model.relation]
          : [],
      ),
    ];
    const release = [...references].filter(([relation]) => relation.startsWith('release.'));
    expect(persons.length).toBeGreaterThan(3);
    expect(release.flatMap(([, reads]) => reads.filter((r) => persons.includes(r)))).toEqual([]);
  });

  test('what is public is released, and what is released is public', () => {
    const named = (holds: (model: Model) => boolean) =>
      models.filter((model) => model.kind === 'table' && holds(model)).map((m) => m.relation);
    expect(named((model) => model.kind === 'table' && model.header.audience === 'public')).toEqual(
      named(({ schema }) => schema === 'release'),
    );
  });

  test('sites and codes of a fiscal year are joined by their year too', () => {
    const yearly =
      /\bjoin (sites|account_codes)(?: as (\w+))?\s+on ((?:(?!\b(?:left|inner|cross|full|anti|where|group|union)\b)[^])*)/g;
    const unseen = modelsWhere((sql) =>
      [...sql.matchAll(yearly)].some(
        ([, table = '', alias = table, condition = '']) =>
          !new RegExp(`\\b${alias}\\.fiscal_year\\b`).test(condition),
      ),
    );
    // The one that looks for the closest year of a site.
    expect(unseen).toEqual(['marts.site_years']);
  });

  test('no aggregate whose result depends on the order of rows', () => {
    const ordered =
      /\b(any_value|first|last|mode|list|array_agg|string_agg|arg_min|arg_max|group_concat)\s*\(((?:[^()]|\([^()]*\))*)\)/g;
    expect(
      modelsWhere((sql) =>
        [...sql.matchAll(ordered)].some(([, , inside = '']) => !/\border by\b/.test(inside)),
      ),
    ).toEqual([]);
  });

  test('no clock, no chance, no environment, no file', () => {
    const impure =
      /\b(random|uuid|gen_random_uuid|now|today|get_current_time\w*|current_\w+|getenv|read_\w+|glob|nextval)\s*\(|\bcurrent_(date|time|timestamp)\b/;
    expect(modelsWhere((sql) => impure.test(sql))).toEqual([]);
  });

  test('no money or ratio in binary floating point', () => {
    expect(
      modelsWhere((sql) => /::\s*(double|float|real)\b|\bas (double|float|real)\)/.test(sql)),
    ).toEqual([]);
  });

  test('no dollars out of a division, which makes a double of them; ratios alone are divided', () => {
    expect(
      dividedDollars('select a.total // 2 as half_amount, round(a / b, 6) as a_share'),
    ).toEqual([]);
    expect(dividedDollars('select f(x, a.amount / b) * c as x_amount, d')).toEqual(['x_amount']);
    expect(dividedDollars('select round(a * b / c, 2) - d as school_gap')).toEqual(['school_gap']);
    expect(models.flatMap((model) => dividedDollars(bare(model)))).toEqual([]);
  });

  test('no order of rows at the end: the materializer sorts', () => {
    const outside = (sql: string): string => {
      let text = sql;
      for (let before = ''; before !== text;) {
        before = text;
        text = text.replaceAll(/\([^()]*\)/g, '');
      }
      return text;
    };
    expect(modelsWhere((sql) => /\border by\b/.test(outside(sql)))).toEqual([]);
  });

  test('the last select lists its columns', () => {
    expect(modelsWhere((sql) => /\nselect \*\s+from [\w.]+\s*;?\s*$/.test(`\n${sql}`))).toEqual([]);
  });

  test('lower case, and no longer than can be read at once', () => {
    expect(modelsWhere((sql) => /\b(SELECT|FROM|WHERE|GROUP|JOIN|CASE|WITH)\b/.test(sql))).toEqual(
      [],
    );
    // Made of the selects of all rules, and of all extracts.
    const composed = ['quality_findings', 'ledger_lines_once', 'list_records_once'];
    const read = [...models.filter(({ name }) => !composed.includes(name)), ...readRuleSelects()];
    expect(read.filter(({ sql }) => sql.split('\n').length > 140)).toEqual([]);
  });

  test('a header that is no YAML is refused by the name of its file', () => {
    expect(() => splitModelText('/*\nrow: one: two\n*/\nselect 1', 'sql/core/x.sql')).toThrow(
      expect.objectContaining({
        code: 'model_header_invalid',
        where: { file: 'sql/core/x.sql', line: 1 },
      }),
    );
  });
});
