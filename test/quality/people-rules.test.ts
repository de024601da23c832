import { describe, expect, test } from 'vitest';
import { rowsSql } from '../support/rows.ts';
import { runRule } from '../support/run-rule.ts';

/** A roster of fiscal 2025, with what a test does not say. */
const roster = (columns: Readonly<Record<string, string>>, people = 1): string => {
  const all: Readonly<Record<string, string>> = {
    fiscal_year: '2025',
    snapshot_date: "date '2024-10-01'",
    staff_key: "'p' || n",
    hire_date: "date '2016-08-15'",
    exit_date: 'null::date',
    exit_reason: 'null::varchar',
    total_fte: '1.0::decimal(9,4)',
    years_experience: '8::decimal(9,2)',
    annual_base_salary: '60000.00::decimal(18,2)',
    ...columns,
  };
  const cells = Object.entries(all).map(([name, sql]) => `${sql} as ${name}`);
  return `select ${cells.join(', ')} from range(1, ${people + 1}) as people(n)`;
};
const assignments = (fte: number): string =>
  rowsSql('fiscal_year staff_key site_id job_code position_type fte', [
    [2025, 'p1', 'S1', 'T1', 'teacher', 0.5],
    [2025, 'p1', 'S2', 'T1', 'teacher', fte],
  ]);

