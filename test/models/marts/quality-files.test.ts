import { expect, test } from 'vitest';
import { cellsOf, rowsSql } from '../../support/rows.ts';
import { runModel } from '../../support/run-model.ts';

const EMPTY = {
  'staging.late_sources': rowsSql('source_id extract_title latest_year', []),
  'marts.corrections':
    'select null::varchar as correction_id, null::varchar as column_name, null::varchar as extract_title, null::varchar as reason, 0::bigint as rows limit 0',
  'staging.organizations': rowsSql('source_id site_id site_type nces_school_id', []),
};

test('a school without its federal number is counted once, whatever the years; an office needs none', async () => {
  const rows = await runModel('marts.quality_files', {
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
  const rows = await runModel('marts.quality_files', {
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

test('a correction is told with the rows that it changed, and one that changed none with what that means', async () => {
  const rows = await runModel('marts.quality_files', {
    ...EMPTY,
    'marts.corrections': rowsSql('correction_id column_name extract_title reason rows', [
      ['C1', 'site_id', 'Payroll', 'The coach moved.', 12],
      ['C2', 'job_code', 'Payroll', 'Retitled.', 0],
    ]),
  });
  expect(cellsOf(rows, 'label', 'rows', 'note')).toEqual([
    ['C1: site_id of Payroll', '12', 'The coach moved.'],
    [
      'C2: job_code of Payroll',
      '0',
      'changed nothing: it is no longer needed, or does not find what it looks for. Retitled.',
    ],
  ]);
});
