import { beforeAll, describe, expect, test } from 'vitest';
import type { Row } from '../../pipelines/runtime/duckdb.ts';
import { codeGivenLines } from '../support/code-lines.ts';
import { cellsOf } from '../support/rows.ts';
import { given, LEDGER } from '../support/staging-situations.ts';

const PEOPLE = `  - id: sites
    extract: organizations
    file: sites.csv
    columns:
      fiscal_year: { const: '2024' }
      site_id: { from: site }
      site_name: { from: site }
      site_type: { const: school }
  - id: roster
    extract: staff_roster
    file: 'roster_{fiscal_year}.csv'
    columns:
      fiscal_year: { const: '{fiscal_year}' }
      snapshot_date: { const: '2023-10-01' }
      staff_id: { from: employee }
      total_fte: { from: fte }
  - id: assignments
    extract: staff_assignments
    file: 'assignments_{fiscal_year}.csv'
    columns:
      fiscal_year: { from: year }
      staff_id: { from: employee }
      assignment_no: { from: number }
      site_id: { from: site }
      job_code: { from: job }
      fte: { from: fte }
      employer_id: { from: employer }
      begin_date: { from: begins }
      end_date: { from: ends }
`;

const ASSIGNMENTS = `year,employee,number,site,job,fte,employer,begins,ends
2024,E1,1,S1,T1,1.4,,,
2024,E2,1,S2,T1,1.0,OTHER,,
2023,E3,1,S1,T1,1.0,,,
2024,E3,1,S1,T1,1.0,,,
2024,E3,1,S1,T1,1.0,,,
2025,E3,1,S1,T1,1.0,,,
2024,E4,1,S1,T1,1.0,,2023-08-15,2023-10-31
2024,E4,2,S1,T1,1.0,,2024-02-01,2024-06-15
2024,E5,1,S1,T1,0.4,,,
2024,E5,2,S2,T1,0.4,,,
2024,E5,3,S3,T1,0.2,,,
`;

describe('assignments, as personnel offices send them', () => {
  let aside: readonly unknown[];
  let rows: readonly Row[];
  /** What was loaded of the record on this line. */
  const onLine = (line: number, ...columns: readonly string[]): unknown[] =>
    cellsOf(
      rows.filter((row) => Number(row['record_no']) === line),
      ...columns,
    );

  beforeAll(async () => {
    const district = await given(PEOPLE, {
      'sites.csv': 'site\nS1\nS2\nS3\n',
      'roster_2024.csv': 'employee,fte\nE1,1\nE2,1\nE3,1\nE4,1\nE5,1\n',
      'assignments_2024.csv': ASSIGNMENTS,
    });
    const file = await district.stage('assignments');
    const quarantined = await file.rows('staging.quarantined_rows');
    aside = quarantined.map((row) => [row['rule_id'], Number(row['line'])]);
    rows = await file.rows('staging.staff_assignments');
  });

  test('one of 1.4 full-time jobs is loaded as it is', () => {
    expect(onLine(2, 'fte')).toEqual([['1.4000']]);
  });

  test('one whose employer is another district is of the site where the work is done', () => {
    expect(onLine(3, 'site_id', 'employer_id')).toEqual([['S2', 'OTHER']]);
  });

  test('that repeat their whole history are set aside: other years by their year, copies by their number', () => {
    expect(onLine(5, 'site_id')).toEqual([['S1']]);
    expect(aside).toEqual([
      ['F15', 4],
      ['K01', 6],
      ['F15', 7],
    ]);
  });

  test('of who leaves and comes back are two periods of one person', () => {
    expect(onLine(8, 'begin_date', 'end_date')).toEqual([['2023-08-15', '2023-10-31']]);
    expect(onLine(9, 'begin_date', 'end_date')).toEqual([['2024-02-01', '2024-06-15']]);
    expect(onLine(8, 'staff_key')).toEqual(onLine(9, 'staff_key'));
    expect(onLine(8, 'staff_key')).not.toEqual(onLine(10, 'staff_key'));
  });

  test('at three schools are three rows, whose shares are a whole job', () => {
    expect([10, 11, 12].flatMap((line) => onLine(line, 'site_id', 'fte'))).toEqual([
      ['S1', '0.4000'],
      ['S2', '0.4000'],
      ['S3', '0.2000'],
    ]);
  });
});

describe('ledger lines, as finance offices book them', () => {
  test('a reclass that is larger than what it takes back: both lines stay', async () => {
    const district = await given(LEDGER, {
      'GL_FY2024.csv': 'year,fund,item,amount\n2024,100,330,500.00\n2024,100,330,-750.25\n',
    });
    const rows = await (await district.stage('ledger')).rows('staging.gl_balances');
    expect(cellsOf(rows, 'amount')).toEqual([['500.00'], ['-750.25']]);
  });

  test('what passes through to charter schools under instruction is out of the map, with its amount', async () => {
    const rows = await codeGivenLines({
      rules: {
        scope: 'rule_id,rank,object_code,code\ncharters,10,562,charter_schools',
        purpose: 'rule_id,rank,function_code,code\nteachers,10,1000,regular_teachers',
      },
      lines: [
        { function_code: '1000', object_code: '562', amount: '900.00' },
        { function_code: '1000', object_code: '111', amount: '100.00' },
      ],
    });
    expect(cellsOf(rows, 'status', 'exclusion_id', 'amount')).toEqual([
      ['excluded', 'charter_schools', '900.00'],
      ['assigned', null, '100.00'],
    ]);
  });
});
