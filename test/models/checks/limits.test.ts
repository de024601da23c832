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
  const given = (limit: number) => ({
    'staging.read_totals': rowsSql('source_id outcome records', [
      ['payroll', 'quarantined', 2],
      ['roster', 'quarantined', 1],
      ['roster', 'loaded', 90],
    ]),
    'staging.settings': `select ${limit}::bigint as quarantined_rows_limit`,
  });

  test('is silent when all sources together are on the limit', async () => {
    expect(await what('quarantined_rows_limit', given(3))).toEqual([]);
  });

  test('fires above it and names each source with its count', async () => {
    expect(await what('quarantined_rows_limit', given(2))).toEqual([
      'Source payroll: rows set aside: 2; the limit for all sources together is 2.',
      'Source roster: rows set aside: 1; the limit for all sources together is 2.',
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

describe('the checks that only warn', () => {
  test('payroll may differ by exactly 1 percent', async () => {
    const given = (payroll: string) => ({
      'marts.payroll_ties': `select 2024 as fiscal_year, '100' as fund_code, ${payroll} as payroll_amount,
        1000.00 as ledger_amount, (${payroll} - 1000.00) as difference_amount`,
    });
    expect(await what('payroll_beside_ledger', given('990.00'))).toEqual([]);
    expect(await what('payroll_beside_ledger', given('989.99'))).toEqual([
      "Fund 100, fiscal year 2024: payroll has $989.99, the ledger's salaries $1,000.00.",
    ]);
  });

  test('people above 1.05 full-time jobs are counted, never named', async () => {
    const given = {
      'core.assignments': rowsSql('fiscal_year staff_key site_id fte', [
        [2024, 'person-a', 'S1', 0.5],
        [2024, 'person-a', 'S2', 0.55],
        [2024, 'person-b', 'S1', 0.6],
        [2024, 'person-b', 'S2', 0.5],
      ]),
    };
    const messages = await what('assignment_fte', given);
    expect(messages).toEqual(['Fiscal year 2024: people with more than 1.05 full-time jobs: 1.']);
    expect(messages.join()).not.toContain('person-');
  });

  test('units that the site list lacks are counted with their dollars', async () => {
    const given = {
      'marts.spending': rowsSql('fiscal_year site_type site_id amount', [
        [2024, 'unlisted', 'U1', 5],
        [2024, 'unlisted', 'U2', 7],
        [2024, 'school', 'S1', 90],
      ]),
    };
    expect(await what('unlisted_units', given)).toEqual(['Fiscal year 2024: 2 units with $12.00.']);
  });

  test('a school with students and no dollars is named, where the ledger has sites', async () => {
    const given = (hasSite: boolean) => ({
      'marts.schools': rowsSql(
        'fiscal_year site_id site_name site_type students school_reported_amount',
        [
          [2024, 'S1', 'Alder', 'school', 400, 0],
          [2024, 'S2', 'Cedar', 'school', 400, 5],
          [2024, 'P1', 'The center', 'program', 46, 0],
        ],
      ),
      'core.site_changes': rowsSql('site_id event effective_on', [
        ['S9', 'closed', '2023-07-01'],
      ]).replace('select *', 'select * replace (effective_on::date as effective_on)'),
      'staging.settings': `select ${hasSite} as chart_has_site`,
    });
    expect(await what('schools_without_dollars', given(true))).toEqual([
      'Alder, fiscal year 2024.',
    ]);
    expect(await what('schools_without_dollars', given(false))).toEqual([]);
  });
});
