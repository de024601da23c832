import { createHash, createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cellsOf } from '../support/rows.ts';
import { given } from '../support/staging-situations.ts';

const roster = `  - id: roster
    extract: staff_roster
    file: roster.csv
    columns:
      fiscal_year: { const: '{fiscal_year}' }
      snapshot_date: { const: '2023-10-01' }
      staff_id: { from: id }
      total_fte: { from: fte }
      annual_base_salary: { from: salary }
`;

test('a person’s number becomes its HMAC and stands in no typed file', async () => {
  const district = await given(roster, {
    'roster.csv': 'id,fte,salary,name\nE7731904,1.0,50000,Canary\nE7731905,x,50000,Wren\n',
  });
  const staged = await district.stage('roster');
  const key = createHmac('sha256', 'a secret of the test')
    .update('E7731904')
    .digest('hex')
    .slice(0, 32);
  expect(cellsOf(await staged.rows('staging.staff_roster'), 'staff_key')).toEqual([[key]]);
  const bytes = await readFile(join(staged.directory, 'staging.staff_roster.parquet'));
  expect(bytes.includes('E7731904') || bytes.includes('Canary')).toBe(false);
  expect(cellsOf(await staged.rows('staging.quarantined_rows'), 'column_name', 'original')).toEqual(
    [['fte', 'E7731905,x,50000,Wren']],
  );
});

test('a student and an employee of the same number are two persons', async () => {
  const district = await given(
    `  - id: students
    extract: attendance
    file: attendance.csv
    columns:
      school_year: { const: '2024' }
      student_id: { from: id }
      site_id: { from: school }
      days_enrolled: { from: enrolled }
      days_absent: { from: absent }
`,
    { 'attendance.csv': 'id,school,enrolled,absent\nE7731904,A,180,9\n' },
  );
  const staged = await district.stage('students');
  const keyOf = (message: string | Buffer): string =>
    createHmac('sha256', 'a secret of the test').update(message).digest('hex').slice(0, 32);
  const [[key] = []] = cellsOf(await staged.rows('staging.attendance'), 'student_key');
  expect(key).toBe(keyOf(Buffer.concat([Buffer.of(1), Buffer.from('E7731904')])));
  expect(key).not.toBe(keyOf('E7731904'));
});

test('what no model reads of a person is checked, and not kept', async () => {
  const district = await given(`${roster}      years_in_district: { from: years }\n`, {
    'roster.csv': 'id,fte,salary,years\nE1,1.0,50000,6\nE2,1.0,50000,a lot\n',
  });
  const staged = await district.stage('roster');
  const [row = {}, ...others] = await staged.rows('staging.staff_roster');
  expect(others).toEqual([]);
  expect(Object.keys(row)).toEqual([
    'fiscal_year',
    'snapshot_date',
    'staff_key',
    'hire_date',
    'exit_date',
    'exit_reason',
    'total_fte',
    'years_experience',
    'annual_base_salary',
    'source_id',
    'source_file_key',
    'record_no',
    'record_part',
  ]);
  expect(
    cellsOf(await staged.rows('staging.quarantined_rows'), 'record_no', 'column_name'),
  ).toEqual([['3', 'years']]);
});

test('the bytes do not depend on threads or on the file’s name', async () => {
  const text = `id,fte,salary\n${Array.from({ length: 3000 }, (_, i) => `E${i},${i % 7 === 0 ? 'x' : 1},50000`).join('\n')}\n`;
  const hashes = await Promise.all(
    [1, 2].map(async (threads) => {
      const name = `${threads}/roster.csv`;
      const sources = roster.replace('roster.csv', `'*/roster.csv'`);
      const district = await given(sources, { [`extracts/${name}`]: text }, { threads });
      const { made, directory } = await district.stage('roster');
      const files = Object.values(made.relations).map(({ file }) =>
        readFile(join(directory, file)),
      );
      return (await Promise.all(files)).map((bytes) =>
        createHash('sha256').update(bytes).digest('hex'),
      );
    }),
  );
  expect(hashes[0]).toEqual(hashes[1]);
});
