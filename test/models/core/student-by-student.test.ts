import { describe, expect, test } from 'vitest';
import { cellsOf, rowsSql } from '../../support/rows.ts';
import { modelSql, runModel } from '../../support/run-model.ts';

const place = 'source_id source_file_key record_no record_part';

/** Rows of a file, each with its place in it. */
function file(columns: string, rows: readonly (readonly (string | number | boolean | null)[])[]) {
  return rowsSql(
    `${columns} ${place}`,
    rows.map((row, i) => [...row, 'sis', 'aaa', i + 2, 1]),
  );
}

const NO_COUNTS = rowsSql(
  `school_year site_id grade student_group students share denominator_type count_date ${place}`,
  [],
);

const enrollment = (
  rows: readonly (readonly [
    student: string,
    site: string,
    entry: string,
    exit: string | null,
    fte: number,
    lowIncome: boolean,
  ])[],
) => `select 2025 as school_year, student_key, site_id, entry_date::date as entry_date,
    exit_date::date as exit_date, '2024-10-01'::date as count_date, '03' as grade, fte::decimal(9,4) as fte,
    low_income, false as english_learner, false as special_education, null::boolean as gifted,
    source_id, source_file_key, record_no, record_part
  from (${file('student_key site_id entry_date exit_date fte low_income', rows)})`;

const SIX_STUDENTS = enrollment([
  ['ann', 'A', '2024-08-19', null, 1, true],
  ['bob', 'A', '2024-08-19', '2024-09-30', 1, false], // left the day before the count
  ['cy', 'A', '2024-08-19', '2024-10-01', 1, false], // the day of the count is the last one
  ['cy', 'B', '2024-10-02', null, 1, false],
  ['di', 'B', '2024-10-02', null, 1, false], // came the day after
  ['eve', 'A', '2024-08-19', null, 0.4, false], // at two schools
  ['eve', 'B', '2024-08-19', null, 0.6, false],
  ['flo', 'A', '2024-08-19', null, 1, true], // at two schools that both say the whole day
  ['flo', 'B', '2024-09-16', null, 1, true],
]);

describe('a district that sends its students one by one', () => {
  test('counts each student once, on the day of the count, at one school', async () => {
    const rows = await runModel('core.counted_students', { 'staging.enrollment': SIX_STUDENTS });
    expect(cellsOf(rows, 'student_key', 'site_id')).toEqual([
      ['ann', 'A'],
      ['cy', 'A'],
      ['eve', 'B'],
      ['flo', 'B'],
    ]);
  });

  const given = {
    'staging.enrollment': SIX_STUDENTS,
    'staging.enrollment_counts': NO_COUNTS,
    'core.counted_students': modelSql('core.counted_students'),
  };

  test('gets counts by school, grade and group from them', async () => {
    const rows = await runModel('core.student_counts', given);
    expect(
      cellsOf(rows, 'site_id', 'grade', 'student_group', 'students', 'denominator_type'),
    ).toEqual([
      ['A', '03', 'all', '2', 'count_date'],
      ['A', '03', 'low_income', '1', 'count_date'],
      ['B', '03', 'all', '2', 'count_date'],
      ['B', '03', 'low_income', '1', 'count_date'],
    ]);
  });

  test('gets enrollment and shares of each school', async () => {
    const rows = await runModel('core.students', {
      ...given,
      'core.student_counts': modelSql('core.student_counts'),
    });
    expect(cellsOf(rows, 'site_id', 'students', 'low_income_students', 'low_income_share')).toEqual(
      [
        ['A', '2', '1', '0.500000'],
        ['B', '2', '1', '0.500000'],
      ],
    );
  });

  test('keeps the counts of a year of which it sends counts too', async () => {
    const rows = await runModel('core.student_counts', {
      ...given,
      'staging.enrollment_counts': `select 2025 as school_year, 'A' as site_id, 'ALL' as grade, 'all' as student_group,
        417 as students, null::decimal(9,6) as share, 'membership' as denominator_type, null::date as count_date,
        'counts' as source_id, 'bbb' as source_file_key, 2 as record_no, 1 as record_part`,
    });
    expect(cellsOf(rows, 'site_id', 'grade', 'students', 'denominator_type')).toEqual([
      ['A', 'ALL', '417', 'membership'],
    ]);
  });
});

describe('counts of students that mean different things', () => {
  const counted = (kinds: readonly (readonly [year: number, site: string, kind: string])[]) =>
    runModel('checks.students_counted_alike', {
      'core.student_counts': rowsSql('school_year site_id denominator_type', kinds),
    });

  test('are refused within a year, and may change from year to year', async () => {
    expect(
      await counted([
        [2024, 'A', 'attendance'],
        [2024, 'B', 'attendance'],
        [2025, 'A', 'count_date'],
        [2025, 'B', 'count_date'],
      ]),
    ).toEqual([]);
    const rows = await counted([
      [2025, 'A', 'count_date'],
      [2025, 'B', 'attendance'],
      [2025, 'C', 'count_date'],
    ]);
    expect(cellsOf(rows, 'what')).toEqual([
      ['School year 2025: 1 sites are counted as attendance, 2 sites as count date.'],
    ]);
  });
});

