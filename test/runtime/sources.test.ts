import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { planYears } from '../../pipelines/runtime/plan-years.ts';
import { findSourceFiles, listExtracts } from '../../pipelines/runtime/sources.ts';
import { loadDistrict } from '../../transforms/config/load-district.ts';
import { temporaryFolder } from '../support/folders.ts';

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

async function found(files: Readonly<Record<string, string>>, more = '') {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const district = loadDistrict(yaml(more), 'district.yaml');
  const sourceFiles = await findSourceFiles(district, folder, {});
  return { sourceFiles, years: planYears(district, sourceFiles, {}) };
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
