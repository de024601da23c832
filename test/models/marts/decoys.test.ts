import { describe, expect, test } from 'vitest';
import { cellText } from '../../support/rows.ts';
import { modelSql, runModel, withoutLine } from '../../support/run-model.ts';

const about = (first: number, latest: number) =>
  `select ${first} as first_fiscal_year, ${latest} as latest_fiscal_year, 'spent' as amount_word, 0.9 as specific_rule_share`;

describe('the decoys', () => {
  const sites = (type: string) => ({
    'marts.school_measures': `select * from (values
      ('S1', 'Alder', 'school', 'elementary', 400, 10000.00), ('S2', 'Birch', 'school', 'elementary', 400, 10100.00),
      ('S3', 'Cedar', 'school', 'elementary', 400, 10200.00), ('S4', 'Dogwood', 'school', 'elementary', 400, 10300.00),
      ('S5', 'Elm', 'school', 'elementary', 400, 10400.00), ('P1', 'The center', '${type}', 'none', 46, 54000.00))
      t(site_id, site_name, site_type, school_level, students, site_per_student), (values (2025)) y(fiscal_year)`,
    'staging.settings': 'select 10 as minimum_n',
    'marts.about': about(2023, 2025),
    'marts.school_comparisons': modelSql('marts.school_comparisons'),
  });

  test('a center with the highest cost per student is no outlier school', async () => {
    expect(await runModel('marts.finding_outlier_school', sites('program'))).toEqual([]);
    expect(await runModel('marts.finding_outlier_school', sites('school'))).toHaveLength(3);
  });

  test('without its guard the outlier rule would flag the center', async () => {
    const guard = withoutLine("and school_comparisons.site_type = 'school'");
    const rows = await runModel('marts.finding_outlier_school', sites('program'), guard);
    expect(cellText(rows[0], 'sentence')).toBe(
      'The center has $54,000 per student, more than twice the $10,200 of the school in the middle of those it is compared with.',
    );
  });

  const recoded = {
    'marts.year_over_year': `select * from (values
      (2025, 'as coded', '2320', 'Executive administration', 5900000.00, 5000000.00, 900000.00, 0.180000::decimal(18,6)),
      (2025, 'comparable', '2320', 'Executive administration', 5050000.00, 5000000.00, 50000.00, 0.010000))
      t(fiscal_year, series, function_code, function_name, amount, previous_amount, change_amount, change_share)`,
    'marts.about': about(2023, 2025),
  };

  test('a function that grew by recoding alone did not move', async () => {
    expect(await runModel('marts.finding_moved_function', recoded)).toEqual([]);
  });

  test('without its guard the rule would say that it grew 18 percent', async () => {
    const guard = withoutLine("and year_over_year.series = 'comparable'");
    const rows = await runModel('marts.finding_moved_function', recoded, guard);
    expect(cellText(rows[0], 'sentence')).toContain(
      'Executive administration grew 18.0%, from $5.0M to $5.9M spent',
    );
  });

  const relations = {
    'marts.relations': `select * from (values
      ('elementary', 14, 0.0500::decimal(9,4)), ('all', 23, -0.8100)) t(school_level, schools, correlation_with_dollars),
      (values (2025, 2025, 'reading', 'ALL', true, -0.7::decimal(9,4), 'A sentence.')) c(school_year, spending_year, measure, grade,
      enough_evidence, correlation_with_need, sentence)`,
    'marts.about': about(2023, 2025),
  };

  test('a relation that vanishes within elementary schools is not told', async () => {
    expect(await runModel('marts.finding_results_relation', relations)).toEqual([]);
  });

  test('without its guard the relation over all grade spans would be told', async () => {
    const guard = withoutLine("and relations.school_level <> 'all'");
    expect(await runModel('marts.finding_results_relation', relations, guard)).toHaveLength(4);
  });
});
