import { describe, expect, test } from 'vitest';
import { rowsSql } from '../../support/rows.ts';
import { modelSql, runModel } from '../../support/run-model.ts';

const line = `2024 as fiscal_year, 'ledger' as source_id, 'f00d' as source_file_key, 1::smallint as record_part,
  'actual' as amount_type, 1 as fiscal_period, null::varchar as program_code, null::varchar as job_code,
  'S1' as site_id, null::varchar as account_string, null::varchar as description, null::varchar as vendor_name,
  1.00::decimal(18,2) as amount`;

/** The columns of the budget, without a row. */
const noBudget = `select ${line}, 1::bigint as record_no,
  '' as fund_code, '' as function_code, '' as object_code, '' as project_code, null::date as as_of_date where false`;

/** Where a row of a list comes from, as far as the models need it. */
const origin = `(values ('list', 'f1', 2, 1)) o(source_id, source_file_key, record_no, record_part)`;
/** A district that sends counts sends no rows of students. */
const NO_STUDENTS = rowsSql(
  'school_year student_key site_id count_date grade low_income english_learner special_education gifted',
  [],
);

describe('core.ledger_lines', () => {
  test('journal lines and balances stand together; the first code that the chart lacks is named', async () => {
    const rows = await runModel('core.ledger_lines', {
      'staging.gl_transactions': `select ${line}, 'J1' as journal_id, * from (values
        (1::bigint, '1', '2213', '111', 'G7'), (2, '9', '2213', '999', null), (3, '1', '2213', '999', 'NEW'),
        (4, null, null, null, null)) t(record_no, fund_code, function_code, object_code, project_code)`,
      'staging.gl_balances': `select ${line}, 5::bigint as record_no, '1' as fund_code, '44' as function_code,
        '111' as object_code, null::varchar as project_code, null::date as as_of_date`,
      'core.budget_lines': noBudget,
      'core.account_codes': `select 2024 as fiscal_year, * from (values ('fund', '1'), ('object', '111'),
        ('project', 'G7')) t(segment, code)`,
    });
    // Functions are not listed at all, so none is unknown.
    expect(rows.map((row) => [row['record_no'], row['extract'], row['unknown_segment']])).toEqual([
      ['1', 'gl_transactions', null],
      ['2', 'gl_transactions', 'fund'],
      ['3', 'gl_transactions', 'object'],
      ['4', 'gl_transactions', null],
      ['5', 'gl_balances', null],
    ]);
  });

  test('a later balance, or a later revised budget, replaces an earlier one of the same year', async () => {
    const codes = `'1' as fund_code, '2' as function_code, '3' as object_code, null::varchar as project_code`;
    const of = (type: string) => line.replace("'actual' as amount_type, 1 as fiscal_period,", type);
    const rows = await runModel('core.ledger_lines', {
      'staging.gl_transactions': `select ${line}, 'J1' as journal_id, 1::bigint as record_no, ${codes} where false`,
      'staging.gl_balances': `select ${of("'encumbrance' as amount_type,").replace("'f00d' as source_file_key,", '')},
        ${codes}, * from (values (1::bigint, 4, 'october', date '2023-11-01'), (2, 5, 'november', date '2023-12-04'),
        (3, 5, 'november_grants', date '2023-12-01')) t(record_no, fiscal_period, source_file_key, as_of_date)`,
      'core.budget_lines': `select ${of('').replace("'f00d' as source_file_key,", '')}, ${codes}, * from (values
        (5::bigint, 0, 'book', 'budget_original', date '2023-06-01'), (6, 0, 'book', 'budget_proposed', date '2023-06-01'),
        (7, 0, 'fall', 'budget_revised', date '2023-10-01'), (8, 0, 'winter', 'budget_revised', date '2024-01-15'))
        t(record_no, fiscal_period, source_file_key, amount_type, as_of_date)`,
      'core.account_codes': `select 2024 as fiscal_year, '' as segment, '' as code where false`,
    });
    expect(rows.map((row) => [row['record_no'], row['amount_type'], row['is_replaced']])).toEqual([
      ['5', 'budget_original', false],
      ['6', 'budget_proposed', false],
      ['7', 'budget_revised', true],
      ['2', 'encumbrance', false],
      ['3', 'encumbrance', false],
      ['1', 'encumbrance', true],
      ['8', 'budget_revised', false],
    ]);
  });

  test('without a chart of accounts no code is unknown', async () => {
    const rows = await runModel('core.ledger_lines', {
      'staging.gl_transactions': `select ${line}, 'J1' as journal_id, 1::bigint as record_no, '1' as fund_code,
        '2' as function_code, '3' as object_code, '4' as project_code`,
      'staging.gl_balances': `select ${line}, 1::bigint as record_no, '' as fund_code, '' as function_code,
        '' as object_code, '' as project_code, null::date as as_of_date where false`,
      'core.budget_lines': noBudget,
      'core.account_codes': `select 2024 as fiscal_year, '' as segment, '' as code where false`,
    });
    expect(rows.map((row) => row['unknown_segment'])).toEqual([null]);
  });
});

