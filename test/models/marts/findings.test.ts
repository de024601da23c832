import { describe, expect, test } from 'vitest';
import type { Row } from '../../../pipelines/runtime/duckdb.ts';
import { cellText, rowsSql } from '../../support/rows.ts';
import { modelSql, runModel } from '../../support/run-model.ts';

const about = (first: number, latest: number, word = 'spent') =>
  `select ${first} as first_fiscal_year, ${latest} as latest_fiscal_year, '${word}' as amount_word, 0.9 as specific_rule_share`;

/** Figure id to value, as a whole dollar or as the text that it is. */
function figures(rows: readonly Row[]): Record<string, number> {
  return Object.fromEntries(rows.map((row) => [cellText(row, 'figure_id'), Number(row['value'])]));
}

describe('professional learning', () => {
  const given = (first: string, latest: string) => ({
    'marts.about': about(2023, 2025),
    'marts.professional_learning': `select * from (values (2023, ${first}), (2025, ${latest})) t(fiscal_year,
      total_amount, operating_share, per_teacher, function_amount, initiatives, tied_amount, tied_share, default_share)`,
    'marts.professional_learning_change': modelSql('marts.professional_learning_change'),
  });
  const boston = given(
    '7200000.00, 0.040000::decimal(18,6), 9000.00::decimal(18,2), 2160000.00::decimal(18,2), 27, 1512000.00, 0.210000::decimal(18,6), 0.1',
    '10800000.00, 0.058065, 13500.00, 3240000.00, 9, 7560000.00, 0.700000, 0.1',
  );

  test('says total, share, per teacher, the function beside it, initiatives and the plan', async () => {
    const rows = await runModel('marts.finding_professional_learning', boston);
    expect(rows[0]?.['sentence']).toBe(
      'We spent $10.8M on professional learning in 2025, 5.8% of operating dollars and $13,500 per teacher, ' +
        '3.3 times what the function for it shows. It grew 50.0% since 2023. ' +
        'It runs in 9 initiatives (27 in 2023), and 70.0% of it is tied to the plan (21.0% in 2023).',
    );
    expect(figures(rows)).toEqual({
      total_first: 7_200_000,
      total_latest: 10_800_000,
      operating_share_first: 0.04,
      operating_share_latest: 0.058065,
      per_teacher_first: 9000,
      per_teacher_latest: 13_500,
      function_first: 2_160_000,
      function_latest: 3_240_000,
      initiatives_first: 27,
      initiatives_latest: 9,
      tied_first: 1_512_000,
      tied_latest: 7_560_000,
      tied_share_first: 0.21,
      tied_share_latest: 0.7,
    });
    expect(rows[0]?.['how_sure']).toBe('90.0% of these dollars coded by a specific rule');
  });

  test('is silent when the function shows it and little changed', async () => {
    const quiet = given(
      '1000.00, 0.01::decimal(18,6), 9.00, 1000.00, 3, 0.00, 0.0::decimal(18,6), 0.1',
      '1240.00, 0.012, 9.00, 1240.00, 3, 0.00, 0.0, 0.1',
    );
    expect(await runModel('marts.finding_professional_learning', quiet)).toEqual([]);
  });

  test('says the total alone where one year of a budget has neither functions nor staff', async () => {
    const rows = await runModel('marts.finding_professional_learning', {
      'marts.about': about(2013, 2013, 'budgeted'),
      'marts.professional_learning': `select 2013 as fiscal_year, 3469799.00 as total_amount,
        0.002856::decimal(18,6) as operating_share, null::decimal(18,2) as per_teacher,
        null::decimal(18,2) as function_amount, 0 as initiatives, 0.00 as tied_amount,
        0.0::decimal(18,6) as tied_share, 0 as default_share`,
      'marts.professional_learning_change': modelSql('marts.professional_learning_change'),
    });
    expect(rows[0]?.['sentence']).toBe(
      'We budgeted $3.5M on professional learning in 2013, 0.3% of operating dollars.',
    );
  });
});

