import { expect, test } from 'vitest';
import { cellsOf, rowsSql } from '../../support/rows.ts';
import { runModel } from '../../support/run-model.ts';

const EMPTY = {
  'staging.read_totals': rowsSql('source_id outcome rule_id records amount', []),
  'staging.quarantined_rows': rowsSql(
    'source_id column_name rule_id reason source_file_key record_no',
    [],
  ),
  'staging.stored_totals': rowsSql('source_id rule_id amount items_amount', []),
  'staging.late_sources': rowsSql('source_id extract_title latest_year', []),
  'staging.organizations': rowsSql('source_id site_id site_type nces_school_id', []),
};

test('a school without its federal number is counted once, whatever the years; an office needs none', async () => {
  const rows = await runModel('marts.quality_rows', {
    ...EMPTY,
    'staging.organizations': rowsSql('source_id site_id site_type nces_school_id', [
      ['sites', 'A', 'school', null],
      ['sites', 'A', 'school', null],
      ['sites', 'B', 'school', '391234500017'],
      ['sites', 'C', 'central', null],
    ]),
  });
  expect(cellsOf(rows, 'topic', 'source_id', 'rows')).toEqual([['federal numbers', 'sites', '1']]);
});

test('a file that has not come is told with what it means for its figures', async () => {
  const rows = await runModel('marts.quality_rows', {
    ...EMPTY,
    'staging.late_sources': rowsSql('source_id extract_title latest_year', [
      ['payroll', 'Payroll', null],
      ['roster', 'Staff roster', 2024],
    ]),
  });
  expect(cellsOf(rows, 'label', 'note')).toEqual([
    ['Payroll', 'no file of payroll has come: what is made of it is missing'],
    ['Staff roster', 'the newest file of roster is of fiscal year 2024, and so are its figures'],
  ]);
});
