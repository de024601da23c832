import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
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

  const file = join(root, 'for-the-sender.csv');
  const exported = await runCommand(['quarantine', district, '--home', home, '--export', file]);
  expect(exported.code, exported.output).toBe(0);
  expect(exported.output).toContain('2 records written');
  expect(exported.output).toContain('data of persons');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const [header, first] = readFileSync(file, 'utf8').split('\r\n');
  expect(header).toBe('"file","line","reason","original"');
  expect(first).toBe(
    `"payroll_2024.csv","${bad}","L20, column amount: The cell has more than two decimals, which no amount of dollars and cents has.",` +
      '"2024,1,GHOSTEMP,BASE,100,1000,111,000,T1,S1,12.345,GHOSTBANK"',
  );
});
