import { describe, expect, test } from 'vitest';
import { rowsSql } from '../support/rows.ts';
import { runRule } from '../support/run-rule.ts';

describe('enrollment, attendance and classes', () => {
  test('O01: a school that grew by more than 15 percent, and a district that lost four in ten', async () => {
    const given = (alder: number, birch: number) => ({
      'marts.schools': rowsSql('fiscal_year site_id site_name site_type students', [
        [2024, 'S1', 'Alder', 'school', 100],
        [2024, 'S2', 'Birch', 'school', 900],
        [2024, 'S3', 'Tiny', 'school', 49],
        [2024, 'S4', 'Closed', 'school', 1],
        [2025, 'S1', 'Alder', 'school', alder],
        [2025, 'S2', 'Birch', 'school', birch],
        [2025, 'S3', 'Tiny', 'school', 10],
      ]),
    });
    expect(await runRule('O01', given(115, 900))).toEqual({ said: [], checked: 3, failed: 0 });
    expect((await runRule('O01', given(116, 900))).said).toEqual([
      'warned: Alder, school year 2025: 116 students; the year before 100.',
    ]);
    // 1,050 students of the year before: 5 percent are 52.5, 40 percent are 420.
    expect((await runRule('O01', given(100, 887))).said).toEqual([
      'warned: School year 2025: 997 students; the year before 1,050.',
    ]);
    expect((await runRule('O01', given(100, 519))).said).toEqual([
      'warned: Birch, school year 2025: 519 students; the year before 900.',
      'failed: School year 2025: 629 students; the year before 1,050.',
    ]);
  });

  test('O02: grades that are not their total, and a group that is larger than its school', async () => {
    const given = (gradeThree: number, lowIncome: number, others = 0) => ({
      'staging.enrollment_counts': rowsSql('school_year site_id grade student_group students', [
        [2025, 'S1', 'ALL', 'all', 100],
        [2025, 'S1', '03', 'all', gradeThree],
        [2025, 'S1', '04', 'all', 60],
        [2025, 'S1', 'ALL', 'low_income', lowIncome],
        ...(others === 0
          ? []
          : [
              [2025, 'S2', 'ALL', 'all', others],
              [2025, 'S2', '03', 'all', others],
            ]),
      ]),
    });
    expect(await runRule('O02', given(40, 100))).toEqual({ said: [], checked: 2, failed: 0 });
    expect((await runRule('O02', given(41, 100))).said).toEqual([
      'failed: School year 2025: sums and groups that cannot be: 1.',
    ]);
    expect((await runRule('O02', given(40, 101))).said[0]).toMatch(/^failed: /);
    expect((await runRule('O02', given(41, 100, 9_800))).said, '100 of 10,000').toEqual([
      'warned: School year 2025: sums and groups that cannot be: 1.',
    ]);
  });

  test('O07: more days of absence than of school, 201 days of school, and a school without any absence', async () => {
    const given = (absent: number, enrolled: number, othersAbsent = 2) => ({
      'staging.attendance': `select 2025 as school_year, 'S1' as site_id,
        if(n = 1, ${absent}, ${othersAbsent})::decimal(9,2) as days_absent,
        if(n = 1, ${enrolled}, 180)::decimal(9,2) as days_enrolled from range(50) as t(n)`,
    });
    expect((await runRule('O07', given(180, 180))).said).toEqual([]);
    expect((await runRule('O07', given(0, 200))).said).toEqual([]);
    expect((await runRule('O07', given(181, 180))).said).toEqual([
      'failed: School year 2025: students whose days cannot be: 1.',
    ]);
    expect((await runRule('O07', given(0, 201))).said[0]).toMatch(/^failed: /);
    expect((await runRule('O07', given(0, 180, 0))).said).toEqual([
      'warned: School year 2025: schools without any absence: 1.',
    ]);
  });

  test('O12: a student at two schools on the count day; half days at two are one student', async () => {
    const given = (fte: number, left: string) => ({
      'staging.enrollment': `select 2025 as school_year, 's1' as student_key, site_id, fte, date '2024-08-20' as entry_date,
        exit_date::date as exit_date, date '2024-10-01' as count_date from (${rowsSql(
          'site_id fte exit_date',
          [
            ['S1', 0.5, left],
            ['S2', fte, '2025-06-10'],
          ],
        )})`,
    });
    expect(await runRule('O12', given(0.5, '2025-06-10'))).toEqual({
      said: [],
      checked: 1,
      failed: 0,
    });
    expect((await runRule('O12', given(1, '2024-09-30'))).said, 'moved before').toEqual([]);
    expect((await runRule('O12', given(1, '2025-06-10'))).said).toEqual([
      'warned: School year 2025: students at two schools on the count day: 1.',
    ]);
  });

  test('O13: a class of 46, an empty one, and one that nobody teaches; a band may be large', async () => {
    const given = (students: number, subject = 'math', teacherOf = 'A') => ({
      'staging.course_sections': rowsSql('school_year section_id subject', [[2025, 'A', subject]]),
      'staging.section_students': `select 2025 as school_year, 'A' as section_id, 's' || n as student_key from range(${students}) as t(n)
        union all select 2025, 'of no list', 's0'`,
      'staging.section_staff': rowsSql('school_year section_id', [[2025, teacherOf]]),
    });
    expect(await runRule('O13', given(45))).toEqual({ said: [], checked: 1, failed: 0 });
    expect((await runRule('O13', given(60, 'Band'))).said).toEqual([]);
    const odd =
      'warned: School year 2025: classes that are empty, very large or without a teacher: 1 of 1.';
    expect((await runRule('O13', given(46))).said).toEqual([odd]);
    expect((await runRule('O13', given(0))).said).toEqual([odd]);
    expect((await runRule('O13', given(20, 'math', 'B'))).said).toEqual([odd]);
  });

  test('O16: the share of low-income students rose by more than 10 points', async () => {
    const given = (lowIncome: number) => ({
      'marts.schools': rowsSql('fiscal_year site_type students low_income_students', [
        [2024, 'school', 1000, 400],
        [2025, 'school', 1000, lowIncome],
        [2025, 'school', 500, null],
      ]),
    });
    expect((await runRule('O16', given(500))).said).toEqual([]);
    expect((await runRule('O16', given(501))).said).toEqual([
      'warned: School year 2025: 50.1 percent; the year before 40.0.',
    ]);
  });
});

