import { describe, expect, test } from 'vitest';
import type { Asset } from '../../pipelines/graph/asset.ts';
import { defineGraph } from '../../pipelines/graph/graph.ts';
import { planGraph } from '../../pipelines/graph/plan.ts';
import { selectYears } from '../../pipelines/graph/years.ts';
import { asset } from '../support/plans.ts';

const yearly: Partial<Asset> = {
  partitionedBy: 'fiscal_year',
  partitions: [2022, 2023, 2024].map((year) => ({ label: String(year), year })),
};
const files = (...years: (number | null)[]): Partial<Asset> => ({
  kind: 'staging',
  partitionedBy: 'file',
  partitions: years.map((year) => ({ label: `file of ${year}`, year })),
});

const graph = defineGraph([
  asset('staging.ledger', [], files(2022, 2023, 2024)),
  asset('staging.students', [], files(null)),
  asset('staging.results', [], files(2023, 2024)),
  asset('core.lines', ['staging.ledger'], yearly),
  asset('core.students', ['staging.students']),
  asset('marts.dollars', ['core.lines', 'core.students'], yearly),
  asset('marts.change', ['core.lines'], { ...yearly, lookback: 1 }),
  asset('marts.results', ['staging.results']),
  asset('marts.all_years', ['marts.dollars']),
  asset('checks.lines_once', ['core.lines'], { ...yearly, kind: 'check' }),
  asset('package', ['marts.all_years'], { kind: 'package', after: ['checks.lines_once'] }),
  asset('publish', [], { kind: 'publish', after: ['package'] }),
]);
const plan = planGraph(graph);
const idsOf = (...years: number[]): string[] => selectYears(plan, years).steps.map(({ id }) => id);

describe('the part of a plan that is of a year', () => {
  test('has that year, its files and what no year divides, and nothing that sees all years', () => {
    expect(idsOf(2022).sort()).toEqual([
      'checks.lines_once@2022',
      'core.lines@2022',
      'core.students@all',
      'marts.change@2022',
      'marts.dollars@2022',
      'staging.ledger@file of 2022',
      'staging.students@file of null',
    ]);
  });

  test('has of the year before what it looks back to, and no more; and files that only all years read', () => {
    const only2023 = idsOf(2023);
    expect(only2023).toContain('core.lines@2022');
    expect(only2023).toContain('staging.ledger@file of 2022');
    expect(only2023).not.toContain('marts.dollars@2022');
    expect(only2023).not.toContain('checks.lines_once@2022');
    expect(only2023).toContain('staging.results@file of 2023');
    expect(only2023.filter((id) => id.endsWith('2024'))).toEqual([]);
  });

  test('is made of the very steps of the whole plan, in its order', () => {
    const whole = plan.steps.map(({ id }) => id);
    const some = selectYears(plan, [2024]);
    expect(some.steps.every((step) => plan.steps.includes(step))).toBe(true);
    const places = some.steps.map(({ id }) => whole.indexOf(id));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('of all years lacks what sees all of them at once', () => {
    const left = plan.steps
      .map(({ id }) => id)
      .filter((id) => !idsOf(2022, 2023, 2024).includes(id));
    expect(left.sort()).toEqual([
      'marts.all_years@all',
      'marts.results@all',
      'package@all',
      'publish@all',
    ]);
  });

  test('of a year that is not there is empty', () => {
    expect(idsOf(2019)).toEqual([]);
  });
});
