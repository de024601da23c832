import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lateSources, lateWords } from '../../pipelines/runtime/late-sources.ts';
import { planYears } from '../../pipelines/runtime/plan-years.ts';
import { listExtracts } from '../../pipelines/runtime/extract-names.ts';
import { findSourceFiles } from '../../pipelines/runtime/sources.ts';
import { loadDistrict } from '../../transforms/config/load-district.ts';
import { temporaryFolder } from '../support/folders.ts';
import { problemOf } from '../support/staging-situations.ts';

const yaml = (more = '') => `version: 1
district: { id: small, name: Small, state: OH }
map: { amount_type: actual, chart: [fund] }
${more}
sources:
  - id: ledger
    extract: gl_balances
    file: 'GL_FY{fiscal_year}.csv'
    columns:
      fiscal_year: { const: '{fiscal_year}' }
      amount_type: { const: actual }
      fund_code: { from: fund }
      amount: { from: amount }
`;

async function found(files: Readonly<Record<string, string>>, more = '', sources = '') {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const district = loadDistrict(yaml(more) + sources, 'district.yaml');
  const sourceFiles = await findSourceFiles(district, folder, {});
  const years = planYears(district, sourceFiles, {});
  return { sourceFiles, years, late: lateSources(district, sourceFiles, years) };
}

test('the years of a map are those of its ledger files, unless they are listed', async () => {
  const files = { 'GL_FY2024.csv': 'fund,amount\n1,2\n', 'GL_FY2023.csv': 'fund,amount\n1,1\n' };
  expect((await found(files)).years).toEqual([2023, 2024]);
  expect((await found(files, 'fiscal_years: [2024]')).years).toEqual([2024]);
});

test('the same content for two years of a source is refused, naming both files', async () => {
  const text = 'fund,amount\n1,2\n';
  const twice = found({ 'GL_FY2023.csv': text, 'GL_FY2024.csv': text });
  await expect(twice).rejects.toMatchObject({
    code: 'file_twice',
    what: 'GL_FY2024.csv has the same content as GL_FY2023.csv, so its rows would count twice.',
  });
});

describe('what lies in the folder under the name of a file', () => {
  test('but cannot be read is told with its name, and no wait', async () => {
    const cases: readonly (readonly [
      name: string,
      put: (path: string) => unknown,
      what: RegExp,
    ])[] = [
      ['GL_FY2023.csv', (path) => symlinkSync('nowhere.csv', path), /gone|link/],
      ['GL_FY2024.csv', (path) => symlinkSync('GL_FY2024.csv', path), /gone|link/],
      ['GL_FY2025.csv', (path) => execFileSync('mkfifo', [path]), /pipe/],
    ];
    for (const [name, put, what] of cases) {
      const folder = await temporaryFolder();
      put(join(folder, name));
      const problem = await problemOf(
        findSourceFiles(loadDistrict(yaml(), 'district.yaml'), folder, {}),
      );
      expect(problem).toMatchObject({ rule: 'F01', where: { file: name } });
      expect(problem.what).toMatch(what);
    }
  });

  test('with signs that a terminal would obey is named without them', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'GL_FY2024\u001b[31m.csv'), 'fund,amount\n1,2\n');
    const district = loadDistrict(yaml().replace('year}.csv', 'year}*.csv'), 'district.yaml');
    const problem = await problemOf(findSourceFiles(district, folder, {}));
    expect(problem.where).toEqual({ file: 'GL_FY2024?[31m.csv' });
  });

  test('a pattern never reaches out of the folder', async () => {
    const outside = yaml().replace('GL_FY{fiscal_year}.csv', '../GL_FY{fiscal_year}.csv');
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'extracts'));
    await writeFile(join(folder, 'GL_FY2024.csv'), 'fund,amount\n1,2\n');
    await writeFile(join(folder, 'extracts/other.csv'), 'fund,amount\n1,2\n');
    const district = loadDistrict(outside, 'district.yaml');
    const problem = await problemOf(findSourceFiles(district, join(folder, 'extracts'), {}));
    expect(problem.code).toBe('file_missing');
  });
});

const CHART = `  - id: chart
    extract: account_codes
    file: 'CHART_FY{fiscal_year}.csv'
    columns:
      fiscal_year: { const: '{fiscal_year}' }
      segment: { from: segment }
      code: { from: code }
      code_name: { from: name }
`;

