import { describe, expect, test } from 'vitest';
import { cellText, rowsSql } from '../../support/rows.ts';
import { runModel } from '../../support/run-model.ts';

const about = (first: number, latest: number, word: string) =>
  `select ${first} as first_fiscal_year, ${latest} as latest_fiscal_year, '${word}' as amount_word, 0.8 as specific_rule_share`;

describe('what every district gets', () => {
  test('the largest purpose, with its share of operating dollars', async () => {
    const rows = await runModel('marts.finding_largest_purpose', {
      'marts.spending': rowsSql('fiscal_year purpose_id purpose_name operating how_sure amount', [
        [2013, 'classroom_teaching', 'Classroom teaching', true, 'object or function', 600],
        [2013, 'meals', 'Meals', true, 'default', 300],
        [2013, 'not_yet_assigned', 'Not yet assigned', true, 'not assigned', 700],
        [2013, 'outside_operating', 'Outside the operating budget', false, 'default', 9000],
      ]),
      'marts.about': about(2013, 2013, 'budgeted'),
      'marts.district_years': 'select 2013 as fiscal_year, 1600 as operating_amount',
    });
    expect(rows[0]?.['sentence']).toBe(
      'Classroom teaching is the largest purpose: $600 budgeted in 2013, 37.5% of operating dollars.',
    );
  });

  test('the widest gap between alike schools, where central people cannot be followed', async () => {
    const find = (followed: boolean, higher: number) =>
      runModel('marts.finding_school_gap', {
        'marts.alike_schools': rowsSql(
          'fiscal_year site_id site_name other_site_id other_site_name students other_students with_central_per_student other_with_central_per_student gap_amount',
          [[2013, 'A', 'Alder', 'C', 'Cedar', 500, 500, higher, 8000, 600_000]],
        ),
        'marts.about': about(2013, 2013, 'budgeted'),
        'marts.evidence': `select ${followed} as has_central_people_and_grants`,
      });
    expect(cellText((await find(false, 9200))[0], 'sentence')).toContain(
      '$9,200 and $8,000 per student budgeted for them: $600,000 apart.',
    );
    expect(await find(false, 9199)).toEqual([]);
    expect(await find(true, 9200)).toEqual([]);
  });

  test('what the files cannot say, with the reason', async () => {
    const rows = await runModel('marts.finding_gaps', {
      'marts.evidence': `select true as has_professional_learning, false as has_central_people_and_grants,
        true as has_need_quarters, false as has_several_years, true as has_school_dollars, false as has_functions,
        true as has_relations`,
    });
    expect(rows.map((row) => row['finding_id'])).toEqual([
      'alike_schools',
      'central_office',
      'moved_function',
    ]);
    expect(cellText(rows[0], 'sentence')).toContain('staff assignments, payroll');
  });
});
