import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  plainForms,
  plainNumberSql,
  plainSql,
} from '../../pipelines/materialize/staging/number-sql.ts';
import { WORTH_A_TEST } from '../../pipelines/materialize/staging/plain-row.ts';
import { Engine, quote } from '../../pipelines/runtime/duckdb.ts';
import { cleanCell } from '../../transforms/contract/cell.ts';
import { EXTRACTS } from '../../transforms/extracts/index.ts';
import { cellsOf } from '../support/rows.ts';
import { given, LEDGER, problemOf } from '../support/staging-situations.ts';

const kinds = [
  ...new Set(
    [...EXTRACTS.values()].flatMap(({ columns }) => Object.values(columns).map(({ kind }) => kind)),
  ),
];

test('a cell in its kind’s plain form is valid, and has nothing to trim', () => {
  const plain = kinds.filter((kind) => kind.plain !== null);
  expect(plain.length).toBeGreaterThan(20);
  for (const kind of plain) {
    const texts = fc.sample(fc.stringMatching(new RegExp(`^(?:${kind.plain})$`)), {
      numRuns: 400,
      seed: 7,
    });
    const short = texts.filter((text) => text.length <= 120);
    expect(short.length, kind.reason).toBeGreaterThan(100);
    expect(short.filter((text) => cleanCell(text, []) !== text)).toEqual([]);
    expect(
      short.filter((text) => !kind.zod.safeParse(text).success),
      kind.reason,
    ).toEqual([]);
  }
});

/** Enough rows of another fund that the file is worth the test. */
const others = '1,02,0110,2023-07-01,1,Other fund\n'.repeat(WORTH_A_TEST);

const formats = [
  { decimal: '.', negative: ['minus'] },
  { decimal: '.', thousands: ',', negative: ['minus'] },
  { decimal: '.', thousands: ',', currency: '$', negative: ['minus', 'parentheses'] },
  { decimal: '.', currency: '$', negative: ['parentheses', 'trailing_minus'] },
] as const;

test('an amount in a plain form is the number that the careful way reads', async () => {
  const engine = await Engine.open({ threads: 1 });
  for (const format of formats) {
    const settings = { ...format, negative: [...format.negative] };
    const forms = plainForms(settings) ?? '';
    const texts = fc.sample(fc.stringMatching(new RegExp(`^(?:${forms})$`)), {
      numRuns: 300,
      seed: 7,
    });
    const rows = await engine.rows(
      `select text, ${plainSql('text', settings)} as quick, ${plainNumberSql('text', settings)} as careful
      from (values ${texts.map((text) => `(${quote(text)})`).join(', ')}) as texts(text)
      where quick::decimal(18,2) is distinct from careful::decimal(18,2)`,
    );
    expect(rows).toEqual([]);
  }
  engine.close();
});

test('rows that are plain and rows that are not give the same values, in the order of the file', async () => {
  const district = await given(
    `  - id: ledger
    extract: gl_transactions
    file: ledger.csv
    number_format: { thousands: ',', currency: '$', negative: [minus, parentheses] }
    missing: ['9999', n/a]
    keep: [{ column: fund, in: ['01'] }]
    columns:
      fiscal_year: { const: '2024' }
      fiscal_period: { from: period }
      amount_type: { const: actual }
      fund_code: { from: fund }
      object_code: { from: item }
      posting_date: { from: day }
      amount: { from: amount }
      description: { from: memo }
`,
    {
      'ledger.csv': `period,fund,item,day,amount,memo
07,01,0110,2023-07-01,"$1,234.50",Chalk
7, 01 ,0110 ,2023-07-01,"$1,234.50",\u00a0Chalk
8,01,,2024-02-29,(5.25),n/a
8,02,0110,2023-08-01,1,Other fund
9,01,9999,,-7,"Caf\u00e9, ""new"""
10,01,6-Nov,2023-10-01,8,Damaged
11,01,0110,2023-02-30,9,No such day
${others}`,
    },
  );
  const staged = await district.stage('ledger');
  const columns = ['record_no', 'fiscal_period', 'fund_code', 'object_code', 'posting_date'];
  expect(
    cellsOf(await staged.rows('staging.gl_transactions'), ...columns, 'amount', 'description'),
  ).toEqual([
    ['2', 7, '01', '0110', '2023-07-01', '1234.50', 'Chalk'],
    ['3', 7, '01', '0110', '2023-07-01', '1234.50', 'Chalk'],
    ['4', 8, '01', null, '2024-02-29', '-5.25', null],
    ['6', 9, '01', null, null, '-7.00', 'Caf\u00e9, "new"'],
  ]);
  expect(
    cellsOf(await staged.rows('staging.quarantined_rows'), 'record_no', 'column_name', 'rule_id'),
  ).toEqual([
    ['7', 'item', 'F11'],
    ['8', 'day', 'F12'],
  ]);
  const totals = cellsOf(
    await staged.rows('staging.read_totals'),
    'outcome',
    'rule_id',
    'fund_code',
    'records',
    'amount',
  );
  expect(new Set(totals.map((row) => row.join(' ')))).toEqual(
    new Set([
      'dropped keep 02 1001 1001.00',
      'in_file  02 1001 1001.00',
      'in_file  01 6 2473.75',
      'loaded  01 4 2456.75',
      'quarantined  01 2 17.00',
    ]),
  );
});

