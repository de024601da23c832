import { describe, expect, test } from 'vitest';
import { given, LEDGER, problemOf, SITES } from '../support/staging-situations.ts';

const wholeLedger = LEDGER.replace('GL_FY{fiscal_year}*.csv', 'GL.csv');
const rows = 'year,fund,item,amount\n2024,01,A,1\n2022,01,A,1\n2021,01,A,1\n';

describe('the fiscal years of the map', () => {
  test('a ledger row of another year is refused, with its line and what to do', async () => {
    const district = await given(wholeLedger, { 'GL.csv': rows }, { fiscalYears: [2023, 2024] });
    const problem = await problemOf(district.stage('ledger'));
    expect(problem).toMatchObject({
      code: 'year_not_mapped',
      where: { file: 'GL.csv', line: 3, column: 'year' },
    });
    expect(problem.what).toBe(
      'This row is of fiscal year 2022, and so is 1 more row; the map covers 2023, 2024.',
    );
    expect(problem.fix).toContain('Add 2022 to fiscal_years in district.yaml');
  });

  test('a file that is named by another year is refused too', async () => {
    const files = { 'GL_FY2024.csv': 'year,fund,item,amount\n2024,01,A,1\n' };
    const district = await given(LEDGER, files, { fiscalYears: [2023] });
    const problem = await problemOf(district.stage('ledger'));
    expect(problem).toMatchObject({ code: 'year_not_mapped', where: { line: 2 } });
    expect(problem.fix).toContain('its name says the year');
  });

  test('a row that a rule drops may be of any year', async () => {
    const sources = `${wholeLedger}    keep: [{ column: year, in: ['2024'] }]\n`;
    const district = await given(sources, { 'GL.csv': rows }, { fiscalYears: [2024] });
    expect((await district.stage('ledger')).made.relations['staging.gl_balances']?.rows).toBe(1);
  });
});

test('a row set aside stands with its line and its text', async () => {
  const text = 'year,site,name,type\n2024,1,"two\nlines",school\n2024,2,,school\nsoon,3,,school\n';
  const district = await given(SITES, { 'sites.csv': text });
  const staged = await district.stage('sites');
  const aside = await staged.rows('staging.quarantined_rows');
  expect(
    aside.map((row) => [row['record_no'], row['line'], row['column_name'], row['original']]),
  ).toEqual([
    ['3', '4', 'name', '2024,2,,school'],
    ['4', '5', 'name', 'soon,3,,school'],
    ['4', '5', 'year', 'soon,3,,school'],
  ]);
});
