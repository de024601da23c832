import { expect, test } from 'vitest';
import { cellsOf, rowsSql } from '../../support/rows.ts';
import { runModel } from '../../support/run-model.ts';

test('a result that is hidden at every school, as nobody says of how many students, is told', async () => {
  const rows = await runModel('marts.quality_hidden', {
    'marts.results': rowsSql('school_year site_id measure measure_name students value_hidden', [
      [2019, 'S1', 'absence', 'Students absent', null, true],
      [2019, 'S2', 'absence', 'Students absent', null, true],
      // Hidden for their small numbers alone, which protects them.
      [2019, 'S1', 'math', 'Mathematics', 4, true],
      // Public already, at one of the schools.
      [2019, 'S1', 'reading', 'Reading', null, true],
      [2019, 'S2', 'reading', 'Reading', null, false],
    ]),
  });
  expect(cellsOf(rows, 'topic', 'label', 'rows')).toEqual([
    ['hidden results', 'Students absent, school year 2019', '2'],
  ]);
});
