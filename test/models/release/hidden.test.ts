import { describe, expect, test } from 'vitest';
import { rowsSql } from '../../support/rows.ts';
import { runModel } from '../../support/run-model.ts';

const about = 'select 10 as minimum_n';

describe('release.spending', () => {
  const columns =
    'site_id site_name site_type school_level network_name driver measure attribution amount';
  const common = `(values (2025, 'actual', 'meals', 'Meals', 'meals', 'Meals', 'not_tied', 'Not tied', 'central', 'school',
    'school', '100', 'General fund', '3100', 'Food', '3100', '600', 'Supplies', 'none', 'No project', 'project', true))
    c(fiscal_year, amount_type, purpose_id, purpose_name, child_purpose_id, child_purpose_name, priority_id, priority_name,
      control, level, comparable_level, fund_code, fund_name, function_code, function_name, comparable_function_code,
      object_group, object_group_name, project_code, project_name, how_sure, operating)`;
  const rows = rowsSql(columns, [
    [
      'A',
      'Alder',
      'school',
      'high',
      'No network',
      'none',
      'school_reported',
      'recorded at the site',
      10,
    ],
    ['A', 'Alder', 'school', 'high', 'No network', 'students', 'central_pool', 'by students', 2],
    ['B', 'Birch', 'school', 'high', 'No network', 'students', 'central_pool', 'by students', 5],
    ['U1', 'Unit U1', 'unlisted', 'none', 'No network', 'none', 'none', 'recorded at the site', 3],
    ['U2', 'Unit U2', 'unlisted', 'none', 'No network', 'none', 'none', 'recorded at the site', 4],
  ]);
  const given = (students: number) => ({
    'marts.spending': `select * from (${rows}), ${common}`,
    'marts.schools': rowsSql('fiscal_year site_id students', [
      [2025, 'A', students],
      [2025, 'B', 400],
    ]),
    'marts.about': about,
  });

  test('adds units that the site list lacks up in one named bucket', async () => {
    const published = await runModel('release.spending', given(10));
    expect(published.map((row) => [row['site_id'], row['measure'], row['amount']])).toEqual([
      ['A', 'central_pool', '2.00'],
      ['A', 'school_reported', '10.00'],
      ['B', 'central_pool', '5.00'],
      ['unlisted', 'none', '7.00'],
    ]);
  });

  test('keeps the own dollars of a school with nine students, and not its share by students', async () => {
    const published = await runModel('release.spending', given(9));
    expect(published.map((row) => [row['site_id'], row['measure'], row['amount']])).toEqual([
      ['A', 'school_reported', '10.00'],
      ['B', 'central_pool', '5.00'],
      ['small_schools', 'central_pool', '2.00'],
      ['unlisted', 'none', '7.00'],
    ]);
  });
});

