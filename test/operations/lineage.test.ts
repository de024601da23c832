import { describe, expect, test } from 'vitest';
import { BOX, layOut } from '../../pipelines/operations/lineage/layout.ts';
import { buildLineage } from '../../pipelines/operations/lineage/lineage.ts';
import { reachOf } from '../../pipelines/operations/lineage/reach.ts';
import { describeRun } from '../../pipelines/operations/run.ts';
import { CODED_LINES } from '../../pipelines/materialize/coding/coded-lines-table.ts';
import type { Model } from '../../sql/catalog.ts';
import type { District } from '../../transforms/config/district.ts';
import { eventsOf } from '../support/run-logs.ts';

const model = (relation: string, kind: 'table' | 'check' = 'table') =>
  ({
    relation,
    kind,
    schema: relation.split('.')[0],
    name: relation.split('.')[1],
    header: {
      description: `About ${relation}.`,
      partition: 'none',
      lookback: 0,
      audience: 'public',
    },
  }) as unknown as Model;

const district = {
  sources: [{ id: 'ledger', extract: 'gl_transactions', file: 'GL_{fiscal_year}.csv' }],
} as unknown as Pick<District, 'sources'>;

// files -> gl_transactions -> lines -> sums -> totals -> package, and a check that reads lines.
// The coding of lines is part of every graph, so what it reads is there too.
const coded = CODED_LINES.reads.filter((relation) => relation.startsWith('core.'));
const models = [
  ...coded.map((relation) => model(relation)),
  model('core.lines'),
  model('marts.sums'),
  model('release.totals'),
  model('checks.rows', 'check'),
];
const references = new Map([
  ['core.lines', ['staging.gl_transactions', 'staging.staff_roster']],
  ['marts.sums', ['core.lines']],
  ['release.totals', ['marts.sums']],
  ['checks.rows', ['core.lines']],
]);
const run = describeRun(
  eventsOf('2026-09-01T12', [
    { second: 1, asset: 'staging.gl_transactions', partition: 'ledger/f1', state: 'made' },
    { second: 2, asset: 'core.lines', partition: '2024', state: 'reused' },
    { second: 3, asset: 'core.lines', partition: '2025', state: 'made' },
    { second: 4, asset: 'checks.rows', partition: 'all', state: 'blocked', error: 'Rows.' },
  ]),
  { now: new Date(), host: 'here', stillRuns: () => false },
);
const lineage = buildLineage({ district, models, references, run });
const ids = lineage.nodes.map(({ id }) => id);

describe('where figures come from', () => {
  test('begins with the files that the district sends, and shows no extract that it does not', () => {
    expect(ids).toContain('file ledger');
    expect(lineage.edges).toContainEqual(['file ledger', 'staging.gl_transactions']);
    expect(ids).not.toContain('staging.staff_roster');
    expect(lineage.edges.flat().filter((id) => !ids.includes(id))).toEqual([]);
  });

  test('shows all checks as one box, between what they read and what waits for them', () => {
    expect(lineage.nodes.find(({ id }) => id === 'checks')?.label).toBe('1 check');
    expect(lineage.edges).toContainEqual(['core.lines', 'checks']);
    expect(lineage.edges).toContainEqual(['checks', 'package']);
  });

  test('a table has the gravest state of its years, and none where it was not run', () => {
    const states = Object.fromEntries(lineage.nodes.map(({ id, state }) => [id, state]));
    expect(states).toMatchObject({
      'file ledger': 'made',
      'core.lines': 'made',
      'marts.sums': null,
      checks: 'blocked',
    });
  });

  test('a table needs all that leads to it, and is needed by all that it leads to', () => {
    const reach = reachOf(lineage).get('core.lines');
    expect([...(reach?.needs ?? [])].sort()).toEqual(['file ledger', 'staging.gl_transactions']);
    const neededBy = ['marts.sums', 'release.totals', 'checks', 'package', 'publish'];
    expect([...(reach?.neededBy ?? [])]).toEqual(expect.arrayContaining(neededBy));
  });
});

describe('the picture', () => {
  const { placed, width, height } = layOut(lineage);
  const at = (id: string) => placed.get(id) ?? { x: -1, y: -1 };

  test('goes from left to right, from the files to what readers get', () => {
    const path = ['file ledger', 'staging.gl_transactions', 'core.lines', 'marts.sums'];
    const columns = [...path, 'release.totals', 'package'].map((id) => at(id).x);
    expect(columns).toEqual([...columns].sort((a, b) => a - b));
    expect(new Set(columns).size).toBe(6);
  });

  test('places every box once, inside, and none on another', () => {
    expect(placed.size).toBe(lineage.nodes.length);
    const boxes = [...placed.values()];
    for (const { x, y } of boxes) {
      expect(x >= 0 && y >= 0 && x + BOX.width <= width && y + BOX.height <= height).toBe(true);
    }
    const touching = boxes.filter((a, i) =>
      boxes.slice(i + 1).some((b) => a.x === b.x && Math.abs(a.y - b.y) < BOX.height),
    );
    expect(touching).toEqual([]);
  });
});
