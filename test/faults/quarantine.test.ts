import { parse } from 'csv-parse/sync';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exportQuarantine } from '../../pipelines/operations/export-quarantine.ts';
import { runCommand } from '../support/command.ts';
import { scratchFolder } from '../support/scratch.ts';
import { changeFile, writeSmallDistrict } from '../support/small-district.ts';

const root = scratchFolder('quarantine');

it('lists what a blocked refresh set aside, and writes it for the sender and no one else', async () => {
  const district = join(root, 'district');
  const home = join(root, 'home');
  writeSmallDistrict(district);
  changeFile(
    district,
    'extracts/payroll_2024.csv',
    (text) =>
      `${text}2024,1,GHOSTEMP,BASE,100,1000,111,000,T1,S1,12.345,GHOSTBANK\n` +
      '2024,1,GHOSTEMP,BASE,100,1000,111,000,T1,6-Nov,10.00,GHOSTBANK\n',
  );
  const lines = readFileSync(join(district, 'extracts/payroll_2024.csv'), 'utf8').split(
    '\n',
  ).length;
  const [bad, damaged] = [lines - 2, lines - 1];
  const refreshed = await runCommand(['refresh', district, '--home', home, '--no-site']);
  expect(refreshed.code, refreshed.output).toBe(3);

  const listed = await runCommand(['quarantine', district, '--home', home, '--json']);
  expect(listed.code, listed.output).toBe(0);
  expect(listed.output).not.toContain('GHOSTBANK');
  const { rows } = JSON.parse(listed.stdout) as { rows: Record<string, unknown>[] };
  expect(rows.map(({ file, line, column, rule }) => [file, line, column, rule])).toEqual([
    ['payroll_2024.csv', bad, 'amount', 'L20'],
    ['payroll_2024.csv', damaged, 'site', 'F11'],
  ]);

  const folder = join(root, 'for-the-sender');
  const exported = await runCommand(['quarantine', district, '--home', home, '--export', folder]);
  expect(exported.code, exported.output).toBe(0);
  expect(exported.output).toContain('2 rows written');
  expect(exported.output).toContain('data of persons');
  const file = join(folder, 'payroll_2024.csv.payroll.sent-again.csv');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const [header, first] = parse(readFileSync(file));
  expect(header?.join()).toBe(
    'source_file,source_line,source_row,wrong_column,wrong_rule,wrong_reason,' +
      'fiscal_year,period,employee,earn_code,fund,function,object,project,job,site,amount,bank,source_text',
  );
  expect(first?.slice(0, 2)).toEqual(['payroll_2024.csv', String(bad)]);
  expect(first?.[2]).toMatch(/^r[0-9a-f]{16}$/);
  expect(first?.slice(3, 5)).toEqual(['amount', 'L20']);
  expect(first?.[5]).toContain('more than two decimals');
  expect(first?.slice(6).join()).toBe(
    '2024,1,GHOSTEMP,BASE,100,1000,111,000,T1,S1,12.345,GHOSTBANK,',
  );
});

it('a row whose cells cannot be told apart is written for the sender as one text', async () => {
  const row = {
    source: 'roster',
    file: 'roster.csv',
    fileKey: 'k',
    sentAgain: false,
    line: 7,
    column: '',
    rule: 'F06',
    reason: 'The record does not have as many cells as the header.',
    columns: ['a', 'b'],
  };
  const folder = join(root, 'ragged');
  const files = await exportQuarantine(
    [
      { ...row, original: 'x,y,z', cells: ['x', 'y', 'z'] },
      { ...row, line: 8, original: '"x"y,z', cells: null },
      { ...row, line: 9, original: 'x\0,y', cells: ['x\0', 'y'] },
    ],
    folder,
  );
  expect(files).toEqual([{ name: 'roster.csv.roster.sent-again.csv', records: 3 }]);
  const [, ...rows] = parse(readFileSync(join(folder, 'roster.csv.roster.sent-again.csv')));
  expect(rows.map((cells) => cells.slice(6))).toEqual([
    ['', '', 'x,y,z'],
    ['', '', '"x"y,z'],
    ['', '', 'x\0,y'],
  ]);
});
