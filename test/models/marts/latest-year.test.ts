import { describe, expect, test } from 'vitest';
import { rowsSql } from '../../support/rows.ts';
import { modelSql, runModel } from '../../support/run-model.ts';

const settings = (amountType: string) =>
  `select 'x' as district_id, 'X' as district_name, 'OH' as state, false as invented,
    '${amountType}' as amount_type, null::varchar as scope_note, 10 as minimum_n`;

/** What marts.about is made from, with a ledger that has come to a period in each of some years. */
const house = (...years: readonly (readonly [year: number, lastPeriod: number])[]) => ({
  'staging.settings': settings('actual'),
  'marts.district_years': rowsSql(
    'fiscal_year last_period in_progress ledger_as_of specific_rule_share operating_amount operating_per_student',
    years.map(([year, period]) => [year, period, period < 12, `${year}-01-31`, 0.9, 100, 10]),
  ).replace('select *', 'select * replace (ledger_as_of::date as ledger_as_of)'),
  'marts.tie_out': `select 'the trial balance' as ties_to`,
  'core.students':
    'select 2000 as school_year, null::varchar as denominator_type, null::date as count_date where false',
  'marts.as_of': `select 'ledger' as kind, 1 as position, date '2024-06-30' as as_of, 'ledger to Jun 30, 2024' as label`,
});

test.each([
  ['actual', 'spent'],
  ['encumbrance', 'committed'],
  ['pre_encumbrance', 'committed'],
  ['budget_original', 'budgeted'],
  ['budget_revised', 'budgeted'],
])('dollars of the type %s are %s', async (amountType, word) => {
  const given = { ...house([2024, 12]), 'staging.settings': settings(amountType) };
  const [about] = await runModel('marts.about', given);
  expect(about).toMatchObject({ amount_word: word });
});

describe('the latest year', () => {
  test('is the latest complete one, and the year in progress is named beside it', async () => {
    const [about] = await runModel('marts.about', house([2024, 12], [2025, 13], [2026, 5]));
    expect(about).toMatchObject({
      first_fiscal_year: 2024,
      latest_fiscal_year: 2025,
      year_to_date: false,
      progress_fiscal_year: 2026,
      period_words: 'fiscal year 2025',
    });
  });

  test('is the year in progress where no year is complete, and says so', async () => {
    const [about] = await runModel('marts.about', house([2025, 11], [2026, 5]));
    expect(about).toMatchObject({
      first_fiscal_year: 2026,
      latest_fiscal_year: 2026,
      year_to_date: true,
      period_words: 'fiscal year 2026 to date',
    });
  });

  test('says what its figures per student are divided by', async () => {
    const counted = async (kind: string, day: string) => {
      const [about] = await runModel('marts.about', {
        ...house([2024, 12], [2025, 12]),
        'core.students': `select * from (values (2024, 'membership', null::date), (2025, ${kind}, ${day}::date))
          t(school_year, denominator_type, count_date)`,
      });
      return about?.['students_counted'];
    };
    expect(await counted(`'count_date'`, `'2024-10-01'`)).toBe(
      'students enrolled on October 1, 2024',
    );
    expect(await counted(`'count_date'`, 'null')).toBe('students enrolled');
    expect(await counted(`'attendance'`, 'null')).toBe('students in average daily attendance');
    expect(await counted(`'full_time_equivalent'`, 'null')).toBe('full-time equivalent students');
  });

  test('an earlier year without its last periods is compared with no whole year', async () => {
    const years = house([2023, 11], [2024, 12], [2025, 12], [2026, 5]);
    const rows = await runModel('release.fiscal_years', {
      ...years,
      'marts.about': modelSql('marts.about'),
      'marts.to_date_years': rowsSql(
        'fiscal_year through_period to_date_amount to_date_per_student',
        [],
      ),
    });
    expect(rows.map((row) => [row['fiscal_year'], row['is_compared']])).toEqual([
      [2023, false],
      [2024, true],
      [2025, true],
      [2026, false],
    ]);
  });
});

describe('results', () => {
  test('stand beside the dollars of the closest complete year', async () => {
    const [row] = await runModel('marts.results', {
      ...house([2025, 12], [2026, 5]),
      'marts.about': modelSql('marts.about'),
      'core.outcomes': `select 2026 as school_year, 'A' as site_id, 'math' as measure, 'ALL' as grade,
        'all' as student_group, 50.0 as value, null::varchar as rating, 40 as students, false as already_public`,
      'staging.measures': rowsSql('measure measure_name unit', [['math', 'Math', 'percent']]),
      'core.sites': rowsSql('fiscal_year site_id site_name site_type school_level', [
        [2025, 'A', 'Alder', 'school', 'elementary'],
      ]),
    });
    expect(row).toMatchObject({ spending_year: 2025, site_name: 'Alder' });
  });
});

describe('findings', () => {
  const finding = (id: string) => `marts.finding_${id}`;
  const columns =
    'finding_id title available sentence page how_sure figure_id figure fiscal_year value unit';
  const given = (yearToDate: boolean) => ({
    'marts.about': `select ${yearToDate} as year_to_date`,
    ...Object.fromEntries(
      [
        'professional_learning',
        'alike_schools',
        'school_gap',
        'need',
        'central_office',
        'outlier_school',
        'moved_function',
        'results_relation',
        'vacancies',
      ].map((id) => [finding(id), rowsSql(columns, [])]),
    ),
    [finding('largest_purpose')]: rowsSql(columns, [
      [
        'largest_purpose',
        'T',
        true,
        'Teaching is the largest.',
        '/money',
        's',
        'a',
        'A',
        2026,
        1,
        'dollars',
      ],
    ]),
    [finding('gaps')]: rowsSql('finding_id title sentence', []),
  });

  test('of a year that is not complete say that they are year to date', async () => {
    const [row] = await runModel('marts.findings', given(true));
    expect(row?.['sentence']).toBe('Teaching is the largest. Year to date, not a whole year.');
    const [whole] = await runModel('marts.findings', given(false));
    expect(whole?.['sentence']).toBe('Teaching is the largest.');
  });
});
