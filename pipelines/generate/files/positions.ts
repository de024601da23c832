import { activityOf } from '../accounts/catalog.ts';
import { VACANCIES, VACANCY_YEAR, VACANT_SALARY } from '../budget/vacancies.ts';
import { benefitRate } from '../events.ts';
import type { Frame } from '../frame/frame.ts';
import { reportText } from '../money.ts';
import type { Position } from '../people/staff.ts';
import { writeCsv } from './csv-file.ts';
import { lastDay, usDate } from './dates.ts';
import { fte } from './people.ts';

const HEADER = [
  'FY',
  'AS_OF',
  'POSITION',
  'JOB',
  'SITE',
  'BUDGET_FTE',
  'FILLED_FTE',
  'VACANT_SINCE',
  'SALARY',
  'BENEFITS',
];

interface Row {
  readonly job: string;
  readonly site: string;
  readonly fund: string;
  readonly tenths: number;
  readonly salary: bigint;
  readonly vacant: boolean;
}

/** Position control of the last closed day: a row for each budgeted position, held or not. */
export function writePositions(
  path: string,
  frame: Frame,
  year: number,
  throughPeriod: number,
  positions: readonly Position[],
): void {
  const held = positions.map(({ event, tenths, pay }): Row => ({
    job: activityOf(event.activity).job,
    site: event.site,
    fund: event.fund,
    tenths,
    salary: pay,
    vacant: false,
  }));
  const records = [...held, ...(year === VACANCY_YEAR ? vacant(frame) : [])].map((row, index) => [
    String(year),
    lastDay(year, throughPeriod),
    `P${String(20_001 + index)}`,
    row.job,
    row.site,
    fte(row.tenths),
    row.vacant ? '0.0' : fte(row.tenths),
    row.vacant ? usDate(year - 1, 7, 1) : '',
    reportText(row.salary),
    reportText((row.salary * benefitRate(row.fund)) / 100n),
  ]);
  writeCsv(path, HEADER, records);
}

/** Teachers' positions that stayed open the whole year. */
function vacant(frame: Frame): Row[] {
  if (!frame.options.findings) return [];
  return frame.schools.flatMap((school) =>
    Array.from({ length: VACANCIES[school.like] ?? 0 }, (): Row => ({
      job: activityOf('regular_teachers').job,
      site: school.id,
      fund: '100',
      tenths: 10,
      salary: VACANT_SALARY,
      vacant: true,
    })),
  );
}
