/** The words of a column's or file's name, in lower case: `FiscalYear`, `FISCAL_YR` and `Fiscal Yr.` have the same or near ones. */
export function wordsOf(name: string): readonly string[] {
  const spaced = name
    .replaceAll(/\bFY ?\{fiscal_year(?::yy)?\}/gi, ' ')
    .replaceAll('#', ' number ')
    .replaceAll('%', ' percent ')
    .replaceAll('$', ' dollars ')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase();
  return spaced.split(/[^a-z0-9]+/).flatMap((word) => (word === '' ? [] : [FULL[word] ?? word]));
}

/** The same, as one text to compare. */
export function normalName(name: string): string {
  return wordsOf(name).join(' ');
}

/** Short forms that systems print, and the word that they stand for. */
const FULL: Readonly<Record<string, string>> = {
  yr: 'year',
  yrs: 'years',
  cls: 'class',
  tot: 'total',
  jnl: 'journal',
  prof: 'professional',
  dev: 'development',
  educ: 'education',
  rt: 'rate',
  rcd: 'record',
  deptid: 'department id',
  emplid: 'employee id',
  jobcode: 'job code',
  asofdate: 'as of date',
  erncd: 'earn code',
  chartfield: 'chart field',
  chartfields: 'chart fields',
  tbl: 'table',
  fy: 'fiscal year',
  sy: 'school year',
  no: 'number',
  num: 'number',
  nbr: 'number',
  nr: 'number',
  cd: 'code',
  cde: 'code',
  desc: 'description',
  descr: 'description',
  dscr: 'description',
  amt: 'amount',
  acct: 'account',
  accnt: 'account',
  func: 'function',
  fn: 'function',
  obj: 'object',
  prog: 'program',
  prgm: 'program',
  pgm: 'program',
  proj: 'project',
  loc: 'location',
  sch: 'school',
  schl: 'school',
  bldg: 'building',
  dept: 'department',
  org: 'organization',
  orgn: 'organization',
  emp: 'employee',
  empl: 'employee',
  ee: 'employee',
  pos: 'position',
  per: 'period',
  prd: 'period',
  pd: 'period',
  jrnl: 'journal',
  je: 'journal',
  ln: 'line',
  dt: 'date',
  nm: 'name',
  typ: 'type',
  lvl: 'level',
  grd: 'grade',
  enrl: 'enrollment',
  enr: 'enrollment',
  enrolment: 'enrollment',
  pct: 'percent',
  perc: 'percent',
  cnt: 'count',
  stu: 'student',
  stud: 'student',
  students: 'students',
  sal: 'salary',
  ben: 'benefit',
  benefits: 'benefit',
  exp: 'experience',
  src: 'source',
  ident: 'id',
  identifier: 'id',
};