describe('release.schools', () => {
  const given = (students: number, groups: readonly number[] = [10, 10, 10]) => ({
    'marts.schools': `select 2025 as fiscal_year, 'A' as site_id, 'Alder' as site_name, 'school' as site_type,
      'high' as school_level, 'none' as network_id, 'No network' as network_name, ${students}::bigint as students,
      ${groups[0]}::bigint as low_income_students, 0.5::decimal(18,6) as low_income_share,
      ${groups[1]}::bigint as special_education_students, 0.1::decimal(18,6) as special_education_share,
      ${groups[2]}::bigint as english_learner_students, 0.1::decimal(18,6) as english_learner_share,
      2.0::decimal(18,4) as teacher_fte, 100.00 as site_amount, 100.00::decimal(18,2) as school_reported_amount,
      0.00 as central_people_amount, 0.00 as central_grants_amount`,
    'marts.school_measures': `select 2025 as fiscal_year, 'A' as site_id, 'Alder' as site_name, 'school' as site_type,
      'high' as school_level, ${students}::bigint as students, 5::bigint as low_income_students,
      0.5::decimal(18,6) as low_income_share, 100.00 as site_amount, 10.00 as site_per_student,
      100.00 as school_reported_amount, 10.00 as school_reported_per_student, 0.00 as central_people_amount,
      0.00 as central_grants_amount, 100.00::decimal(18,2) as with_central_amount,
      10.00::decimal(18,2) as with_central_per_student, 120.00::decimal(18,2) as all_in_amount,
      12.00::decimal(18,2) as all_in_per_student`,
    'marts.need': `select 2025 as fiscal_year, 'A' as site_id, 100.00::decimal(18,2) as with_central_amount,
      80.00::decimal(18,2) as expected_amount`,
    'marts.about': about,
  });

  test('shows a school whole with ten students of each group and ten others', async () => {
    const [school] = await runModel('release.schools', given(20));
    expect(school).toMatchObject({
      students: '20',
      with_central_per_student: '10.00',
      need_index: '1.250000',
      counts_hidden: false,
    });
    expect(Object.values(school ?? {})).not.toContain(null);
  });

  test.each([
    [
      [9, 10, 10],
      ['low_income_share', 'expected_amount', 'need_index'],
    ],
    [
      [11, 10, 10],
      ['low_income_share', 'expected_amount', 'need_index'],
    ],
    [[10, 0, 10], ['special_education_share']],
    [[10, 10, 20], ['english_learner_share']],
  ])('of 20 students, groups of %j hide %j', async (groups, columns) => {
    const [school] = await runModel('release.schools', given(20, groups));
    const hidden = Object.entries(school ?? {}).filter(([, cell]) => cell === null);
    expect(hidden.map(([name]) => name)).toEqual(columns);
  });

  test('of a school of nine shows its name, its staff and its own dollars, and nothing else', async () => {
    const [school] = await runModel('release.schools', given(9));
    const shown = Object.entries(school ?? {}).filter(([, cell]) => cell !== null);
    expect(shown.map(([name]) => name)).toEqual([
      'fiscal_year',
      'site_id',
      'site_name',
      'school_level',
      'network_id',
      'network_name',
      'teacher_fte',
      'school_reported_amount',
      'with_central_amount',
      'counts_hidden',
    ]);
  });
});

describe('release.results', () => {
  const given = (
    students: string,
    isPublic: boolean,
    schoolStudents: number,
    lowIncomeStudents = 10,
  ) => ({
    'marts.results': `select 2024 as school_year, 'A' as site_id, 'Alder' as site_name, 'high' as school_level,
      'reading' as measure, 'Reading' as measure_name, 'percent' as unit, 'ALL' as grade, 'all' as student_group,
      71.5::decimal(18,4) as value, 'Met' as rating, ${students}::integer as students, ${isPublic} as already_public,
      hides_result(${students}::integer, 10, ${isPublic}) as value_hidden, 2025 as spending_year`,
    'marts.school_measures': `select 2025 as fiscal_year, 'A' as site_id, ${schoolStudents}::bigint as students,
      ${lowIncomeStudents}::bigint as low_income_students, 0.5::decimal(18,6) as low_income_share, 12.00::decimal(18,2) as with_central_per_student,
      10.00::decimal(18,2) as school_reported_per_student`,
    'marts.about': about,
  });

  test('shows a result on ten students with its n', async () => {
    const [row] = await runModel('release.results', given('10', false, 60));
    expect(row).toMatchObject({ value: '71.5000', students: 10, hidden_reason: '' });
  });

  test('hides a result on nine students, and says why', async () => {
    const [row] = await runModel('release.results', given('9', false, 60));
    expect(row).toMatchObject({
      value: null,
      rating: null,
      students: null,
      hidden_reason: 'Hidden to protect students',
      with_central_per_student: '12.00',
    });
  });

  test('hides a result on an unknown number unless its source is public already', async () => {
    const [hidden] = await runModel('release.results', given('null', false, 60));
    expect(hidden).toMatchObject({
      value: null,
      hidden_reason: 'The number of students is not known',
    });
    const [shown] = await runModel('release.results', given('null', true, 60));
    expect(shown).toMatchObject({ value: '71.5000', value_hidden: false });
  });

  test('puts no share of low-income students beside them that tells fewer than ten', async () => {
    const [shown] = await runModel('release.results', given('12', true, 20));
    expect(shown).toMatchObject({ low_income_share: '0.500000' });
    const [few] = await runModel('release.results', given('12', true, 20, 9));
    expect(few).toMatchObject({ low_income_share: null, with_central_per_student: '12.00' });
    const [nearlyAll] = await runModel('release.results', given('12', true, 20, 11));
    expect(nearlyAll).toMatchObject({ low_income_share: null });
  });

  test('puts no dollars per student beside the results of a school with too few students', async () => {
    const [row] = await runModel('release.results', given('12', true, 9));
    expect(row).toMatchObject({ with_central_per_student: null, low_income_share: null });
  });
});
