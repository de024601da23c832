import { beforeAll, describe, expect, it } from 'vitest';
import type { Edition } from '../support/edition.ts';
import { type GoldenFigure, readGolden } from '../support/golden.ts';
import { cellText } from '../support/rows.ts';
import { sampleSite } from '../support/sample-site.ts';

/** What earlier months of the year in progress came to stands in their editions: see months.test.ts. */
const isEarlierMonth = ({ finding, figure }: GoldenFigure): boolean =>
  finding === 'to_date' && /_[1-4]$/.test(figure);
const golden = readGolden().filter((figure) => !isEarlierMonth(figure));
const promised = ['professional_learning', 'alike_schools', 'need', 'central_office', 'vacancies'];

/** How a figure that is no part of a finding is read from the published tables. */
const queries: Readonly<Record<string, (figure: GoldenFigure) => string>> = {
  'frame/schools': ({ year }) => `select count(*) from release.schools where fiscal_year = ${year}`,
  'frame/students': ({ year }) =>
    `select sum(students) from release.schools where fiscal_year = ${year}`,
  'frame/operating': ({ year }) => spending(year, 'operating'),
  'frame/operating_per_student': () => 'select operating_per_student from release.about',
  'frame/teacher_fte': ({ year }) =>
    `select sum(fte) from release.staffing where position_type = 'teacher' and fiscal_year = ${year}`,
  'frame/not_yet_assigned': ({ year }) => spending(year, `purpose_id = 'not_yet_assigned'`),
  'frame/outside_operating': ({ year }) => spending(year, `purpose_id = 'outside_operating'`),
  'frame/assigned': ({ year }) => spending(year, `purpose_id <> 'not_yet_assigned'`),
  plan: ({ year, figure }) =>
    spending(year, `purpose_id <> 'not_yet_assigned' and priority_id = '${figure}'`),
  'closed_school/students': ({ year }) =>
    `select students from release.schools where site_id = '110' and fiscal_year = ${year}`,
  'closed_school/with_central': ({ year }) =>
    `select with_central_amount from release.schools where site_id = '110' and fiscal_year = ${year}`,
  'to_date/schools': ({ year }) =>
    `select count(*) from release.schools where fiscal_year = ${year}`,
  'to_date/students': ({ year }) =>
    `select sum(students) from release.schools where fiscal_year = ${year}`,
  'to_date/operating_5': ({ year }) => toDate(year, 'operating'),
  'to_date/per_student_5': ({ year }) =>
    `select (${toDate(year, 'operating')}) / sum(students) from release.schools where fiscal_year = ${year}`,
  'to_date/substitutes_5': ({ year }) => toDate(year, `child_purpose_id = 'substitutes'`),
  'to_date/not_yet_assigned_5': ({ year }) => toDate(year, `purpose_id = 'not_yet_assigned'`),
  'to_date/new_project_5': ({ year }) => spending(year, `project_code = '2998'`),
  budget: ({ year, figure }) => {
    const [, of = '', column = ''] = /^(.*)_([a-z]+)$/.exec(figure) ?? [];
    return `select sum(${column}_amount) from release.budget_against_actual
      where fiscal_year = ${year} and (${BUDGETS[of] ?? 'false'})`;
  },
  'grants/language_spent': ({ year }) =>
    `select spent_amount from release.grants where project_code = '4301' and fiscal_year = ${year}`,
  'decoys/center_per_student': ({ year }) =>
    `select (select sum(amount) from release.spending
        where site_type = 'program' and fiscal_year = ${year}) / 46.0`,
  'decoys/guidance_as_coded': ({ year }) => spending(year, `function_code = '2120'`),
  'decoys/guidance_comparable': ({ year }) => spending(year, `comparable_function_code = '2120'`),
  'decoys/guidance_as_coded_growth': ({ year }) =>
    `select sum(amount) filter (where fiscal_year = ${year})
        / sum(amount) filter (where fiscal_year = ${year - 1}) - 1
    from release.spending where function_code = '2120'`,
};

/** What the golden figures of budgets are of. */
const BUDGETS: Readonly<Record<string, string>> = {
  operating: 'operating',
  substitutes: `child_purpose_id = 'substitutes'`,
  tutoring: `child_purpose_id = 'tutoring'`,
  not_yet_assigned: `purpose_id = 'not_yet_assigned'`,
  alder: `site_id = '101'`,
  maple: `site_id = '112'`,
};

function toDate(year: number, condition: string): string {
  return `select sum(amount) from release.year_to_date
    where through_period = 5 and fiscal_year = ${year} and (${condition})`;
}

function spending(year: number, condition: string): string {
  return `select sum(amount) from release.spending where fiscal_year = ${year} and (${condition})`;
}

describe('the sample district, from its published tables', () => {
  let edition: Edition;

  beforeAll(async () => {
    ({ edition } = await sampleSite());
  });

  it.each(golden.filter(({ finding }) => promised.includes(finding)))(
    'the finding $finding says that $figure in $year is $value',
    async ({ finding, figure, year, value }) => {
      const found = await edition.rows(
        `select value, fiscal_year, available from release.findings
        where finding_id = '${finding}' and figure_id = '${figure}'`,
      );
      expect(found).toHaveLength(1);
      expect(found[0]).toMatchObject({ fiscal_year: year, available: true });
      expect(toDigits(cellText(found[0], 'value'), value)).toBe(value);
    },
  );

  it.each(
    golden
      .filter(({ finding, figure }) => !promised.includes(finding) && figure !== 'center_students')
      .map((figure) => ({ ...figure, key: `${figure.finding}/${figure.figure}` })),
  )('$key in $year is $value', async ({ key, ...figure }) => {
    const query = queries[key] ?? queries[figure.finding];
    if (!query) throw new Error(`Nothing says how ${key} is read.`);
    expect(toDigits(await edition.figure(query(figure)), figure.value)).toBe(figure.value);
  });

  it('flags no decoy: no center, no function that grew by recoding alone, no relation across spans', async () => {
    const text = JSON.stringify(
      await edition.rows('select sentence, figure, page from release.findings'),
    );
    const centers = await edition.rows(
      `select distinct site_name from release.spending where site_type = 'program'`,
    );
    expect(centers.length).toBeGreaterThan(0);
    for (const center of centers) expect(text).not.toContain(cellText(center, 'site_name'));
    expect(text).not.toMatch(/Guidance/i);
    expect(
      await edition.rows(
        `select * from release.findings where finding_id = 'results_relation' and available`,
      ),
    ).toEqual([]);
  });
});

/** A figure with as many digits after the point as the golden one has. */
function toDigits(value: string, golden: string): string {
  const digits = golden.split('.')[1]?.length ?? 0;
  return Number(value).toFixed(digits);
}
