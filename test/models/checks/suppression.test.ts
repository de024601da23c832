import { describe, expect, test } from 'vitest';
import { cellText, rowsSql } from '../../support/rows.ts';
import { runModel } from '../../support/run-model.ts';

const counts = {
  'core.students': rowsSql(
    'school_year site_id students low_income_students special_education_students english_learner_students',
    [
      [2024, 'SMALL', 9, 5, 5, 5],
      // Ten of each group, and ten who are not in it: exactly on the minimum.
      [2024, 'LARGE', 20, 10, 10, 10],
    ],
  ),
  'staging.settings': 'select 10 as minimum_n',
};

const schoolColumns = [
  'students',
  'low_income_share',
  'special_education_share',
  'english_learner_share',
  'school_reported_per_student',
  'with_central_per_student',
  'all_in_amount',
  'all_in_per_student',
  'expected_amount',
  'need_index',
];

function schools(shown: string | null): string {
  const cells = (value: (column: string) => string) =>
    schoolColumns.map((column) => `${value(column)}::decimal(18,6) as ${column}`).join(', ');
  return `select 2024 as fiscal_year, 'SMALL' as site_id, ${cells((column) => (column === shown ? '1' : 'null'))}
    union all select 2024, 'LARGE', ${cells(() => '1')}`;
}

const resultColumns =
  'school_year site_id measure grade student_group value rating students spending_year low_income_share with_central_per_student school_reported_per_student';

const outcomes = rowsSql(
  'school_year site_id measure grade student_group students already_public',
  [
    [2024, 'LARGE', 'reading', 'ALL', 'all', 10, false],
    [2024, 'LARGE', 'reading', 'ALL', 'gifted', 9, false],
    [2024, 'LARGE', 'math', 'ALL', 'all', null, false],
    [2024, 'LARGE', 'science', 'ALL', 'all', null, true],
  ],
);

type Cell = string | number | null;
const result = (measure: string, group: string, value: Cell, students: Cell, site = 'LARGE') =>
  [2024, site, measure, 'ALL', group, value, null, students, 2024, null, null, null] as Cell[];

const hidden = [
  result('reading', 'all', 71.5, 10),
  result('reading', 'gifted', null, null),
  result('math', 'all', null, null),
  result('science', 'all', 60, null),
];

async function audit(
  schoolsSql: string,
  results: readonly Cell[][],
  students = counts['core.students'],
): Promise<string[]> {
  const rows = await runModel('checks.suppression_holds', {
    ...counts,
    'core.students': students,
    'core.outcomes': outcomes,
    'release.schools': schoolsSql,
    'release.results': rowsSql(resultColumns, results),
  });
  return rows.map((row) => cellText(row, 'what'));
}

describe('suppression_holds', () => {
  test('is silent when all of the small school is hidden and a school on the minimum is shown', async () => {
    expect(await audit(schools(null), hidden)).toEqual([]);
  });

  test.each(schoolColumns)('fires when %s of a small school is shown', async (column) => {
    expect(await audit(schools(column), hidden)).toContain(
      'Table schools: site SMALL in 2024 shows what counts fewer students than the minimum.',
    );
  });

  const share = (of: string) =>
    `Table schools: site LARGE in 2024 shows a share (${of}) of which the students, or all others, are fewer than the minimum.`;

  test.each([
    ['nine students of low-income families', [9, 10, 10], [share('low income')]],
    ['all but nine of them', [11, 10, 10], [share('low income')]],
    ['no student in special education', [10, 0, 10], [share('special education')]],
    ['only English learners', [10, 10, 20], [share('English learners')]],
    ['an unknown number of English learners', [10, 10, null], [share('English learners')]],
  ])('fires when a share is shown of %s', async (_, groups, said) => {
    const [lowIncome = null, special = null, learners = null] = groups;
    const students = rowsSql(
      'school_year site_id students low_income_students special_education_students english_learner_students',
      [[2024, 'LARGE', 20, lowIncome, special, learners]],
    );
    expect(await audit(schools(null), hidden, students)).toEqual(said);
  });

  test('fires when a result stands beside such a share', async () => {
    const students = rowsSql(
      'school_year site_id students low_income_students special_education_students english_learner_students',
      [[2023, 'LARGE', 20, 9, 10, 10]],
    );
    const beside = [2024, 'LARGE', 'science', 'ALL', 'all', 60, null, null, 2023, 0.45, null, null];
    expect(await audit(schools(null), [beside], students)).toEqual([
      'Table results: site LARGE in 2024 shows a share (low income) of which the students, or all others, are fewer than the minimum.',
    ]);
  });

  test('fires when a result on nine students is shown', async () => {
    const shown = [...hidden, result('reading', 'gifted', 88, null)].filter(
      (row, place) => place !== 1 && row,
    );
    expect(await audit(schools(null), shown)).toEqual([
      'Table results: reading of site LARGE in 2024 stands on too few students, or on an unknown number.',
    ]);
  });

  test('fires when a result on an unknown number is shown', async () => {
    const shown = [...hidden.slice(0, 2), result('math', 'all', 50, null), ...hidden.slice(3)];
    expect(await audit(schools(null), shown)).toHaveLength(1);
  });

  test('fires when a small count stands beside a hidden or public value', async () => {
    const shown = [...hidden.slice(0, 3), result('science', 'all', 60, 9)];
    expect(await audit(schools(null), shown)).toHaveLength(1);
  });

  test('fires when a result of a small school carries its dollars per student', async () => {
    const beside = [
      2024,
      'SMALL',
      'science',
      'ALL',
      'all',
      null,
      null,
      null,
      2024,
      null,
      12.5,
      null,
    ];
    expect(await audit(schools(null), [...hidden, beside])).toEqual([
      'Table results: science of site SMALL in 2024 is beside dollars per student of a hidden count.',
    ]);
  });
});

describe('pooled_dollars_hidden', () => {
  const given = (site: string) => ({
    ...counts,
    'release.spending': rowsSql('fiscal_year site_id measure attribution amount', [
      [2024, 'SMALL', 'school_reported', 'recorded at the site', 100],
      [2024, site, 'central_pool', 'by students', 5],
    ]),
  });

  test('is silent when the pool of a small school stands in a bucket', async () => {
    expect(await runModel('checks.pooled_dollars_hidden', given('small_schools'))).toEqual([]);
  });

  test('fires when it stands at the school', async () => {
    const rows = await runModel('checks.pooled_dollars_hidden', given('SMALL'));
    expect(rows.map((row) => row['what'])).toEqual([
      'Table spending: site SMALL in 2024 shows its share of the central pool.',
    ]);
  });
});
