import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refreshDistrict } from '../support/command.ts';
import { currentEdition } from '../support/edition.ts';
import { publishedText } from '../support/published-text.ts';
import { cellsOf } from '../support/rows.ts';
import { scratchFolder } from '../support/scratch.ts';
import { changeFile, writeSmallDistrict } from '../support/small-district.ts';

const folder = scratchFolder('students');
const home = join(folder, 'home');

/** 24 students of S1 and 12 of S2; every third is from a low-income family, every fourth was absent for 20 of 180 days. */
const STUDENTS = Array.from({ length: 36 }, (_, i) => ({
  id: `STU${7000 + i}`,
  site: i < 24 ? 'S1' : 'S2',
  poor: i % 3 === 0,
  absent: i % 4 === 0 ? 20 : 5,
}));

const SOURCES = `  - id: students
    extract: enrollment
    file: students.csv
    columns:
      school_year: { const: '2024' }
      student_id: { from: id }
      site_id: { from: site }
      entry_date: { const: '2023-08-21' }
      count_date: { const: '2023-10-02' }
      grade: { const: '05' }
      low_income: { from: poor }
      english_learner: { const: 'no' }
      special_education: { const: 'no' }
  - id: attendance
    extract: attendance
    file: students.csv
    columns:
      school_year: { const: '2024' }
      student_id: { from: id }
      site_id: { from: site }
      days_enrolled: { const: '180' }
      days_absent: { from: absent }
`;

test('a district that sends its students one by one gets enrollment and results, and none of them leaves the store', async () => {
  writeSmallDistrict(folder);
  changeFile(folder, 'district.yaml', (yaml) =>
    yaml.replace(/ {2}- id: enrollment\n[^]*?(?= {2}- id: earn_codes)/, SOURCES),
  );
  for (const name of ['students.csv', 'students_recounted.csv']) {
    rmSync(join(folder, 'extracts', name));
  }
  writeFileSync(
    join(folder, 'extracts/students.csv'),
    [
      'id,site,poor,absent',
      ...STUDENTS.map(({ id, site, poor, absent }) => [id, site, poor, absent].join(',')),
    ].join('\n') + '\n',
  );
  const { code, output } = await refreshDistrict(folder, home, join(folder, 'extracts'));
  expect(code, output).toBe(0);

  const edition = currentEdition(home, 'small');
  expect(
    cellsOf(
      await edition.rows(
        `select site_id, students from release.schools where fiscal_year = 2024 and students is not null order by site_id`,
      ),
      'site_id',
      'students',
    ),
  ).toEqual([
    ['S1', '24'],
    ['S2', '12'],
  ]);
  expect(await edition.figure('select students_counted from release.about')).toBe(
    'students enrolled on October 2, 2023',
  );
  expect(
    cellsOf(
      await edition.rows(
        `select site_id, measure_name, unit, value from release.results
         where student_group = 'all' and grade = 'ALL' order by site_id`,
      ),
      'site_id',
      'measure_name',
      'unit',
      'value',
    ),
  ).toEqual([
    ['S1', 'Students chronically absent', 'percent', '25.0000'],
    ['S2', 'Students chronically absent', 'percent', '25.0000'],
  ]);
  for (const [file, text] of await publishedText(home, 'small')) {
    expect(text.includes('STU70') || text.includes('student_key'), file).toBe(false);
  }
});