describe('results', () => {
  const measures = rowsSql('measure measure_name unit', [
    ['math', 'Mathematics', 'percent'],
    ['chronic', 'Chronic absence', 'percent'],
    ['points', 'School rating points', 'points'],
  ]);
  const results = (
    columns: string,
    rows: readonly (readonly (string | number | null)[])[],
  ): Readonly<Record<string, string>> => ({
    'staging.measures': measures,
    'core.outcomes': rowsSql(columns, rows),
  });

  test('O04: three percent more tested than enrolled moved in; half as many again blocks', async () => {
    const given = (tested: number) => ({
      ...results('school_year site_id measure grade student_group students', [
        [2025, 'S1', 'math', 'ALL', 'all', tested],
        [2025, 'S1', 'math', 'ALL', 'low_income', 999],
        [2025, 'S1', 'points', 'ALL', 'all', 999],
      ]),
      'core.students': rowsSql('school_year site_id students', [[2025, 'S1', 100]]),
    });
    expect(await runRule('O04', given(103))).toEqual({ said: [], checked: 1, failed: 0 });
    const sentence = 'School year 2025: sites with more students tested than enrolled: 1.';
    expect((await runRule('O04', given(104))).said).toEqual([`warned: ${sentence}`]);
    expect((await runRule('O04', given(151))).said).toEqual([`failed: ${sentence}`]);
  });

  test('O05: two of twenty did not take the test; a group of nineteen is not looked at', async () => {
    const given = (students: number, missed: number) => ({
      'staging.assessment_results': `select 2025 as school_year, 'S1' as site_id, 'State' as assessment, 'math' as subject,
        'Spring' as administration, '03' as grade_tested, n >= ${missed} as tested from range(${students}) as t(n)`,
    });
    expect((await runRule('O05', given(20, 1))).said).toEqual([]);
    expect((await runRule('O05', given(20, 2))).said).toEqual([
      'warned: School year 2025: tests that too few students took: 1 of 1.',
    ]);
    expect(await runRule('O05', given(19, 9))).toEqual({ said: [], checked: 0, failed: 0 });
  });

  test('O06: a student who is not proficient with the score of one who is', async () => {
    const given = (score: number) => ({
      'staging.assessment_results': rowsSql(
        'school_year assessment subject administration grade_tested tested proficient scale_score',
        [
          [2025, 'State', 'math', 'Spring', '03', true, true, 700],
          [2025, 'State', 'math', 'Spring', '03', true, false, score],
          [2025, 'State', 'math', 'Spring', '04', true, false, 800],
        ],
      ),
    });
    expect(await runRule('O06', given(699))).toEqual({ said: [], checked: 1, failed: 0 });
    expect((await runRule('O06', given(700))).said).toEqual([
      'warned: School year 2025: tests whose scores and levels do not agree: 1.',
    ]);
  });

  test('O08: chronic absence that fell by more than 15 points', async () => {
    const given = (value: number) =>
      results('school_year site_id measure grade student_group value', [
        [2024, 'S1', 'chronic', 'ALL', 'all', 40],
        [2025, 'S1', 'chronic', 'ALL', 'all', value],
        [2024, 'S1', 'math', 'ALL', 'all', 20],
        [2025, 'S1', 'math', 'ALL', 'all', 90],
      ]);
    expect(await runRule('O08', given(25))).toEqual({ said: [], checked: 1, failed: 0 });
    expect((await runRule('O08', given(24.9))).said).toEqual([
      'warned: School year 2025: schools whose chronic absence changed much: 1.',
    ]);
  });

  test('O09: a result of 40 students that rose by more than 15 points; fewer students are not compared', async () => {
    const given = (value: number, students = 40) =>
      results('school_year site_id measure grade student_group value students', [
        [2024, 'S1', 'math', '03', 'all', 50, 40],
        [2025, 'S1', 'math', '03', 'all', value, students],
        [2024, 'S1', 'points', '03', 'all', 50, 40],
        [2025, 'S1', 'points', '03', 'all', 900, 40],
      ]);
    expect(await runRule('O09', given(65))).toEqual({ said: [], checked: 1, failed: 0 });
    expect((await runRule('O09', given(65.1))).said).toEqual([
      'warned: School year 2025, math: results that changed much: 1 of 1.',
    ]);
    expect(await runRule('O09', given(90, 39))).toEqual({ said: [], checked: 0, failed: 0 });
  });

  test('O11: a percentage of -3 was a mark for too few students', async () => {
    const given = (value: number) =>
      results('school_year site_id measure value', [
        [2025, 'S2', 'math', value],
        [2025, 'S1', 'math', 100],
        [2025, 'S1', 'points', -3],
      ]);
    expect(await runRule('O11', given(0))).toEqual({ said: [], checked: 2, failed: 0 });
    expect((await runRule('O11', given(-3))).said).toEqual([
      'failed: School year 2025, math: percentages that cannot be: 1, such as of site S2.',
    ]);
    expect((await runRule('O11', given(999))).said[0]).toMatch(/^failed: /);
  });

  test('O14: rates of one cohort that add up to less than 99', async () => {
    const given = (dropped: number) => ({
      'staging.measures': rowsSql('measure unit', [
        ['graduation', 'percent'],
        ['dropout', 'percent'],
        ['still_enrolled', 'percent'],
      ]),
      'core.outcomes': rowsSql('school_year site_id student_group grade measure value', [
        [2025, 'S1', 'all', 'ALL', 'graduation', 90],
        [2025, 'S1', 'all', 'ALL', 'dropout', dropped],
        [2025, 'S1', 'all', 'ALL', 'still_enrolled', 5],
        [2025, 'S2', 'all', 'ALL', 'graduation', 80],
      ]),
    });
    expect(await runRule('O14', given(4))).toEqual({ said: [], checked: 1, failed: 0 });
    expect((await runRule('O14', given(3.9))).said).toEqual([
      'warned: School year 2025: rates that do not add up to 100: 1.',
    ]);
  });

  test('O15: results two years after the ledger ends; one year after is usual', async () => {
    const given = (year: number) => ({
      'core.outcomes': rowsSql('school_year', [[year], [year]]),
      'staging.fiscal_years': rowsSql('fiscal_year', [[2024], [2025]]),
    });
    expect((await runRule('O15', given(2026))).said).toEqual([]);
    expect(await runRule('O15', given(2027))).toEqual({
      said: ['warned: Results are of school year 2027; the ledger ends with 2025.'],
      checked: 1,
      failed: 1,
    });
  });
});
