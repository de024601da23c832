import { describe, expect, test } from 'vitest';
import { rowsSql } from '../support/rows.ts';
import { modelSql } from '../support/run-model.ts';
import { runRule } from '../support/run-rule.ts';
import { yearPairs } from '../support/year-pairs.ts';

describe('files and their rows', () => {
  const ledger = async (rows: readonly (readonly number[])[], inProgress = false) => ({
    ...(await yearPairs([
      [2024, 12, false],
      [2025, inProgress ? 3 : 12, inProgress],
    ])),
    'staging.payroll_lines': rowsSql('fiscal_year', []),
    'staging.staff_roster': rowsSql('fiscal_year', []),
    'staging.enrollment_counts': rowsSql('school_year', []),
    'staging.outcome_aggregates': rowsSql('school_year', []),
    'marts.file_rows': modelSql('marts.file_rows'),
    'marts.ledger_periods': rowsSql('fiscal_year fiscal_period lines', rows),
  });

  test('F16: a ledger with 15 percent more rows is usual, with more it is told, with less than half it blocks', async () => {
    const given = (lines: number) =>
      ledger([
        [2024, 12, 1000],
        [2025, 12, lines],
      ]);
    expect((await runRule('F16', await given(1150))).said).toEqual([]);
    expect((await runRule('F16', await given(850))).said).toEqual([]);
    expect((await runRule('F16', await given(1151))).said).toEqual([
      'warned: Rows of the ledger: 1,151; in the year before 1,000.',
    ]);
    expect((await runRule('F16', await given(500))).said[0]).toMatch(/^warned: /);
    expect((await runRule('F16', await given(499))).said).toEqual([
      'failed: Rows of the ledger: 499; in the year before 1,000.',
    ]);
  });

  test('F16: three months of a year in progress are compared with three months', async () => {
    const given = (lines: number) =>
      ledger(
        [
          [2024, 3, 300],
          [2024, 12, 700],
          [2025, 3, lines],
        ],
        true,
      );
    expect((await runRule('F16', await given(310))).said).toEqual([]);
    expect((await runRule('F16', await given(140))).said).toEqual([
      'failed: Rows of the ledger: 140; in the year before 300.',
    ]);
  });

  test('F16: payroll of a year in progress is not whole yet, a roster always is', async () => {
    const given = async (people: number) => ({
      ...(await ledger([], true)),
      'staging.payroll_lines': `select 2024 as fiscal_year from range(1200) union all select 2025 from range(300)`,
      'staging.staff_roster': `select 2024 as fiscal_year from range(100) union all select 2025 from range(${people})`,
    });
    expect(await runRule('F16', await given(100))).toEqual({ said: [], checked: 1, failed: 0 });
    expect((await runRule('F16', await given(49))).said).toEqual([
      'failed: Rows of the staff roster: 49; in the year before 100.',
    ]);
  });

  test('F17: a ledger whose last posting is eleven days before the end of its month', async () => {
    const pairs = await yearPairs([]);
    const given = (day: string) => ({
      ...pairs,
      'core.fiscal_years': `select 2025 as fiscal_year, 12 as last_period, false as in_progress, true as has_periods, date '${day}' as ledger_as_of`,
      'marts.ledger_periods': 'select 2025 as fiscal_year, 12 as fiscal_period, 1::bigint as lines',
    });
    expect((await runRule('F17', given('2025-06-20'))).said).toEqual([]);
    expect((await runRule('F17', given('2025-06-19'))).said).toEqual([
      'warned: The last posting of fiscal year 2025 is of 2025-06-19.',
    ]);
  });

  test('F17: a last period with less than half the rows of the same period a year ago', async () => {
    const pairs = await yearPairs([]);
    const given = (lines: number) => ({
      ...pairs,
      'core.fiscal_years': `select 2024 as fiscal_year, 12 as last_period, false as in_progress, true as has_periods, date '2024-06-30' as ledger_as_of
        union all select 2025, 9, true, true, date '2025-03-31'`,
      'marts.ledger_periods': rowsSql('fiscal_year fiscal_period lines', [
        [2024, 9, 600],
        [2024, 9, 400],
        [2024, 10, 900],
        [2025, 8, 900],
        [2025, 9, lines],
      ]),
    });
    expect((await runRule('F17', given(500))).said).toEqual([]);
    expect((await runRule('F17', given(499))).said).toEqual([
      'warned: Rows of period 9 of fiscal year 2025: 499; in the year before 1,000.',
    ]);
  });

  test('F18: a file that ends where a spreadsheet stops', async () => {
    const given = (limit: number | null) => ({
      'staging.read_totals': `select source_id, source_file_key, row_limit::integer as row_limit from (${rowsSql(
        'source_id source_file_key row_limit',
        [
          ['gl', 'f1', null],
          ['gl', 'f2', limit],
          ['gl', 'f2', limit],
        ],
      )})`,
    });
    expect(await runRule('F18', given(null))).toEqual({ said: [], checked: 2, failed: 0 });
    expect((await runRule('F18', given(65_536))).said).toEqual([
      'failed: A file of the source gl ends after exactly 65,536 rows.',
    ]);
  });
});

