import { expect, test } from 'vitest';
import { cellsOf, rowsSql } from '../../support/rows.ts';
import { runModel } from '../../support/run-model.ts';

test('a published figure that has lost 100,000 does not agree; one that was rounded does', async () => {
  const rows = await runModel('marts.published_per_student', {
    'staging.published_per_student': rowsSql(
      'fiscal_year site_id fund_code amount source_id source_file_key record_no record_part',
      [
        [2019, 'A', null, 64166.88, 's', 'k', 2, 1],
        [2019, 'A', 'local', 34506.82, 's', 'k', 2, 2],
        [2019, 'B', null, 5000, 's', 'k', 3, 1],
      ],
    ),
    // 1,149,158 dollars and 7 students are 164,165.43 for each.
    'core.coded_lines': rowsSql('fiscal_year site_id fund_code status amount', [
      [2019, 'A', 'state', 'assigned', 907614],
      [2019, 'A', 'local', 'assigned', 241544],
      [2019, 'A', 'local', 'excluded', 5],
    ]),
    'core.students': rowsSql('school_year site_id students', [[2019, 'A', 7]]),
    'core.sites': rowsSql('fiscal_year site_id site_name', [[2019, 'A', 'Alder']]),
  });
  expect(
    cellsOf(
      rows,
      'site_name',
      'fund_code',
      'published_per_student',
      'ledger_per_student',
      'agrees',
    ),
  ).toEqual([
    ['Alder', 'all', '64166.88', '164165.43', false],
    ['Alder', 'local', '34506.82', '34506.29', true],
  ]);
});