describe('a list that did not change and is sent again for another year', () => {
  const ledgers = { 'GL_FY2023.csv': 'fund,amount\n1,1\n', 'GL_FY2024.csv': 'fund,amount\n1,2\n' };
  const text = 'segment,code,name\nfund,100,General\n';
  const charts = { 'CHART_FY2023.csv': text, 'CHART_FY2024.csv': text };

  test('is read for each year, under a key of its own', async () => {
    const { sourceFiles } = await found({ ...ledgers, ...charts }, '', CHART);
    const lists = sourceFiles.filter(({ sourceId }) => sourceId === 'chart');
    expect(lists.map(({ year }) => year)).toEqual([2023, 2024]);
    expect(lists[0]?.fileKey).toBe(lists[0]?.sha256.slice(0, 16));
    expect(lists[1]?.fileKey).not.toBe(lists[0]?.fileKey);
    expect(lists[1]?.sha256).toBe(lists[0]?.sha256);
  });

  test('is refused where two files are of one year, or where its own rows say the year', async () => {
    const wide = CHART.replace('CHART_FY{fiscal_year}', 'CHART_FY{fiscal_year}*');
    const copy = found({ ...ledgers, ...charts, 'CHART_FY2024 copy.csv': text }, '', wide);
    await expect(copy).rejects.toMatchObject({ code: 'file_twice', rule: 'F15' });
    const said = CHART.replace(`{ const: '{fiscal_year}' }`, '{ from: year }');
    await expect(found({ ...ledgers, ...charts }, '', said)).rejects.toMatchObject({
      code: 'file_twice',
    });
  });
});

describe('a source without a file', () => {
  const ledgers = { 'GL_FY2023.csv': 'fund,amount\n1,1\n', 'GL_FY2024.csv': 'fund,amount\n1,2\n' };

  test('is late, and a source without its newest file too', async () => {
    const none = await found(ledgers, '', CHART);
    expect(none.late).toEqual([
      { source: 'chart', extract: 'account_codes', title: 'Chart of accounts', latest_year: null },
    ]);
    const older = await found({ ...ledgers, 'CHART_FY2023.csv': 'a\n' }, '', CHART);
    expect(older.late.map(lateWords)).toEqual([
      'chart (Chart of accounts): the newest file is of fiscal year 2023, and so are its figures',
    ]);
    expect((await found({ ...ledgers, 'CHART_FY2024.csv': 'a\n' }, '', CHART)).late).toEqual([]);
  });

  test('is late by no year when the names of its files say none', async () => {
    const list = CHART.replace('CHART_FY{fiscal_year}', 'chart').replace(
      `{ const: '{fiscal_year}' }`,
      '{ from: year }',
    );
    expect((await found({ ...ledgers, 'chart.csv': 'a\n' }, '', list)).late).toEqual([]);
  });

  test('is a mistake where it is required', async () => {
    const required = found(
      ledgers,
      '',
      CHART.replace('    file:', '    required: true\n    file:'),
    );
    await expect(required).rejects.toMatchObject({ code: 'file_missing' });
  });
});

test.each([
  [
    'is not there',
    (folder: string) => join(folder, 'gone'),
    'The folder of extracts is not there.',
  ],
  ['is empty', (folder: string) => folder, 'The folder of extracts has no files.'],
])('a folder of extracts that %s is told as such', async (_, place, what) => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, '.gitkeep'), '');
  await expect(listExtracts(place(folder))).rejects.toMatchObject({
    code: 'extracts_missing',
    exit: 2,
    what,
  });
});

test('a file that is of the newest year and of the year before has come for both', async () => {
  const before = `  - id: expected
    extract: gl_balances
    file: 'BUDGET{fiscal_year}-*.csv'
    columns:
      fiscal_year: { const: '{fiscal_year}' }
      amount_type: { const: actual_estimated }
      fund_code: { from: fund }
      amount: { from: amount }
  - id: budget
    extract: gl_balances
    file: 'BUDGET*-{fiscal_year}.csv'
    columns:
      fiscal_year: { const: '{fiscal_year}' }
      amount_type: { const: budget_original }
      fund_code: { from: fund }
      amount: { from: amount }
`;
  const { late, years } = await found(
    { 'BUDGET2023-2024.csv': 'fund,amount\n1,1\n', 'GL_FY2023.csv': 'fund,amount\n1,2\n' },
    '',
    before,
  );
  expect(years).toEqual([2023, 2024]);
  expect(late.map(({ source }) => source)).toEqual(['ledger']);
});
