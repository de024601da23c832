import { describe, expect, test } from 'vitest';
import { rowsSql } from '../../support/rows.ts';
import { runModel } from '../../support/run-model.ts';

describe('coded_pools', () => {
  test('names codes; one without a name is shown as itself, a missing one as none', async () => {
    const rows = await runModel('marts.coded_pools', {
      'core.pools': `select * from (values ('p1', 'tutoring', 'literacy', '100', '1000', '100', '4410', 70.00),
        ('p2', 'not_yet_assigned', null, null, null, null, null, 30.00))
        t(pool_key, purpose_id, priority_id, fund_code, function, object_group, project_code, amount),
        (values (2025, 'actual', true, 'central', 'school', 'school', '1000', 'project'))
        c(fiscal_year, amount_type, operating, control, level, comparable_level, comparable_function, how_sure)`,
      'staging.purposes': rowsSql('purpose_id parent_purpose_id purpose_name', [
        ['added_time', null, 'Added time'],
        ['tutoring', 'added_time', 'Tutoring'],
        ['not_yet_assigned', null, 'Not yet assigned'],
      ]),
      'staging.priorities': rowsSql('priority_id priority_name', [
        ['literacy', 'Every child reads'],
      ]),
      'staging.standard_functions': rowsSql('function_code function_name', [
        ['1000', 'Instruction'],
      ]),
      'staging.object_groups': rowsSql('object_group object_group_name', [['100', 'Salaries']]),
      'core.account_codes': rowsSql('fiscal_year segment code code_name', [
        [2025, 'fund', '100', 'General fund'],
        [2024, 'fund', '100', 'Its name a year ago'],
        [2025, 'project', '9999', 'Another project'],
      ]),
    });
    expect(rows[0]).toMatchObject({
      purpose_id: 'added_time',
      purpose_name: 'Added time',
      child_purpose_name: 'Tutoring',
      priority_name: 'Every child reads',
      fund_name: 'General fund',
      function_name: 'Instruction',
      object_group_name: 'Salaries',
      project_name: '4410',
    });
    expect(rows[1]).toMatchObject({
      purpose_id: 'not_yet_assigned',
      priority_id: 'not_tied',
      priority_name: 'Not tied to a priority',
      fund_code: 'none',
      fund_name: 'No fund code',
      project_name: 'No project',
    });
  });
});

describe('district_years', () => {
  test('counts a student once, at a school, and a budget outside operating nowhere', async () => {
    const rows = await runModel('marts.district_years', {
      'marts.spending': rowsSql('fiscal_year purpose_id operating how_sure amount', [
        [2025, 'classroom_teaching', true, 'project', 700],
        [2025, 'meals', true, 'default', 100],
        [2025, 'not_yet_assigned', true, 'not assigned', 50],
        [2025, 'outside_operating', false, 'default', 200],
      ]),
      'marts.exclusions': rowsSql('fiscal_year exclusion_id amount', [
        [2025, 'revenue', -400],
        [2025, 'other_amount_type', 9000],
      ]),
      'marts.schools': rowsSql('fiscal_year site_type students', [
        [2025, 'school', 100],
        [2025, 'program', 46],
      ]),
      'marts.staffing': rowsSql('fiscal_year position_type fte', [
        [2025, 'teacher', 5.5],
        [2025, 'principal', 1],
      ]),
      'core.fiscal_years': `select 2025 as fiscal_year, 12 as last_period, false as in_progress, date '2025-06-30' as ledger_as_of`,
    });
    expect(rows).toEqual([
      {
        fiscal_year: 2025,
        last_period: 12,
        in_progress: false,
        ledger_as_of: '2025-06-30',
        assigned_amount: '1000.00',
        not_yet_assigned_amount: '50.00',
        excluded_amount: '-400.00',
        operating_amount: '850.00',
        students: '100',
        operating_per_student: '8.50',
        teacher_fte: '5.5000',
        default_rule_share: '0.300000',
        specific_rule_share: '0.700000',
      },
    ]);
  });
});

describe('new_codes', () => {
  test('names the code that the chart lacks alone, else all codes of the line', async () => {
    const line = 'source_id source_file_key record_no record_part';
    const rows = await runModel('marts.new_codes', {
      'core.coded_lines': rowsSql(`fiscal_year ${line} status amount`, [
        [2025, 'ledger', 'f', 1, 1, 'not_yet_assigned', 10],
        [2025, 'ledger', 'f', 2, 1, 'not_yet_assigned', 20],
        [2025, 'ledger', 'f', 3, 1, 'not_yet_assigned', 5],
        [2025, 'ledger', 'f', 4, 1, 'assigned', 900],
      ]),
      'core.ledger_lines': rowsSql(
        `fiscal_year ${line} fund_code function_code object_code program_code project_code job_code unknown_segment`,
        [
          [2025, 'ledger', 'f', 1, 1, '100', '1000', '6100', '1100', '2997', null, 'project'],
          [2025, 'ledger', 'f', 2, 1, '100', '2200', '6100', '1100', '2997', null, 'project'],
          [2025, 'ledger', 'f', 3, 1, '100', null, '6100', '1100', null, null, null],
          [2025, 'ledger', 'f', 4, 1, '100', '1000', '6100', '1100', '2001', 'J1', null],
        ],
      ),
    });
    expect(
      rows.map((row) => [row['label'], row['lines'], row['amount'], row['not_in_chart']]),
    ).toEqual([
      ['object 6100, program 1100', '1', '5.00', false],
      ['project 2997', '2', '30.00', true],
    ]);
  });
});

describe('payroll_ties', () => {
  const ledger = rowsSql('fiscal_year fund_code object_group status amount', [
    [2025, '100', '100', 'assigned', 1000],
    [2025, '100', '200', 'assigned', 300],
    [2025, '100', '100', 'excluded', 50],
  ]);

  test('compares payroll with the salaries of the ledger, the employer’s benefits left out', async () => {
    const rows = await runModel('marts.payroll_ties', {
      'core.payroll': rowsSql('fiscal_year fund_code pay_type amount', [
        [2025, '100', 'base', 980],
        [2025, '100', 'overtime', 15],
        [2025, '100', 'benefit_employer', 300],
      ]),
      'marts.ledger_periods': ledger,
    });
    expect(rows).toEqual([
      {
        fiscal_year: 2025,
        fund_code: '100',
        payroll_amount: '995.00',
        ledger_amount: '1000.00',
        difference_amount: '-5.00',
      },
    ]);
  });

  test('says nothing where the district sends no payroll', async () => {
    const none = `select 2025 as fiscal_year, '' as fund_code, '' as pay_type, 1.00 as amount where false`;
    const given = { 'core.payroll': none, 'marts.ledger_periods': ledger };
    expect(await runModel('marts.payroll_ties', given)).toEqual([]);
  });
});
