import { expect, test } from 'vitest';
import { cellsOf } from '../support/rows.ts';
import { given, SITES } from '../support/staging-situations.ts';

const SITES_AND_STUDENTS = `${SITES}      parent_site_id: { from: parent }
  - id: students
    extract: enrollment_counts
    file: students.csv
    columns:
      school_year: { from: year }
      site_id: { from: site }
      grade: { from: grade }
      student_group: { const: all }
      students: { from: students }
`;

const sitesFile = `year,site,name,type,parent
2024,0101,Oak School,school,
2024,1.01E+11,Elm School,school,
2024,6-Nov,Ash School,school,
2024,#REF!,Fir School,school,
2024,0102,,school,
2024,0103,Bay School,castle,
2024,0104,Gum School,school,0999
2024,0101,Oak School again,school,
24,0105,Fig School,school
1024,0106,Yew School,school,
`;

test('each reason for setting a row aside has the id of its rule', async () => {
  const district = await given(SITES_AND_STUDENTS, {
    'sites.csv': sitesFile,
    'students.csv':
      'year,site,grade,students\n2024,0101,K,"1,234"\n2024,0999,K,5\n2024,0101,1,N/A\n',
  });
  const sites = await district.stage('sites');
  const of = ['record_no', 'column_name', 'rule_id'] as const;
  expect(cellsOf(await sites.rows('staging.quarantined_rows'), ...of)).toEqual([
    ['3', 'site', 'F10'],
    ['4', 'site', 'F11'],
    ['5', 'site', 'F14'],
    ['6', 'name', 'F04'],
    ['7', 'type', 'F19'],
    ['8', 'parent', 'K02'],
    ['9', 'fiscal_year, site_id', 'K01'],
    ['10', '', 'F06'],
    ['11', 'year', 'F12'],
  ]);
  const students = await district.stage('students');
  expect(cellsOf(await students.rows('staging.quarantined_rows'), ...of)).toEqual([
    ['2', 'students', 'F09'],
    ['3', 'site', 'K02'],
    ['4', 'students', 'F14'],
  ]);
});
