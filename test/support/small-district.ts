import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A district of three sites, five people and two years, small enough that a test can say at which line something is
 * wrong. Its files are as a sender would write them; its accounts are named so that a reader can add them up.
 */
export function writeSmallDistrict(folder: string): void {
  for (const [file, text] of Object.entries(FILES)) write(join(folder, file), text);
}

/** Rewrites one file of a district with what `change` makes of its text. */
export function changeFile(folder: string, file: string, change: (text: string) => string): void {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`The test changed nothing in ${file}.`);
  writeFileSync(path, after);
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${text.trim()}\n`);
}

const ledger = (year: number, raise: number): string => `
fiscal_year,fiscal_period,journal_id,line_no,fund,function,object,project,job,site,description,amount
${year},1,J1,1,100,1000,111,000,T1,S1,Teachers,${600_000 + raise}.00
${year},1,J1,2,100,1000,111,000,T1,S2,Teachers,400000.00
${year},1,J1,3,100,2410,110,000,P1,S1,Principal,100000.00
${year},2,J2,1,100,2213,330,500,,D1,Workshops,45000.50
${year},2,J2,2,100,2610,410,000,,D1,Heat,54999.50
${year},3,J3,1,100,2213,110,500,C1,D1,Coach,80000.00
${year},3,J3,2,100,1000,200,000,,D1,Benefits,240000.00
${year},3,J3,3,100,9000,900,000,,D1,Transfer out,10000.00
`;

const codes: readonly (readonly [string, string, string])[] = [
  ['fund', '100', 'General fund'],
  ...['1000', '2213', '2410', '2610', '9000'].map((code) => ['function', code, code] as const),
  ...['110', '111', '200', '330', '410', '900'].map((code) => ['object', code, code] as const),
  ['project', '000', 'None'],
  ['project', '500', 'Coaching'],
  ...['C1', 'P1', 'T1'].map((code) => ['job', code, code] as const),
];

const years = [2023, 2024];
const perYear = (rows: (year: number) => readonly string[]): string =>
  years.flatMap((year) => rows(year)).join('\n');

const FILES: Readonly<Record<string, string>> = {
  'district.yaml': readFileSync(new URL('small-district.yaml', import.meta.url), 'utf8'),
  'coding/scope.csv': `
rule_id,rank,object_code,code
transfers,10,9*,transfers
`,
  'coding/purpose.csv': `
rule_id,rank,function_code,object_code,code,default
workshops,10,2213,330,workshops_training,
coaches,10,2213,110,coaches_mentors,
principals,10,2410,,principals,
buildings,10,26*,,maintenance,
teachers,10,1000,111,regular_teachers,
`,
  'coding/attribution.csv': `
rule_id,rank,object_code,job_code,code
benefits,10,200,,salary
coaches,10,,C1,assignment
`,
  'coding/jobs.csv': `
job_code,position_type
T1,teacher
P1,principal
C1,instructional_coach
`,
  'extracts/ledger_2023.csv': ledger(2023, 0),
  'extracts/ledger_2024.csv': ledger(2024, 30_000),
  'extracts/trial_balance.csv': `fiscal_year,fund,amount
2023,100,1530000.00
2024,100,1560000.00`,
  'extracts/account_codes.csv': `fiscal_year,segment,code,name\n${perYear((year) =>
    codes.map((code) => [year, ...code].join(',')),
  )}`,
  'extracts/sites.csv': `fiscal_year,site,name,type,level\n${perYear((year) => [
    `${year},S1,Alder Elementary,school,elementary`,
    `${year},S2,Birch Elementary,school,elementary`,
    `${year},D1,District Office,central,`,
  ])}`,
  'extracts/students.csv': students(40),
  'extracts/students_recounted.csv': students(44),
  'extracts/earn_codes.csv': `code,name,type\nBASE,Base pay,base`,
  ...Object.fromEntries(years.flatMap((year) => Object.entries(peopleOf(year)))),
};

function students(first: number): string {
  return `school_year,site,group,students\n${perYear((year) => [
    `${year},S1,all,${first}`,
    `${year},S2,all,60`,
    `${year},S1,low_income,30`,
    `${year},S2,low_income,20`,
  ])}`;
}

function peopleOf(year: number): Record<string, string> {
  return {
    [`extracts/roster_${year}.csv`]: `
fiscal_year,snapshot,employee,name,email,hired,left,fte,experience,degree,salary,birth_date
${year},${year}-10-01,E1,Ann Ash,ann@small.example,2010-08-15,,1.00,13,Master,70000.00,1980-01-02
${year},${year}-10-01,E2,Bob Birch,bob@small.example,2015-08-15,,1.00,8,Bachelor,60000.00,1985-02-03
${year},${year}-10-01,E3,Cy Cedar,cy@small.example,2012-08-15,,1.00,11,Master,80000.00,1979-03-04
${year},${year}-10-01,E4,Di Dogwood,di@small.example,2005-08-15,,1.00,18,Doctorate,100000.00,1970-04-05`,
    [`extracts/assignments_${year}.csv`]: `
fiscal_year,employee,number,site,job,fte,begins,ends,room
${year},E1,1,S1,T1,1.00,,,R1
${year},E2,1,S2,T1,1.00,,,R2
${year},E3,1,S1,C1,0.40,,,R3
${year},E3,2,S2,C1,0.60,,,R4
${year},E4,1,S1,P1,1.00,,,R5`,
    [`extracts/payroll_${year}.csv`]: `
fiscal_year,period,employee,earn_code,fund,function,object,project,job,site,amount,bank
${year},1,E1,BASE,100,1000,111,000,T1,S1,70000.00,B1
${year},1,E2,BASE,100,1000,111,000,T1,S2,60000.00,B2
${year},3,E3,BASE,100,2213,110,500,C1,D1,80000.00,B3
${year},1,E4,BASE,100,2410,110,000,P1,S1,100000.00,B4`,
  };
}