test('a cell that is taken whole and in parts gives both, in a long file as in a short one', async () => {
  const district = await given(
    `  - id: ledger
    extract: gl_balances
    file: ledger.csv
    columns:
      fiscal_year: { const: '2024' }
      amount_type: { const: actual }
      fund_code: { from: ACCOUNT, split: { separator: '-', index: 0 } }
      object_code: { from: ACCOUNT, split: { separator: '-', index: 1 } }
      account_string: { from: ACCOUNT }
      amount: { from: AMOUNT }
`,
    { 'ledger.csv': `ACCOUNT,AMOUNT\n${'01-0110,7.25\n'.repeat(WORTH_A_TEST)}` },
  );
  const staged = await district.stage('ledger');
  const rows = cellsOf(
    await staged.rows('staging.gl_balances'),
    'fund_code',
    'object_code',
    'account_string',
    'amount',
  );
  expect(rows).toEqual(
    Array.from({ length: WORTH_A_TEST }, () => ['01', '0110', '01-0110', '7.25']),
  );
});

test('a total among the lines of a long ledger, and a row without any number, are told as in a short one', async () => {
  const district = await given(
    `${LEDGER}  - id: students
    extract: enrollment_counts
    file: students.csv
    columns:
      school_year: { from: year }
      site_id: { from: school }
      student_group: { const: all }
      students: { from: number }
      share: { from: share }
`,
    {
      'GL_FY2024.csv': `year,fund,item,amount\n${'2024,01,0110,1.00\n'.repeat(WORTH_A_TEST)}2024,,,1000.00\n`,
      'students.csv': `year,school,number,share\n${Array.from({ length: WORTH_A_TEST }, (_, i) => `2024,${i},5,\n`).join('')}2024,A1,,\n`,
    },
  );
  const told = await problemOf(district.stage('ledger'));
  expect([told.rule, told.where?.line]).toEqual(['F07', WORTH_A_TEST + 2]);
  const students = await district.stage('students');
  expect(
    cellsOf(await students.rows('staging.quarantined_rows'), 'record_no', 'column_name', 'rule_id'),
  ).toEqual([[String(WORTH_A_TEST + 2), 'number', 'F04']]);
});

test('in a long file too, a Social Security number is told, and a federal number that is cut short', async () => {
  const people = Array.from({ length: WORTH_A_TEST }, (_, i) => `2024,E${i + 1},1.0\n`).join('');
  const sites = Array.from({ length: WORTH_A_TEST }, (_, i) => `${i + 1},School,391234500017\n`);
  const district = await given(
    `  - id: roster
    extract: staff_roster
    file: roster.csv
    columns:
      fiscal_year: { from: year }
      snapshot_date: { const: '2023-10-01' }
      staff_id: { from: id }
      total_fte: { from: fte }
  - id: sites
    extract: organizations
    file: sites.csv
    columns:
      fiscal_year: { const: '2024' }
      site_id: { from: site }
      site_name: { from: name }
      site_type: { const: school }
      nces_school_id: { from: nces }
`,
    {
      'roster.csv': `year,id,fte\n${people}2024,123456789,1.0\n`,
      'sites.csv': `site,name,nces\n${sites.join('')}S1,Cut,3912345\n`,
    },
  );
  for (const [source, column, rule] of [
    ['roster', 'id', 'K11'],
    ['sites', 'nces', 'F13'],
  ] as const) {
    const staged = await district.stage(source);
    const aside = await staged.rows('staging.quarantined_rows');
    expect(cellsOf(aside, 'record_no', 'column_name', 'rule_id')).toEqual([
      [String(WORTH_A_TEST + 2), column, rule],
    ]);
  }
});
