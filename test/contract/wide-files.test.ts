import { expect, test } from 'vitest';
import { cellsOf } from '../support/rows.ts';
import { given, problemOf } from '../support/staging-situations.ts';

/** A school's budget in one record: an amount for each item, and their total. */
const budgets = (total: string, amount = '{ from: dollars }'): string => `  - id: budgets
    extract: gl_balances
    file: budgets.csv
    drop: [{ id: sum, when: { school: All } }]
    reshape:
      columns: { Teachers: teachers, Aides: aides, Books: books }
      name: item
      value: dollars
      total: ${total}
    columns:
      fiscal_year: { const: '2024' }
      amount_type: { const: actual }
      fund_code: { from: school }
      object_code: { from: item }
      amount: ${amount}
`;

test("a school's items must add up to the total in its row, but for the dollars of rounding that are allowed", async () => {
  const file = (total: string): string =>
    `school,Teachers,Aides,Books,Total\nA,10,5.25,,15.25\nB,7,,-1,${total}\nAll,17,5.25,-1,99\n`;
  const exact = await given(budgets('{ column: Total }'), { 'budgets.csv': file('6') });
  const staged = await exact.stage('budgets');
  expect(
    cellsOf(await staged.rows('staging.stored_totals'), 'record_no', 'amount', 'items_amount'),
  ).toEqual([
    ['2', '15.25', '15.25'],
    ['3', '6.00', '6.00'],
  ]);
  const off = await given(budgets('{ column: Total }'), { 'budgets.csv': file('6.01') });
  expect(await problemOf(off.stage('budgets'))).toMatchObject({
    code: 'stored_total_differs',
    what: 'The stored total differs from the cells of its row by 0.01 dollars.',
    where: { file: 'budgets.csv', line: 3, column: 'Total' },
    exit: 3,
  });
  const allowed = '{ column: Total, within: 0.01 }';
  const within = await given(budgets(allowed), { 'budgets.csv': file('6.01') });
  expect((await within.stage('budgets')).made.relations['staging.gl_balances']?.rows).toBe(4);
  const unreadable = await given(budgets(allowed), { 'budgets.csv': file('') });
  expect((await problemOf(unreadable.stage('budgets'))).what).toBe(
    'The stored total cannot be read as an amount.',
  );
});

test('amounts finer than cents are rounded so that the file still adds up', async () => {
  // 0.125 + 0.125 + 0.125 + 0.1249 = 0.4999, which is 0.50; each rounded by itself they would be 0.51.
  const district = await given(
    budgets('{ column: Total, within: 0.01 }', '{ from: dollars, round: carry }'),
    {
      'budgets.csv':
        'school,Teachers,Aides,Books,Total\nAll,9.999,9,9,9\nA,0.125,0.125,,0.25\nB,0.125,,1249E-4,0.2499\n',
    },
  );
  const staged = await district.stage('budgets');
  expect(
    cellsOf(await staged.rows('staging.gl_balances'), 'fund_code', 'object_code', 'amount'),
  ).toEqual([
    ['A', 'teachers', '0.13'],
    ['A', 'aides', '0.12'],
    ['B', 'teachers', '0.13'],
    ['B', 'books', '0.12'],
  ]);
});

test('a bound is kept as words, and never read as the number that stands for it', async () => {
  const district = await given(
    `  - id: rates
    extract: outcome_aggregates
    file: rates.csv
    columns:
      school_year: { const: '2024' }
      site_id: { from: school }
      measure: { const: graduation_rate }
      value: { from: rate, when: { mask: '' }, scale: share, round: 1 }
      rating: { from: mask, map: { '1': over 95% } }
`,
    { 'rates.csv': 'school,rate,mask\nA,0.8166666666666667,\nB,0.95,1\nC,0.95,\n' },
  );
  const staged = await district.stage('rates');
  expect(
    cellsOf(await staged.rows('staging.outcome_aggregates'), 'site_id', 'value', 'rating'),
  ).toEqual([
    ['A', '81.7000', null],
    ['B', null, 'over 95%'],
    ['C', '95.0000', null],
  ]);
});

test('a wrong cell of a wide file is told by the column that it stands in', async () => {
  const file = 'school,Teachers,Aides,Books,Total\nA,1,x,2,3\n';
  const ledger = await given(budgets('{ column: Total }'), { 'budgets.csv': file });
  expect((await problemOf(ledger.stage('budgets'))).where).toEqual({
    file: 'budgets.csv',
    line: 2,
    column: 'Aides',
  });
  const rates = await given(
    `  - id: rates
    extract: outcome_aggregates
    file: rates.csv
    reshape: { columns: { math_pct: math, read_pct: reading }, name: subject, value: percent }
    columns:
      school_year: { const: '2024' }
      site_id: { from: school }
      measure: { from: subject }
      value: { from: percent }
`,
    { 'rates.csv': 'school,math_pct,read_pct\nA,51.5,n/a\n' },
  );
  expect(
    cellsOf(
      await (await rates.stage('rates')).rows('staging.quarantined_rows'),
      'line',
      'column_name',
    ),
  ).toEqual([['2', 'read_pct']]);
});

test("headers that name the year are found in each year's file", async () => {
  const sources = `  - id: students
    extract: enrollment_counts
    file: 'students_{fiscal_year}.csv'
    drop: [{ id: not_open, when: { 'Students (FY{fiscal_year:yy})': '0' } }]
    reshape:
      columns:
        'Students (FY{fiscal_year:yy})': all
        'English learners (FY{fiscal_year:yy})': english_learner
      name: group
      value: students
    columns:
      school_year: { const: '{fiscal_year}' }
      site_id: { from: school }
      student_group: { from: group }
      students: { from: students }
`;
  const file =
    'school,Students (FY24),English learners (FY24),Students (FY25)\nA,20,3,7\nB,0,0,9\n';
  const district = await given(sources, { 'students_2024.csv': file });
  expect(
    cellsOf(
      await (await district.stage('students')).rows('staging.enrollment_counts'),
      'site_id',
      'student_group',
      'students',
    ),
  ).toEqual([
    ['A', 'all', 20],
    ['A', 'english_learner', 3],
  ]);
  const next = { set: { fiscal_year: '2025' } };
  const missing = await given(sources, { 'students_2025.csv': file }, next);
  expect((await problemOf(missing.stage('students'))).where).toMatchObject({
    column: 'English learners (FY25)',
  });
});
