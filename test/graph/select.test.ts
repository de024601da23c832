import { describe, expect, test } from 'vitest';
import { defineGraph } from '../../pipelines/graph/graph.ts';
import { planGraph } from '../../pipelines/graph/plan.ts';
import { selectKeys, selectPlan } from '../../pipelines/graph/select.ts';
import { asset } from '../support/plans.ts';

const graph = defineGraph([
  asset('core.lines'),
  asset('core.sites'),
  asset('marts.schools', ['core.lines', 'core.sites']),
  asset('marts.spending', ['core.lines']),
  asset('release.schools', ['marts.schools']),
  asset('site', ['release.schools'], { kind: 'site' }),
  asset('publish', ['release.schools'], { kind: 'publish' }),
]);
const select = (text: string) => [...selectKeys(graph, text)].sort();

describe('a selection', () => {
  test('names one asset, or several', () => {
    expect(select('marts.schools')).toEqual(['marts.schools']);
    expect(select('core.sites, marts.schools')).toEqual(['core.sites', 'marts.schools']);
  });

  test('takes what an asset needs, or what needs it; never publishing, nor a site by the way', () => {
    expect(select('+marts.schools')).toEqual(['core.lines', 'core.sites', 'marts.schools']);
    expect(select('marts.schools+')).toEqual(['marts.schools', 'release.schools']);
    expect(select('site')).toEqual(['site']);
    expect(select('publish')).toEqual([]);
  });

  test('takes a star for any text, and a dot for a dot', () => {
    expect(select('marts.*')).toEqual(['marts.schools', 'marts.spending']);
    expect(() => select('martsXschools')).toThrow('No asset is named martsXschools.');
  });

  test('of a site keeps the checks that must hold before it, from the store', () => {
    const gated = defineGraph([
      asset('release.schools'),
      asset('checks.complete', ['release.schools'], { kind: 'check' }),
      asset('site', ['release.schools'], { kind: 'site', after: ['checks.complete'] }),
    ]);
    const plan = selectPlan(planGraph(gated), selectKeys(gated, 'site'));
    expect(plan.steps.map(({ id, reuseOnly }) => [id, reuseOnly ?? false])).toEqual([
      ['release.schools@all', true],
      ['checks.complete@all', true],
      ['site@all', false],
    ]);
    expect(plan.steps.at(-1)?.after).toContain('checks.complete@all');
  });

  test('leaves the rest of the plan to the store', () => {
    const plan = selectPlan(planGraph(graph), selectKeys(graph, 'marts.schools'));
    expect(plan.steps.map(({ asset: key, reuseOnly }) => [key, reuseOnly ?? false])).toEqual([
      ['core.lines', true],
      ['core.sites', true],
      ['marts.schools', false],
    ]);
  });
});
