import { describe, expect, test } from 'vitest';
import { rowsSql } from '../../support/rows.ts';
import { modelSql, runModel } from '../../support/run-model.ts';

describe('site_dollars', () => {
  test('keeps the parts of the measures apart and leaves out what is outside operating', async () => {
    const rows = await runModel('marts.site_dollars', {
      'marts.spending': `select * from (values
        ('A', 'school_reported', 'none', true, 100.00), ('A', 'central_people_and_grants', 'assignment', true, 20.00),
        ('A', 'central_people_and_grants', 'project_sites', true, 5.00), ('A', 'central_pool', 'students', true, 7.00),
        ('A', 'none', 'none', false, 900.00), ('none', 'none', 'none', true, 50.00))
        t(site_id, measure, driver, operating, amount), (values (2025)) y(fiscal_year)`,
    });
    expect(rows).toEqual([
      {
        fiscal_year: 2025,
        site_id: 'A',
        site_amount: '125.00',
        school_reported_amount: '100.00',
        central_people_amount: '20.00',
        central_grants_amount: '5.00',
        central_pool_amount: '7.00',
      },
    ]);
  });
});

describe('site_years', () => {
  test('a year with students and no site list takes the names of the closest year', async () => {
    const rows = await runModel('marts.site_years', {
      'core.sites': rowsSql(
        'fiscal_year site_id site_name site_type school_level network_id network_name',
        [
          [2013, 'A', 'Alder School', 'school', 'k8', 'N1', 'North'],
          [2010, 'A', 'Alder Elementary', 'school', 'elementary', null, null],
        ],
      ),
      'core.students': rowsSql('school_year site_id', [
        [2012, 'A'],
        [2013, 'A'],
      ]),
      'marts.site_dollars': rowsSql('fiscal_year site_id', [[2013, 'A']]),
    });
    expect(rows.map((row) => [row['fiscal_year'], row['site_name'], row['network_id']])).toEqual([
      [2012, 'Alder School', 'N1'],
      [2013, 'Alder School', 'N1'],
    ]);
  });
});

describe('school_measures', () => {
  test('adds the measures up and divides them by students; without students it divides nothing', async () => {
    const rows = await runModel('marts.school_measures', {
      'marts.schools': `select * from (values
        ('A', 420, 4704000.00, 400000.00, 734000.00, 966000.00), ('B', null, 10.00, 0.00, 0.00, 0.00))
        t(site_id, students, school_reported_amount, central_people_amount, central_grants_amount, central_pool_amount),
        (values (2025, 'Alder', 'school', 'elementary', 210, 0.5, 0.00))
        c(fiscal_year, site_name, site_type, school_level, low_income_students, low_income_share, site_amount)`,
    });
    expect(rows[0]).toMatchObject({
      school_reported_per_student: '11200.00',
      with_central_amount: '5838000.00',
      with_central_per_student: '13900.00',
      all_in_amount: '6804000.00',
      all_in_per_student: '16200.00',
    });
    expect(rows[1]).toMatchObject({ with_central_amount: '10.00', with_central_per_student: null });
  });
});

/** Four schools of one span; weight 0.30, so 100 students with 50 low-income ones count 115. */
const measures = `select * from (values
    ('A', 'elementary', 100, 100, 1.0, 1200.00), ('B', 'elementary', 100, 0, 0.0, 1100.00),
    ('M', 'middle', 50, 50, 1.0, 500.00), ('N', 'middle', 50, null, null, 500.00))
    t(site_id, school_level, students, low_income_students, low_income_share, with_central_amount),
    (values (2025, 'school')) c(fiscal_year, site_type)`;

