import { describe, expect, test } from 'vitest';
import { cellText, rowsSql } from '../../support/rows.ts';
import { runModel } from '../../support/run-model.ts';

const what = async (check: string, given: Record<string, string>) =>
  (await runModel(`checks.${check}`, given)).map((row) => cellText(row, 'what'));

describe('not_yet_assigned_limit', () => {
  const given = (waiting: string, limit: string) => ({
    'marts.district_years': `select 2024 as fiscal_year, (100.00 - ${waiting})::decimal(18,2) as assigned_amount,
      ${waiting}::decimal(18,2) as not_yet_assigned_amount`,
    'staging.settings': `select ${limit}::decimal(9,6) as not_yet_assigned_limit`,
    'marts.new_codes': rowsSql('fiscal_year source_id label amount', [
      [2024, 'ledger', 'object 6100', 0.5],
      [2024, 'ledger', 'project 2997', 1.5],
      [2023, 'ledger', 'project 2990', 9],
    ]),
  });

  test('is silent exactly on the limit, and where a district sets none', async () => {
    expect(await what('not_yet_assigned_limit', given('2.00', '0.02'))).toEqual([]);
    expect(await what('not_yet_assigned_limit', given('90.00', 'null'))).toEqual([]);
  });

  test('fires a cent above it', async () => {
    expect(await what('not_yet_assigned_limit', given('2.01', '0.02'))).toEqual([
      'Fiscal year 2024: $2.01 not yet assigned, 2.01% of the year; the limit is 2.00%. The largest part is project 2997 with $1.50.',
    ]);
  });
});

describe('quarantined_rows_limit', () => {
  const none = 'select null::varchar as source_id, null::bigint as quarantined_rows_limit limit 0';
  const given = (limit: number, own: string = none) => ({
    'staging.read_totals': rowsSql('source_id source_file_key outcome records', [
      ['payroll', 'p1', 'quarantined', 1],
      ['payroll', 'p2', 'quarantined', 1],
      ['roster', 'r1', 'quarantined', 1],
      ['roster', 'r1', 'loaded', 90],
    ]),
    'staging.settings': `select ${limit}::bigint as quarantined_rows_limit`,
    'staging.source_tolerances': own,
  });
  const ofPayroll = (limit: string) =>
    `select 'payroll' as source_id, ${limit}::bigint as quarantined_rows_limit`;

  test('is silent when all sources together are on the limit', async () => {
    expect(await what('quarantined_rows_limit', given(3))).toEqual([]);
  });

  test('fires above it and names each source with its count', async () => {
    expect(await what('quarantined_rows_limit', given(2))).toEqual([
      'Source payroll: rows set aside: 2; the limit for all sources together is 2.',
      'Source roster: rows set aside: 1; the limit for all sources together is 2.',
    ]);
  });

  test('holds each file of a source to the limit of its own, and counts the source in no other', async () => {
    expect(await what('quarantined_rows_limit', given(1, ofPayroll('1')))).toEqual([]);
    expect(await what('quarantined_rows_limit', given(0, ofPayroll('null')))).toEqual([
      'Source roster: rows set aside: 1; the limit for all sources together is 0.',
    ]);
    expect(await what('quarantined_rows_limit', given(1, ofPayroll('0')))).toEqual([
      'Source payroll, file p1: rows set aside: 1; the limit for each file of this source is 0.',
      'Source payroll, file p2: rows set aside: 1; the limit for each file of this source is 0.',
    ]);
  });
});

describe('project_sites_sum_to_one', () => {
  const given = (second: string) => ({
    'staging.project_sites': `select * from (values
      ('4410', 'S1', 0.600000), ('4410', 'S2', ${second})) t(project_code, site_id, share)`,
  });

  test('is silent at 1', async () => {
    expect(await what('project_sites_sum_to_one', given('0.400000'))).toEqual([]);
  });

  test('fires below it', async () => {
    expect(await what('project_sites_sum_to_one', given('0.399999'))).toEqual([
      'Project 4410: its shares add up to 0.999999.',
    ]);
  });
});