describe('people and their files', () => {
  test('K05: pay of people whom the roster lacks; substitutes are left out', async () => {
    const given = (kind: string, amount: number) => ({
      'core.payroll': rowsSql('fiscal_year staff_key pay_type amount', [
        [2025, 'p1', 'base', 1000],
        [2025, 'stranger', kind, amount],
      ]),
      'staging.staff_roster': roster({}),
    });
    expect((await runRule('K05', given('substitute', 90))).said).toEqual([]);
    expect((await runRule('K05', given('base', 5))).said).toEqual([
      'warned: People paid who are not in the roster: 1, with $5.',
    ]);
    expect((await runRule('K05', given('base', 90))).said[0]).toMatch(/^failed: /);
  });

  test('K06: people of the roster without pay', async () => {
    const given = (paid: string) => ({
      'core.payroll': rowsSql('fiscal_year staff_key', [[2025, paid]]),
      'staging.staff_roster': roster({}),
    });
    expect((await runRule('K06', given('p1'))).said).toEqual([]);
    expect((await runRule('K06', given('p2'))).said).toEqual([
      'warned: People of the roster without pay: 1 of 1.',
    ]);
  });

  test('K12: a number whose day of hire moves back is another person', async () => {
    const given = (hired: string) => ({
      'staging.staff_roster': `${roster({ fiscal_year: '2024' })} union all ${roster({ hire_date: `date '${hired}'` })}`,
    });
    expect((await runRule('K12', given('2024-08-01'))).said).toEqual([]);
    expect((await runRule('K12', given('2003-08-01'))).said).toEqual([
      'warned: People whose day of hire moved back: 1.',
    ]);
  });

  test('S01: one full-time job and a bit is told, more than two block; nobody is named', async () => {
    const given = (fte: number) => ({ 'core.assignments': assignments(fte) });
    expect((await runRule('S01', given(0.55))).said).toEqual([]);
    expect((await runRule('S01', given(0.56))).said).toEqual([
      'warned: People with more than one full-time job: 1; far more: 0.',
    ]);
    expect((await runRule('S01', given(1.6))).said[0]).toMatch(/^failed: /);
  });

  test('S02: assignments beside employment', async () => {
    const given = (fte: number) => ({
      'core.assignments': assignments(fte),
      'staging.staff_roster': roster({}),
    });
    expect((await runRule('S02', given(0.5))).said).toEqual([]);
    expect((await runRule('S02', given(0.4))).said).toEqual([
      'warned: People whose assignments are not their employment: 1 of 1.',
    ]);
  });

  test('S03: a salary of 700,000, and salaries far from those of the job', async () => {
    const jobs =
      "select 2025 as fiscal_year, 'p' || n as staff_key, 'T1' as job_code from range(1, 41) as t(n)";
    const given = (last: number) => ({
      'staging.staff_roster': roster(
        { annual_base_salary: `if(n = 40, ${last}, 60000 + n * 100)::decimal(18,2)` },
        40,
      ),
      'core.assignments': jobs,
    });
    expect((await runRule('S03', given(62_000))).said).toEqual([]);
    expect((await runRule('S03', given(120_000))).said).toEqual([
      'warned: Salaries that cannot be: 0; far from the same job: 1 of 40.',
    ]);
    expect((await runRule('S03', given(700_000))).said[0]).toMatch(/^failed: /);
  });

  test('S04: a salary that is a rate of pay', async () => {
    const given = (salary: number) => ({
      'staging.staff_roster': roster({ annual_base_salary: `${salary}::decimal(18,2)` }),
    });
    expect((await runRule('S04', given(5000))).said).toEqual([]);
    expect((await runRule('S04', given(42))).said).toEqual([
      'warned: Salaries that look like a rate of pay: 1.',
    ]);
  });

  test('S05: an assignment that ends before it begins, and one that stands twice', async () => {
    const given = (end: string, secondFte: number) => ({
      'staging.staff_assignments': `select fiscal_year, staff_key, assignment_no, site_id, job_code, fte,
        begin_date::date as begin_date, end_date::date as end_date from (${rowsSql(
          'fiscal_year staff_key assignment_no site_id job_code fte begin_date end_date',
          [
            [2025, 'p1', 1, 'S1', 'T1', 0.5, '2024-08-01', end],
            [2025, 'p1', 2, 'S1', 'T1', secondFte, '2024-08-01', '2025-06-01'],
          ],
        )})`,
    });
    expect((await runRule('S05', given('2025-06-01', 0.4))).said).toEqual([]);
    expect((await runRule('S05', given('2025-06-01', 0.5))).said).toEqual([
      'warned: Assignments that end before they begin: 0; that stand twice: 1.',
    ]);
    expect((await runRule('S05', given('2024-07-01', 0.4))).said[0]).toMatch(/^failed: /);
  });

  test('S06: sixty years of experience', async () => {
    const given = (years: number) => ({
      'staging.staff_roster': roster({ years_experience: `${years}::decimal(9,2)` }),
    });
    expect((await runRule('S06', given(50))).said).toEqual([]);
    expect((await runRule('S06', given(60))).said).toEqual([
      'warned: People with more than 50 years of experience: 1.',
    ]);
  });

  test('S07: a job without a position type', async () => {
    const given = (fte: number) => ({
      'core.assignments': rowsSql('fiscal_year job_code position_type fte', [
        [2025, 'T1', 'teacher', 100],
        [2025, 'X9', fte === 0 ? 'other' : null, 1 + fte],
      ]),
    });
    expect((await runRule('S07', given(0))).said).toEqual([]);
    expect((await runRule('S07', given(1))).said).toEqual([
      'warned: Jobs without a position type: 1.',
    ]);
    expect((await runRule('S07', given(9))).said).toEqual([
      'failed: Jobs without a position type: 1.',
    ]);
  });

  test('S08: a teacher whose license has run out', async () => {
    const given = (day: string) => ({
      'staging.section_staff': rowsSql('school_year staff_key role', [[2025, 'p1', 'lead']]),
      'staging.staff_credentials': `select 2025 as fiscal_year, 'p1' as staff_key, date '${day}' as expiry_date`,
    });
    expect((await runRule('S08', given('2025-06-30'))).said).toEqual([]);
    expect((await runRule('S08', given('2023-06-30'))).said).toEqual([
      'warned: People who lead classes without a valid license on file: 1.',
    ]);
  });

  test('S09: hired after the day of the roster, and gone without a reason', async () => {
    const given = (columns: Readonly<Record<string, string>>) => ({
      'staging.staff_roster': roster(columns, 2),
    });
    expect((await runRule('S09', given({}))).said).toEqual([]);
    expect((await runRule('S09', given({ hire_date: "date '2025-02-01'" }))).said).toEqual([
      'failed: People with days that cannot be: 2; who left without a reason: 0.',
    ]);
    const gone = { exit_date: "date '2025-01-10'", exit_reason: "if(n = 1, 'moved', null)" };
    expect((await runRule('S09', given(gone))).said).toEqual([
      'warned: People with days that cannot be: 0; who left without a reason: 1.',
    ]);
  });

  test('S10: the shares of a project add up to 1', async () => {
    const given = (share: string) => ({
      'staging.project_sites': `select '4410' as project_code, ${share}::decimal(9,6) as share`,
    });
    expect((await runRule('S10', given('1'))).said).toEqual([]);
    expect((await runRule('S10', given('0.9'))).said).toEqual(['failed: Project 4410: 0.900000.']);
  });

  test('S11: a school with three principals, and one with a teacher for 100 students', async () => {
    const given = (principals: number, teachers: number) => ({
      'marts.staffing': rowsSql('fiscal_year site_id position_type fte', [
        [2025, 'S1', 'principal', principals],
        [2025, 'S1', 'teacher', teachers],
      ]),
      'marts.schools': rowsSql('fiscal_year site_id site_name site_type students', [
        [2025, 'S1', 'Alder', 'school', 400],
      ]),
    });
    expect((await runRule('S11', given(1, 20))).said).toEqual([]);
    expect((await runRule('S11', given(3, 20))).said).toEqual([
      'warned: Alder, fiscal year 2025: principals 3.0, teachers 20.0.',
    ]);
    expect((await runRule('S11', given(1, 4))).said).toHaveLength(1);
  });

  test('S12: pay long after the last day, and a contract of 300 days', async () => {
    const given = (period: number, days: number) => ({
      'staging.staff_roster': roster({ exit_date: "date '2024-09-30'" }),
      'staging.payroll_lines': rowsSql('fiscal_year staff_key fiscal_period', [
        [2025, 'p1', period],
      ]),
      'staging.job_codes': rowsSql('fiscal_year contract_days', [[2025, days]]),
    });
    expect((await runRule('S12', given(6, 187))).said).toEqual([]);
    expect((await runRule('S12', given(7, 300))).said).toEqual([
      'warned: Jobs with an unusual number of contract days: 1.',
      'warned: People who left and were paid long after: 1.',
    ]);
  });

  test('S13: a tenth fewer jobs, and salaries that rose by a fifth', async () => {
    const given = (people: number, salary: number) => ({
      'staging.staff_roster': `${roster({ fiscal_year: '2024' }, 100)} union all ${roster({ annual_base_salary: `${salary}::decimal(18,2)` }, people)}`,
    });
    expect((await runRule('S13', given(90, 66_000))).said).toEqual([]);
    expect((await runRule('S13', given(89, 72_000))).said).toEqual([
      'warned: The average salary is 120.0% of the year before.',
      'warned: Full-time jobs: 89.0; the year before 100.0.',
    ]);
  });

  test('S14: everybody has the same rating', async () => {
    const given = (others: number) => ({
      'staging.staff_evaluations': `select 2025 as school_year, if(n <= ${others}, 'B', 'A') as overall_rating from range(1, 101) as t(n)`,
    });
    expect((await runRule('S14', given(2))).said).toEqual([]);
    expect((await runRule('S14', given(1))).said).toEqual([
      'warned: People with the same rating: 99 of 100.',
    ]);
  });

  test('S15: pay for workshops that nobody has marked', async () => {
    const given = (marked: boolean | null) => ({
      'staging.earn_codes': `select '077' as earn_code, 'Workshop stipend' as earn_name, ${marked}::boolean as professional_learning`,
    });
    expect((await runRule('S15', given(false))).said).toEqual([]);
    expect((await runRule('S15', given(null))).said).toEqual(['warned: 077: Workshop stipend.']);
  });
});
