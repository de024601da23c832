import { describe, expect, test } from 'vitest';
import { defineGraph } from '../../pipelines/graph/graph.ts';
import { planGraph } from '../../pipelines/graph/plan.ts';
import { asset, graphOf } from '../support/plans.ts';

const years = { partitionedBy: 'fiscal_year' } as const;
const fiscalYears = [2023, 2024].map((year) => ({ label: String(year), year }));
const file = (label: string, year: number | null) => ({ label, year });

/** A ledger of two yearly files, rosters in one file for all years, and models over both. */
const graph = defineGraph([
  asset('staging.ledger', [], {
    partitionedBy: 'file',
    partitions: [file('gl/aa', 2023), file('gl/bb', 2024)],
    yearColumns: { 'staging.ledger': 'fiscal_year' },
  }),
  asset('staging.roster', [], {
    partitionedBy: 'file',
    partitions: [file('staff/cc', null)],
    yearColumns: { 'staging.roster': 'fiscal_year' },
  }),
  asset('staging.events', [], { partitionedBy: 'file', partitions: [] }),
  asset('core.lines', ['staging.ledger', 'staging.roster', 'staging.events'], {
    ...years,
    partitions: fiscalYears,
  }),
  asset('marts.change', ['core.lines', 'marts.names'], {
    ...years,
    partitions: fiscalYears,
    lookback: 1,
  }),
  asset('marts.names', ['core.lines']),
]);
const plan = planGraph(graph);
const step = (id: string) => plan.steps.find((candidate) => candidate.id === id);

describe('a plan', () => {
  test('has a step for each partition, each after what it needs', () => {
    const ids = plan.steps.map(({ id }) => id);
    expect(ids).toHaveLength(8);
    for (const { id, after } of plan.steps) {
      for (const need of after) expect(ids.indexOf(need)).toBeLessThan(ids.indexOf(id));
    }
  });

  test('a year reads its own file, the rows of its year in a file of many, and nothing where none was sent', () => {
    expect(step('core.lines@2024')?.inputs).toEqual([
      { relation: 'staging.ledger', steps: ['staging.ledger@gl/bb'], where: 'fiscal_year = 2024' },
      {
        relation: 'staging.roster',
        steps: ['staging.roster@staff/cc'],
        where: 'fiscal_year = 2024',
      },
      { relation: 'staging.events', steps: [] },
    ]);
  });

  test('lookback adds the year before, where it is planned', () => {
    expect(step('marts.change@2024')?.inputs[0]?.steps).toEqual([
      'core.lines@2023',
      'core.lines@2024',
    ]);
    expect(step('marts.change@2023')?.inputs[0]?.steps).toEqual(['core.lines@2023']);
  });

  test('what has no partition reads every year, and is read whole', () => {
    expect(step('marts.names@all')?.inputs[0]?.steps).toHaveLength(2);
    expect(step('marts.change@2024')?.inputs[1]).toEqual({
      relation: 'marts.names',
      steps: ['marts.names@all'],
    });
  });

  test('does not depend on the order in which assets are given', () => {
    expect(planGraph(defineGraph([...graph.order].reverse()))).toEqual(plan);
  });

  test('survives being sent as JSON', () => {
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });
});

describe('a graph', () => {
  test('names a cycle in full', () => {
    expect(() => graphOf({ a: ['c'], b: ['a'], c: ['b'] })).toThrow('a -> c -> b -> a');
  });

  test('knows every relation that is read', () => {
    expect(() => graphOf({ a: ['core.nowhere'] })).toThrow('No asset makes core.nowhere.');
  });

  test('has each name once', () => {
    expect(() => defineGraph([asset('a'), asset('a')])).toThrow('Two assets are named a.');
  });
});