describe('results that come student by student', () => {
  const assessments = `select 2025 as school_year, student_key, site_id, 'State' as assessment, subject, administration,
      grade_tested, tested, proficient, source_id, source_file_key, record_no, record_part
    from (${file('student_key site_id subject administration grade_tested tested proficient', [
      ['ann', 'A', 'math', 'Fall', '03', true, false],
      ['ann', 'A', 'math', 'Spring', '03', true, true], // the better result counts
      ['bob', 'A', 'math', 'Spring', '03', true, false],
      ['cy', 'A', 'math', 'Spring', '04', true, false],
      ['di', 'A', 'math', 'Spring', '04', false, null], // was not there
    ])})`;
  const attendance = `select 2025 as school_year, student_key, site_id, days_enrolled::decimal(9,2) as days_enrolled,
      days_absent::decimal(9,2) as days_absent, source_id, source_file_key, record_no, record_part
    from (${file('student_key site_id days_enrolled days_absent', [
      ['ann', 'A', 180, 18], // exactly one tenth
      ['bob', 'A', 180, 17.5],
      ['cy', 'A', 9, 9], // nine days say too little
      ['di', 'A', 10, 1],
      ['eve', 'A', 170, 4],
    ])})`;
  const graduation = `select 2025 as school_year, student_key, 'H' as site_id, status, years,
      source_id, source_file_key, record_no, record_part
    from (${file('student_key status years', [
      ['g1', 'graduated', 4],
      ['g2', 'graduated', 5],
      ['g3', 'graduated', null],
      ['g4', 'dropped_out', null],
      ['g5', 'transferred_out', null],
    ])})`;
  const given = {
    'staging.assessment_results': assessments,
    'staging.attendance': attendance,
    'staging.graduation': graduation,
    'core.counted_students': `select 2025 as school_year, 'ann' as student_key, '03' as grade, true as low_income,
      false as english_learner, false as special_education, false as gifted`,
    'core.student_outcomes': modelSql('core.student_outcomes'),
  };

  test('become percents of the students that they are about', async () => {
    const rows = await runModel('core.counted_outcomes', given);
    const all = rows.filter((row) => row['student_group'] === 'all');
    expect(cellsOf(all, 'site_id', 'measure', 'grade', 'value', 'students')).toEqual([
      // 2 of 4: Ann and Di; of grade 3 only Ann is in the enrollment count.
      ['A', 'chronic_absence', '03', '100.0000', 1],
      ['A', 'chronic_absence', 'ALL', '50.0000', 4],
      // 1 of 3 tested students, of grade 3 one of two.
      ['A', 'math', '03', '50.0000', 2],
      ['A', 'math', '04', '0.0000', 1],
      ['A', 'math', 'ALL', '33.3333', 3],
      // 2 of 4 that did not move away: five years are too long.
      ['H', 'graduation_rate', 'ALL', '50.0000', 4],
    ]);
  });

  test('come by group where the student is in the enrollment count', async () => {
    const rows = await runModel('core.counted_outcomes', given);
    const groups = rows.filter((row) => row['student_group'] !== 'all');
    expect(cellsOf(groups, 'measure', 'student_group', 'value', 'students')).toEqual([
      ['chronic_absence', 'low_income', '100.0000', 1],
      ['math', 'low_income', '100.0000', 1],
    ]);
  });

  test('give way to a result of the same measure and year that was sent in sums', async () => {
    const rows = await runModel('core.outcomes', {
      ...given,
      'core.counted_outcomes': modelSql('core.counted_outcomes'),
      'staging.source_settings': `select 'state' as source_id, true as already_public`,
      'staging.outcome_aggregates': `select 2025 as school_year, 'A' as site_id, 'math' as measure, 'ALL' as grade,
        'all' as student_group, 41.5::decimal(18,4) as value, null::varchar as rating, 80 as students,
        'state' as source_id, 'ccc' as source_file_key, 2 as record_no, 1 as record_part`,
    });
    const math = rows.filter((row) => row['measure'] === 'math');
    expect(cellsOf(math, 'site_id', 'value', 'students', 'already_public')).toEqual([
      ['A', '41.5000', 80, true],
    ]);
    expect(new Set(rows.map((row) => row['measure']))).toEqual(
      new Set(['math', 'chronic_absence', 'graduation_rate']),
    );
  });
});
