import { ACTIVITIES, RECODINGS } from '../accounts/catalog.ts';
import { CHART_NAMES } from '../accounts/chart-names.ts';
import { PILOT, PROJECTS } from '../accounts/projects.ts';
import { YEAR_IN_PROGRESS } from '../options.ts';
import { writeCsv } from './csv-file.ts';

/** The chart of accounts of a year: every code that may be posted to, and nothing that came up during the year. */
export function writeChart(path: string, year: number): void {
  const used = {
    function: ACTIVITIES.map((activity) => activity.function),
    object: ACTIVITIES.map((activity) => activity.object),
    program: ACTIVITIES.map((activity) => activity.program),
    job: ACTIVITIES.map((activity) => activity.job),
  };
  const moved = RECODINGS.filter((it) => year >= it.firstYear).map((it) => it.to);
  const codes = {
    fund: [...CHART_NAMES.fund.keys()],
    function: ['0000', '2900', ...used.function, ...moved],
    object: ['2100', '2200', '2300', ...used.object, ...CHART_NAMES.balance.keys()],
    program: ['0000', ...used.program],
    project: [...PROJECTS, ...(year >= YEAR_IN_PROGRESS ? [PILOT] : [])].map(([code]) => code),
    job: used.job,
  };
  const records = Object.entries(codes).flatMap(([segment, list]) =>
    [...new Set(list)]
      .filter((code) => code !== '')
      .sort()
      .map((code) => [String(year), segment, code, nameOf(segment, code)]),
  );
  writeCsv(path, ['FY', 'SEGMENT', 'CODE', 'NAME'], records);
}

const projectNames = new Map([...PROJECTS, PILOT]);

function nameOf(segment: string, code: string): string {
  const names: Readonly<Record<string, ReadonlyMap<string, string>>> = {
    ...CHART_NAMES,
    object: new Map([...CHART_NAMES.object, ...CHART_NAMES.balance]),
    project: projectNames,
  };
  const name = names[segment]?.get(code);
  if (name === undefined) throw new RangeError(`The chart has no name for ${segment} ${code}.`);
  return name;
}
