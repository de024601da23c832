import { expect, test } from 'vitest';
import type { EarlierYear } from '../../../pipelines/materialize/earlier-year.ts';
import { cellsOf } from '../../support/rows.ts';
import { runModel } from '../../support/run-model.ts';
import { earlierRelations, edition2024 } from '../../support/year-pairs.ts';

async function told(earlier: EarlierYear | null): Promise<unknown[][]> {
  const rows = await runModel('marts.quality_years', await earlierRelations(earlier));
  return cellsOf(rows, 'topic', 'label', 'note');
}

test('the edition that the first year is compared with is named, or why it is not', async () => {
  const edition = edition2024([]);
  const label = 'Fiscal year 2025 beside 2024';
  expect(await told(null)).toEqual([]);
  expect(await told(edition)).toEqual([
    [
      'year before',
      label,
      'the year before is that of the published edition 3f2a1b9c77de, preliminary',
    ],
  ]);
  const notCompared = 'its resource-map.duckdb is gone';
  expect(await told({ ...edition, label: null, found: { notCompared } })).toEqual([
    [
      'not compared',
      label,
      `nothing was compared with the published edition 3f2a1b9c77de: ${notCompared}`,
    ],
  ]);
});