describe('core.sites', () => {
  test('units that only the ledger names are kept, by the name that the district has for them, and schools have their network', async () => {
    const rows = await runModel('core.sites', {
      'staging.organizations': `select 2024 as fiscal_year, * from (values
        ('S1', 'Alder', 'school', 'N1', 'elementary'), ('S2', 'Cedar', 'school', 'C1', 'middle'),
        ('N1', 'North', 'other', 'C1', null), ('C1', 'Office', 'central', null, null)
        ) t(site_id, site_name, site_type, parent_site_id, school_level), ${origin}`,
      'core.ledger_lines': `select 2024 as fiscal_year, * from (values ('S1'), ('S9'), ('D1'), (null)) t(site_id)`,
      'staging.own_sites': `select 'D1' as site_id, 'Law Office' as site_name, 'central' as site_type`,
    });
    expect(
      rows.map((row) =>
        ['site_id', 'site_name', 'site_type', 'network_name', 'is_school'].map((name) => row[name]),
      ),
    ).toEqual([
      ['C1', 'Office', 'central', null, false],
      ['D1', 'Law Office', 'central', null, false],
      ['N1', 'North', 'other', null, false],
      ['S1', 'Alder', 'school', 'North', true],
      ['S2', 'Cedar', 'school', null, true],
      ['S9', 'Unit S9 (not in the site list)', 'unlisted', null, false],
    ]);
  });
});

describe('core.students', () => {
  test('a total is taken as sent, grades are added without one, counts and shares fill in for each other', async () => {
    const rows = await runModel('core.students', {
      'core.counted_students': NO_STUDENTS,
      'staging.enrollment_counts': `select 2024 as school_year, * from (values
        ('S1', 'ALL', 'all', 400, null::decimal(9,6)), ('S1', '3', 'all', 100, null), ('S1', 'ALL', 'low_income', null, 0.8),
        ('S2', '3', 'all', 60, null), ('S2', '4', 'all', 60, null), ('S2', '3', 'low_income', 40, null),
        ('S2', '4', 'english_learner', 1, null)) t(site_id, grade, student_group, students, share),
        (select 'count_date' as denominator_type, null::date as count_date), ${origin}`,
      'core.student_counts': modelSql('core.student_counts'),
    });
    expect(
      rows.map((row) =>
        [
          'site_id',
          'students',
          'low_income_students',
          'low_income_share',
          'english_learner_share',
        ].map((name) => row[name]),
      ),
    ).toEqual([
      ['S1', '400', '320', '0.800000', null],
      ['S2', '120', '40', '0.333333', '0.008333'],
    ]);
  });
});

describe('people', () => {
  test('payroll is summed over the year, assignments over their parts', async () => {
    const payroll = await runModel('core.payroll', {
      'staging.payroll_lines': `select 2024 as fiscal_year, 'p' as staff_key, '1' as fund_code, null::varchar as function_code,
        null::varchar as object_code, null::varchar as program_code, null::varchar as project_code,
        null::varchar as job_code, 'S1' as site_id, * from (values ('BASE', 10.50::decimal(18,2)), ('BASE', -0.25),
        ('STIP', 3)) t(earn_code, amount)`,
      'staging.earn_codes': `select * from (values ('BASE', 'base'), ('STIP', 'stipend')) t(earn_code, pay_type), ${origin}`,
    });
    expect(payroll.map((row) => [row['pay_type'], row['amount']])).toEqual([
      ['base', '10.25'],
      ['stipend', '3.00'],
    ]);
    const assignments = await runModel('core.assignments', {
      'staging.staff_assignments': `select 2024 as fiscal_year, 'p' as staff_key, * from (values
        (1, 'S1', 'COACH', 0.25::decimal(9,4)), (2, 'S1', 'COACH', 0.25), (3, 'S2', 'X', 0.5))
        t(assignment_no, site_id, job_code, fte),
        (select null::date as begin_date, null::date as end_date, null::varchar as employer_id), ${origin}`,
      'staging.job_positions': `select 'COACH' as job_code, 'instructional_coach' as position_type`,
    });
    expect(assignments.map((row) => [row['site_id'], row['position_type'], row['fte']])).toEqual([
      ['S1', 'instructional_coach', '0.5000'],
      ['S2', null, '0.5000'],
    ]);
  });
});

describe('a key that stands in two files', () => {
  test('has its first row in core, so that a check can say what is wrong', async () => {
    const twice = `(values ('sites_b', 'f1', 9, 1, 'Later source'), ('sites_a', 'f2', 9, 1, 'Later file'),
      ('sites_a', 'f1', 2, 1, 'First'), ('sites_a', 'f1', 3, 1, 'Later record'))
      o(source_id, source_file_key, record_no, record_part, name)`;
    const sites = await runModel('core.sites', {
      'staging.organizations': `select 2024 as fiscal_year, 'S1' as site_id, name as site_name, 'school' as site_type,
        null::varchar as parent_site_id, 'high' as school_level, * from ${twice}`,
      'core.ledger_lines': `select 2024 as fiscal_year, 'S1' as site_id`,
      'staging.own_sites': `select 'S1' as site_id, 'Own' as site_name, 'school' as site_type where false`,
    });
    expect(sites.map((row) => row['site_name'])).toEqual(['First']);
    const codes = await runModel('core.account_codes', {
      'staging.account_codes': `select 2024 as fiscal_year, 'fund' as segment, '100' as code, name as code_name, * from ${twice}`,
    });
    expect(codes.map((row) => row['code_name'])).toEqual(['First']);
    const outcomes = await runModel('core.outcomes', {
      'staging.outcome_aggregates': `select 2024 as school_year, 'S1' as site_id, 'reading' as measure, 'ALL' as grade,
        'all' as student_group, 50.0 as value, name as rating, 12 as students, * from ${twice}`,
      'staging.source_settings': `select 'sites_a' as source_id, false as already_public`,
      'core.counted_outcomes': `select null::integer as school_year, null::varchar as site_id, null::varchar as measure, null::varchar as grade,
        null::varchar as student_group, null::decimal(18,4) as value, null::integer as students where false`,
    });
    expect(outcomes.map((row) => row['rating'])).toEqual(['First']);
  });
});