describe('codes and sites that must be known', () => {
  test('K02: dollars at a site that the site list lacks; more than a quarter block', async () => {
    const given = (unlisted: number) => ({
      'core.ledger_lines': rowsSql('fiscal_year site_id amount_type amount', [
        [2025, 'S1', 'actual', 300],
        [2025, 'X9', 'actual', unlisted],
        [2025, 'X9', 'budget_original', 999],
        [2025, null, 'actual', 50],
      ]),
      'core.sites': rowsSql('fiscal_year site_id site_type', [
        [2025, 'S1', 'school'],
        [2025, 'X9', 'unlisted'],
      ]),
      'staging.settings': "select 'actual' as amount_type",
    });
    expect((await runRule('K02', given(0))).said).toEqual([]);
    expect((await runRule('K02', given(100))).said).toEqual([
      'warned: Units of the ledger that the site list lacks: 1, with $100.',
    ]);
    expect((await runRule('K02', given(101))).said).toEqual([
      'failed: Units of the ledger that the site list lacks: 1, with $101.',
    ]);
  });

  test('K03: a code that the chart of accounts lacks; one that only no rule knows is not meant', async () => {
    const given = (notInChart: boolean) => ({
      'marts.new_codes': rowsSql('fiscal_year not_in_chart lines amount', [
        [2025, notInChart, 3, -70],
      ]),
      'marts.district_years': rowsSql('fiscal_year assigned_amount not_yet_assigned_amount', [
        [2025, 900, 100],
      ]),
    });
    expect(await runRule('K03', given(false))).toEqual({ said: [], checked: 1, failed: 0 });
    expect((await runRule('K03', given(true))).said).toEqual([
      'warned: Lines with codes that the chart lacks: 3, with $70.',
    ]);
  });

  test('K04: a fund and a function that may not stand on one line', async () => {
    const given = (fn: string) => ({
      'core.ledger_lines': rowsSql(
        'fiscal_year source_id source_file_key record_no record_part fund_code function_code object_code program_code project_code amount',
        [
          [2025, 'gl', 'f', 1, 1, '600', fn, '100', 'x', 'x', 40],
          [2025, 'gl', 'f', 2, 1, '100', '3100', '100', 'x', 'x', 60],
        ],
      ),
      'staging.refused_combinations': rowsSql(
        'first_segment first_code second_segment second_code',
        [['fund', '600', 'function', '1000']],
      ),
    });
    expect(await runRule('K04', given('3100'))).toEqual({ said: [], checked: 1, failed: 0 });
    expect((await runRule('K04', given('1000'))).said).toEqual([
      'warned: fund 600 with function 1000: $40, lines: 1.',
    ]);
  });

  test('K08: a student with a result and without enrollment; more than one in a hundred block', async () => {
    const given = (enrolled: number) => ({
      'staging.enrollment': `select 2025 as school_year, 's' || n as student_key from range(${enrolled}) as t(n)`,
      'staging.attendance': `select 2025 as school_year, 's' || n as student_key from range(200) as t(n)`,
      'staging.assessment_results': rowsSql('school_year student_key', [[2024, 'of another year']]),
      'staging.section_students': rowsSql('school_year student_key', [[2025, 's0']]),
    });
    expect(await runRule('K08', given(200))).toEqual({ said: [], checked: 201, failed: 0 });
    expect((await runRule('K08', given(198))).said).toEqual([
      'warned: School year 2025, attendance: students who are not enrolled: 2.',
    ]);
    expect((await runRule('K08', given(197))).said).toEqual([
      'failed: School year 2025, attendance: students who are not enrolled: 3.',
    ]);
  });

  test('K09: a school with students and no dollars; one that closed before the fall has neither to have', async () => {
    const given = (students: number, amount: number, closedOn = '2025-06-30') => ({
      'marts.schools': rowsSql(
        'fiscal_year site_id site_name site_type students school_reported_amount',
        [
          [2025, 'S1', 'Alder', 'school', students, amount],
          [2025, 'C1', 'Warehouse', 'central', 0, 500],
        ],
      ),
      'staging.settings': 'select true as chart_has_site',
      'core.students': 'select 2025 as school_year',
      'core.site_changes': `select 'S1' as site_id, 'closed' as event, date '${closedOn}' as effective_on`,
    });
    expect(await runRule('K09', given(300, 10))).toEqual({ said: [], checked: 1, failed: 0 });
    expect((await runRule('K09', given(300, 0))).said).toEqual([
      'warned: Alder, fiscal year 2025: students and no dollars.',
    ]);
    expect((await runRule('K09', given(0, 10))).said).toEqual([
      'warned: Alder, fiscal year 2025: dollars and no students.',
    ]);
    expect(await runRule('K09', given(0, 10, '2024-06-30'))).toEqual({
      said: [],
      checked: 0,
      failed: 0,
    });
  });
});