describe('two schools that look equal', () => {
  const columns =
    'fiscal_year school_level site_id site_name other_site_id other_site_name students other_students school_reported_per_student other_school_reported_per_student with_central_per_student other_with_central_per_student school_reported_gap central_people_gap central_grants_gap gap_amount';
  // prettier-ignore
  const pair = (reported: number, central: number, gap: number) => [
    2025, 'elementary', 'A', 'Alder', 'C', 'Cedar', 420, 420, reported, 11_150, central, 12_300, 21_000, 396_000, 255_000, gap,
  ];
  const find = (rows: (string | number)[][]) =>
    runModel('marts.finding_alike_schools', {
      'marts.alike_schools': rowsSql(columns, rows),
      'marts.about': about(2023, 2025),
    });

  test('tells the pair, both figures and the three parts of the gap', async () => {
    const rows = await find([pair(11_200, 13_900, 672_000)]);
    expect(rows[0]?.['sentence']).toBe(
      'Alder and Cedar have about the same students and look equal, at $11,200 and $11,150 per student in their own books. ' +
        'With the people and grants paid centrally that work there they have $13,900 and $12,300: a gap of $672,000, ' +
        'of which $396,000 is coaches and itinerant staff and $255,000 is grants.',
    );
    expect(figures(rows)).toMatchObject({
      gap: 672_000,
      gap_people: 396_000,
      gap_grants: 255_000,
      gap_school_reported: 21_000,
    });
  });

  test('is silent when their own books differ by more than 1 percent, or both together by less than 8', async () => {
    expect(await find([pair(11_262, 13_900, 672_000)])).toEqual([]);
    expect(await find([pair(11_200, 13_283, 400_000)])).toEqual([]);
    expect(await find([pair(11_200, 13_284, 400_000)])).toHaveLength(10);
  });
});

describe('dollars and need', () => {
  const find = (neediest: number, least: number) =>
    runModel('marts.finding_need', {
      'marts.need_quarters': `select * from (values
        (2025, 1, 4, 13450.00, ${neediest}::decimal(18,6), 0.8::decimal(18,6)),
        (2025, 4, 3, 13140.00, ${least}, 0.2)) t(fiscal_year, quarter, schools, with_central_per_student, need_index, low_income_share)`,
      'marts.about': about(2023, 2025),
    });

  test('tells the difference and that it is less than need suggests', async () => {
    const rows = await find(0.93, 1.06);
    expect(rows[0]?.['sentence']).toBe(
      'The neediest quarter of elementary schools gets $310 more per student than the least needy ($13,450 and $13,140), ' +
        'and that is less than need suggests: an index of 0.93 against 1.06.',
    );
    expect(figures(rows)).toMatchObject({
      difference: 310,
      index_neediest: 0.93,
      index_least: 1.06,
    });
  });

  test('is silent exactly on either threshold', async () => {
    expect(await find(0.97, 1.06)).toEqual([]);
    expect(await find(0.93, 1.03)).toEqual([]);
  });
});

describe('central office', () => {
  const find = (latestShare: string, comparableShare: string) =>
    runModel('marts.finding_central_office', {
      'marts.central_office': `select * from (values
        (2023, 16200000.00, 0.090000::decimal(18,6), 16200000.00, 0.090000::decimal(18,6), 0.00, 13392000.00, 0.0744::decimal(18,6), 1080.00),
        (2025, 12090000.00, ${latestShare}, 15624000.00, ${comparableShare}, 3534000.00, 51840000.00, 0.278710, 4320.00))
        t(fiscal_year, central_amount, central_share, comparable_amount, comparable_share, moved_amount,
          school_control_amount, school_control_share, school_control_per_student)`,
      'marts.about': about(2023, 2025),
    });

  test('tells what fell, what only moved, and what schools decide', async () => {
    const rows = await find('0.065000', '0.084000');
    expect(rows[0]?.['sentence']).toBe(
      'Central office fell from 9.0% to 6.5% of operating dollars between 2023 and 2025; ' +
        'counted the same way in both years it is 8.4%, since $3.5M only moved to other codes. ' +
        'Schools decide on 27.9% of operating dollars, 7.4% in 2023.',
    );
    expect(figures(rows)).toMatchObject({
      central_first: 16_200_000,
      central_latest: 12_090_000,
      comparable_latest: 15_624_000,
      moved_latest: 3_534_000,
      school_control_first: 13_392_000,
      school_control_per_student_latest: 4320,
    });
  });

  test('is silent when the share moved by less than a point, or nothing was recoded', async () => {
    expect(await find('0.081000', '0.090000')).toEqual([]);
    expect(await find('0.065000', '0.069000')).toEqual([]);
  });
});
