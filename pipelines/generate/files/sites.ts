import { CENTER_SITE, CENTER_STUDENTS, CENTRAL_SITE } from '../frame/frame.ts';
import type { Frame } from '../frame/frame.ts';
import { yearsCounted, yearsWithFiles } from '../options.ts';
import { writeCsv } from './csv-file.ts';
import { usDate } from './dates.ts';

const NETWORKS: readonly string[] = ['River', 'Hills', 'Prairie', 'North', 'Lakes'];
const LEVELS = { elementary: 'ELEM', k8: 'K-8', middle: 'MIDDLE', high: 'HIGH' } as const;

/** The site list: the central office, the center, networks and schools, each year. */
export function writeSites(path: string, frame: Frame): void {
  const years = yearsWithFiles(frame.options);
  const networks = [...new Set(frame.schools.map((school) => school.network))].sort(
    (a, b) => a - b,
  );
  const records = years.flatMap((year) => [
    [String(year), CENTRAL_SITE, 'Riverbend Central Office', 'CENTRAL', '', '', '', ''],
    [
      String(year),
      CENTER_SITE,
      'Special Education Center',
      'PROGRAM',
      CENTRAL_SITE,
      '',
      'PK',
      '12',
    ],
    ...networks.map((network) => [
      String(year),
      networkSite(network),
      `${NETWORKS[network - 1] ?? 'Other'} Network`,
      'NETWORK',
      CENTRAL_SITE,
      '',
      '',
      '',
    ]),
    ...frame
      .in(year)
      .schools.map(({ id, name, network, level, grades }) => [
        String(year),
        id,
        name,
        'SCHOOL',
        networkSite(network),
        LEVELS[level],
        ...grades,
      ]),
  ]);
  writeCsv(path, ['FY', 'SITE', 'NAME', 'TYPE', 'PARENT', 'LEVEL', 'LOW', 'HIGH'], records);
}

const networkSite = (network: number): string => String(800 + network);

/** Students by site and group. The center reports the students it serves; they are enrolled at their home schools. */
export function writeEnrollment(path: string, frame: Frame): void {
  const records = yearsCounted(frame.options).flatMap((year) => [
    ...frame.in(year).schools.map((school) => {
      const { all, lowIncome, specialEducation, englishLearners } = frame.students(school, year);
      const counts = [all, lowIncome, specialEducation, englishLearners].map(String);
      return [schoolYear(year), school.id, ...counts];
    }),
    [schoolYear(year), CENTER_SITE, String(CENTER_STUDENTS), '', String(CENTER_STUDENTS), ''],
  ]);
  const header = ['SCHOOL_YEAR', 'SITE', 'TOTAL', 'LOW_INCOME', 'DISABILITY', 'ENGLISH_LEARNER'];
  writeCsv(path, header, records);
}

/** `2024-25` is the school year that ends in 2025. */
export function schoolYear(year: number): string {
  return `${year - 1}-${String(year % 100).padStart(2, '0')}`;
}

/** Schools that closed, and where their students went, a line for each successor. Where none closed there is no list. */
export function writeSuccessors(path: string, frame: Frame): void {
  if (frame.closings.length === 0) return;
  const records = frame.closings.flatMap(({ school, year, successors }) =>
    successors.map((it) => [
      school.id,
      it.school.id,
      'CLOSED',
      usDate(year - 1, 7, 1),
      (it.thousandths / 1000).toFixed(3),
    ]),
  );
  writeCsv(path, ['SITE', 'SUCCESSOR', 'EVENT', 'FROM', 'SHARE'], records);
}
