import { describe, expect, test } from 'vitest';
import { runModel } from '../../support/run-model.ts';

/** Schools with results 1, 2, 3, ...; need falls in a straight line, dollars go up and down. */
function points(schools: number): string {
  return `select 2025 as school_year, 2025 as spending_year, 'reading' as measure, 'Reading' as measure_name,
    'ALL' as grade, 'elementary' as school_level, place::varchar as site_id, place::decimal(18,4) as value,
    (1 - place / 100)::decimal(18,6) as low_income_share,
    (case when place % 2 = 0 then 10000 else 12000 end)::decimal(18,2) as with_central_per_student
    from range(1, ${schools + 1}) as t(place)`;
}

describe('correlations', () => {
  test('eight schools are evidence; a straight line is -1, a zigzag little', async () => {
    const rows = await runModel('marts.correlations', { 'marts.relation_points': points(8) });
    // By hand: results deviate -3.5..3.5 (sum of squares 42), dollars by 1000 each way; sum of products -4000.
    // r = -4000 / (sqrt(42) * sqrt(8 * 1000^2)) = -0.2182.
    expect(rows[0]).toMatchObject({
      schools: '8',
      enough_evidence: true,
      correlation_with_need: '-1.0000',
      correlation_with_dollars: '-0.2182',
    });
  });

  test('seven schools are not enough evidence', async () => {
    const rows = await runModel('marts.correlations', { 'marts.relation_points': points(7) });
    expect(rows[0]).toMatchObject({
      enough_evidence: false,
      correlation_with_need: null,
      correlation_with_dollars: null,
    });
  });
});

describe('relations', () => {
  const told = async (need: string, dollars: string, enough = true, grade = 'ALL') => {
    const rows = await runModel('marts.relations', {
      'marts.correlations': `select 2025 as school_year, 2025 as spending_year, 'reading' as measure,
        'Reading' as measure_name, '${grade}' as grade, 'elementary' as school_level, 14 as schools, ${enough} as enough_evidence,
        ${need}::decimal(9,4) as correlation_with_need, ${dollars}::decimal(9,4) as correlation_with_dollars`,
    });
    return rows[0]?.['sentence'];
  };

  test('are told in words, never as a cause', async () => {
    expect(await told('-0.82', '0.07')).toBe(
      'Among 14 elementary schools, values of Reading fall clearly with the share of low-income students and have no clear relation to dollars per student.',
    );
    expect(await told('null', '-0.5')).toBe(
      'Among 14 elementary schools, values of Reading fall clearly with dollars per student.',
    );
    expect(await told('null', '0.31', true, '05')).toBe(
      'Among 14 elementary schools, values of Reading, grade 05, rise a little with dollars per student.',
    );
    expect(await told('null', 'null', false)).toBe(
      'Not enough evidence: 14 elementary schools have both results and dollars.',
    );
  });
});

describe('relation_points', () => {
  test('leave out hidden results, small schools, grades and groups', async () => {
    const result = (site: string, group: string, hidden: boolean) =>
      `(2025, 2025, 'reading', 'Reading', 'elementary', '${site}', 'school', 'ALL', '${group}', 70.0, ${hidden})`;
    const rows = await runModel('marts.relation_points', {
      'marts.results': `select * from (values ${[
        result('A', 'all', false),
        result('A', 'gifted', false),
        result('B', 'all', true),
        result('C', 'all', false),
      ].join(
        ', ',
      )}) t(school_year, spending_year, measure, measure_name, school_level, site_id, site_type, grade,
        student_group, value, value_hidden)`,
      'marts.school_measures': `select * from (values ('A', 60), ('B', 60), ('C', 9)) t(site_id, students),
        (values (2025, 0.5, 12000.00)) c(fiscal_year, low_income_share, with_central_per_student)`,
      'staging.settings': 'select 10 as minimum_n',
    });
    expect(rows.map((row) => [row['school_level'], row['site_id']])).toEqual([
      ['all', 'A'],
      ['elementary', 'A'],
    ]);
  });

  test('take each grade where results come by grade only, and the whole where there is one', async () => {
    const rows = await runModel('marts.relation_points', {
      'marts.results': `select * from (values ('reading', '03'), ('reading', '04'), ('math', 'ALL'), ('math', '03'))
        t(measure, grade), (values (2025, 2025, 'Result', 'elementary', 'A', 'school', 'all', 70.0, false))
        c(school_year, spending_year, measure_name, school_level, site_id, site_type, student_group, value, value_hidden)`,
      'marts.school_measures': `select 'A' as site_id, 60 as students, 2025 as fiscal_year, 0.5 as low_income_share,
        12000.00 as with_central_per_student`,
      'staging.settings': 'select 10 as minimum_n',
    });
    const within = rows.filter((row) => row['school_level'] === 'elementary');
    expect(within.map((row) => [row['measure'], row['grade']])).toEqual([
      ['math', 'ALL'],
      ['reading', '03'],
      ['reading', '04'],
    ]);
  });
});