describe('need', () => {
  test("expects base x (students + 0.30 x low-income students), with the span's own dollars as the sum", async () => {
    const rows = await runModel('marts.need', {
      'marts.school_measures': measures,
      'staging.settings': 'select 0.30::decimal(9,4) as need_weight_low_income',
    });
    // 2300.00 over 130 + 100 weighted students is a base of 10.00 per student.
    expect(rows.map((row) => [row['site_id'], row['expected_amount']])).toEqual([
      ['A', '1300.00'],
      ['B', '1000.00'],
      ['M', '500.00'],
    ]);
  });

  test('the expected dollars of a grade span add up to its own, to the cent', async () => {
    const rows = await runModel('marts.need', {
      'marts.school_measures': `select 'S' || number as site_id, 2025 as fiscal_year, 'school' as site_type,
        'high' as school_level, 100 as students, 0 as low_income_students, 0.0 as low_income_share,
        if(number = 1, 100.00, 0.00)::decimal(18,2) as with_central_amount from range(1, 4) as t(number)`,
      'staging.settings': 'select 0.30::decimal(9,4) as need_weight_low_income',
    });
    // 100.00 over three equal schools: the first by number gets the cent that is left.
    expect(rows.map((row) => row['expected_amount'])).toEqual(['33.34', '33.33', '33.33']);
  });

  test('fourteen elementary schools make quarters of 4, 4, 3 and 3, the neediest first', async () => {
    const schools = Array.from({ length: 14 }, (_, place) => {
      const share = (90 - 5 * place) / 100;
      return [2025, `S${10 + place}`, 'elementary', 100, 90 - 5 * place, share, 1000, 1000];
    });
    const columns =
      'fiscal_year site_id school_level students low_income_students low_income_share with_central_amount expected_amount';
    const quarters = { 'marts.school_quarters': modelSql('marts.school_quarters') };
    const rows = await runModel('marts.need_quarters', {
      'marts.need': rowsSql(columns, schools),
      ...quarters,
    });
    expect(rows.map((row) => [row['schools'], row['low_income_share']])).toEqual([
      ['4', '0.825000'],
      ['4', '0.625000'],
      ['3', '0.450000'],
      ['3', '0.300000'],
    ]);
    const seven = rowsSql(columns, schools.slice(0, 7));
    expect(await runModel('marts.need_quarters', { 'marts.need': seven, ...quarters })).toEqual([]);
  });
});

describe('alike_schools', () => {
  const given = (students: number, share: number) => ({
    'marts.school_measures': `select * from (values
      ('A', 420, 0.50, 4704000.00, 800000.00, 334000.00, 11200.00, 13900.00),
      ('C', ${students}, ${share}, 4683000.00, 404000.00, 79000.00, 11150.00, 12300.00))
      t(site_id, students, low_income_share, school_reported_amount, central_people_amount, central_grants_amount,
        school_reported_per_student, with_central_per_student),
      (values (2025, 'A school', 'school', 'elementary', 1.00)) c(fiscal_year, site_name, site_type, school_level, with_central_amount)`,
    'staging.settings': 'select 10 as minimum_n',
  });

  test('the gap of two schools of 420 is 672,000 in three parts', async () => {
    const rows = await runModel('marts.alike_schools', given(420, 0.52));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      site_id: 'A',
      other_site_id: 'C',
      gap_amount: '672000.00',
      central_people_gap: '396000.00',
      central_grants_gap: '255000.00',
      school_reported_gap: '21000.00',
    });
  });

  test('dollars come to the size of the other school in whole cents, half a cent up', async () => {
    const rows = await runModel('marts.alike_schools', {
      'marts.school_measures': `select * from (values
        ('A', 400, 0.05, -0.05, 90071992547409.93, 900.00, 1000.00), ('C', 410, 0.00, 0.00, 0.00, 1.00, 1.00))
        t(site_id, students, school_reported_amount, central_people_amount, central_grants_amount,
          school_reported_per_student, with_central_per_student),
        (values (2025, 'A school', 'school', 'elementary', 0.5, 1.00))
        c(fiscal_year, site_name, site_type, school_level, low_income_share, with_central_amount)`,
      'staging.settings': 'select 10 as minimum_n',
    });
    // 5 cents x 410 / 400 = 5.125 cents; 9,007,199,254,740,993 cents, one more than a double holds, x 1.025 = ...517.825.
    expect(rows[0]).toMatchObject({
      school_reported_gap: '0.05',
      central_people_gap: '-0.05',
      central_grants_gap: '92323792361095.18',
    });
  });

  test('enrollment more than 5 percent apart or need more than 2 points apart is not alike', async () => {
    expect(await runModel('marts.alike_schools', given(399, 0.5))).toHaveLength(1);
    expect(await runModel('marts.alike_schools', given(398, 0.5))).toEqual([]);
    expect(await runModel('marts.alike_schools', given(420, 0.53))).toEqual([]);
  });
});
