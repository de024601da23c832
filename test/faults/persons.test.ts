import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/command.ts';
import { currentEditionId } from '../support/edition.ts';
import { publishedText } from '../support/published-text.ts';
import { scratchFolder } from '../support/scratch.ts';
import { changeFile, writeSmallDistrict } from '../support/small-district.ts';

const rosterColumns =
  'fiscal_year,snapshot,employee,name,email,hired,left,fte,experience,degree,salary,birth_date';
const assignmentColumns = 'fiscal_year,employee,number,site,job,fte,begins,ends,room';
const payrollColumns =
  'fiscal_year,period,employee,earn_code,fund,function,object,project,job,site,amount,bank';

/**
 * Rows whose cells, but for years, periods and what makes a row pass, are found nowhere else. A well-formed cell is not
 * always a known one: the rows with a site or a pay code that nobody knows are set aside, the others go through.
 */
const canaryRows: Readonly<Record<string, readonly string[]>> = {
  'extracts/roster_2024.csv': [
    rosterColumns,
    '2024,2024-09-17,CANARYEMP1,Canary Aname,canary@mail.example,1977-03-19,2031-11-23,0.3719,43.7,CANARYDEGREE,83719.53,1961-07-29',
    '2024,2024-10-01,CANARYEMP2,Canary Bname,canary2@mail.example,2001-08-15,,1.00,20,Master,91827.61,1962-08-30',
  ],
  'extracts/assignments_2024.csv': [
    assignmentColumns,
    '2024,CANARYEMP1,734193,S1,T1,0.3719,2024-09-18,2025-01-29,CANARYROOM',
    '2024,CANARYEMP2,1,S1,CANARYJOB,1.00,,,CANARYROOM2',
    '2024,CANARYEMP2,2,CANARYSITE1,T1,1.00,,,CANARYROOM3',
  ],
  'extracts/payroll_2024.csv': [
    payrollColumns,
    '2024,1,CANARYEMP1,BASE,CANARYFUND,CANARYFUNCTION,CANARYOBJECT,CANARYPROJECT,CANARYJOB2,CANARYSITE2,61937.43,CANARYBANK',
    '2024,1,CANARYEMP2,CANARYEARN,100,1000,111,000,T1,S1,51928.37,CANARYBANK2',
    '2024,1,CANARYEMP2,BASE,100,1000,111,000,T1,S1,41829.73,CANARYBANK3',
  ],
};

/** The cells of the rows that are found nowhere else in the district. */
const canaries = Object.values(canaryRows)
  .flatMap((rows) => rows.slice(1).flatMap((row) => row.split(',')))
  .filter(
    (cell) => /canary/i.test(cell) || /^\d{4}-(?!10-01)\d\d-\d\d$|^\d{4,}$|\.\d\d+$/.test(cell),
  )
  .filter((cell) => !['2024', '1000', '1.00'].includes(cell));

describe('a file with a row for each person', () => {
  const root = scratchFolder('persons');
  const district = join(root, 'district');
  const home = join(root, 'home');
  writeSmallDistrict(district);
  changeFile(district, 'district.yaml', (text) =>
    text
      .replace('quarantined_rows: 0', 'quarantined_rows: 10')
      .replace(
        'overrides:\n',
        'overrides:\n    - { rule: S07, reason: A job that nobody knows }\n',
      ),
  );
  for (const [file, [header, ...rows]] of Object.entries(canaryRows)) {
    changeFile(district, file, (text) => {
      expect(text.split('\n')[0]).toBe(header);
      return `${text}${rows.join('\n')}\n`;
    });
  }

  it('leaves no cell of it in an edition, a run log or a message', async () => {
    const result = await runCommand(['refresh', district, '--home', home, '--no-site']);
    expect(result.code, result.output).toBe(0);
    expect(result.output).toContain('rows of payroll in such funds: 1');
    const texts = await publishedText(home, 'small');
    texts.set('what the command said', result.output);
    expect(texts.size).toBeGreaterThan(15);
    expect(canaries.length).toBeGreaterThan(30);
    const found = [...texts].flatMap(([file, text]) =>
      canaries.filter((canary) => holds(text, canary)).map((canary) => `${canary} in ${file}`),
    );
    expect(found).toEqual([]);
  });

  it('is refused without the secret, where the district is not invented', async () => {
    changeFile(district, 'district.yaml', (text) => text.replace('invented: true\n', ''));
    const before = currentEditionId(home, 'small');
    const args = ['refresh', district, '--home', home, '--no-site'];
    const result = await runCommand(args, { env: { RESOURCE_MAP_SECRET: '' } });
    expect(result.code).not.toBe(0);
    expect(result.output).toContain('RESOURCE_MAP_SECRET');
    expect(currentEditionId(home, 'small')).toBe(before);
  });
});

/** Whether a text holds a cell; a number only where it is a whole number and no part of a longer one or of a hash. */
function holds(text: string, canary: string): boolean {
  if (/[A-Za-z]/.test(canary)) return text.toLowerCase().includes(canary.toLowerCase());
  const escaped = canary.replaceAll('.', '\\.');
  return new RegExp(`(?<![0-9a-fA-F.-])${escaped}(?:0*)(?![0-9a-fA-F])`).test(text);
}
