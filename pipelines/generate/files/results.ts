import { perStudentTarget } from '../budget/schools.ts';
import { budgetYear } from '../budget/year.ts';
import type { Frame, School } from '../frame/frame.ts';
import { randomStream } from '../random.ts';
import { writeCsv } from './csv-file.ts';
import { schoolYear } from './sites.ts';

interface Measure {
  readonly name: string;
  /** Tenths of a percent where no student is low-income. */
  readonly base: Readonly<Record<School['level'], number>>;
  /** Tenths for each thousandth of low-income students, times 1,000. */
  readonly need: number;
  readonly noise: number;
}

const MEASURES: readonly Measure[] = [
  {
    name: 'MATH',
    base: { elementary: 700, k8: 590, middle: 520, high: 480 },
    need: -240,
    noise: 32,
  },
  {
    name: 'READING',
    base: { elementary: 740, k8: 640, middle: 590, high: 560 },
    need: -220,
    noise: 30,
  },
  {
    name: 'ABSENCE',
    base: { elementary: 90, k8: 130, middle: 170, high: 220 },
    need: 130,
    noise: 18,
  },
];

/** Of the students of an elementary school, those in tested grades; the alternative school tests nine. */
const TESTED_PERCENT = 48;
const ALTERNATIVE = '490';
const ALTERNATIVE_TESTED = 9;

/** Results of each school: related to need, with noise, and within a level not to dollars. Two records a year are no numbers. */
export function writeResults(path: string, frame: Frame): void {
  const records = frame.years.flatMap((year) => [
    ...MEASURES.flatMap((measure) => recordsOf(frame, year, measure)),
    [schoolYear(year), frame.schools[0]?.id ?? '', 'SCIENCE', '**', 'N<10'],
    [schoolYear(year), '999', 'MATH', '12', '41.7'],
  ]);
  writeCsv(path, ['SCHOOL_YEAR', 'SITE', 'MEASURE', 'STUDENTS', 'VALUE'], records);
}

function recordsOf(frame: Frame, year: number, measure: Measure): string[][] {
  const levels = [...new Set(frame.schools.map((school) => school.level))];
  return levels.flatMap((level) => {
    const schools = frame.schools.filter((school) => school.level === level);
    const at = budgetYear(frame, year);
    const dollars = schools.map((school) => perStudentTarget(at, school));
    const values = schools.map((school) => {
      const { all, lowIncome } = frame.students(school, year);
      const random = randomStream(frame.options.seed, 'results', year, measure.name, school.id);
      const noise = random.between(-measure.noise, measure.noise);
      return measure.base[level] + (measure.need * lowIncome) / all + noise;
    });
    return unrelated(values, dollars).map((value, index): string[] => {
      const school = schools[index];
      if (!school) return [];
      const tested = testedAt(frame, school, year);
      const tenths = Math.min(985, Math.max(15, Math.round(value)));
      return [schoolYear(year), school.id, measure.name, String(tested), (tenths / 10).toFixed(1)];
    });
  });
}

function testedAt(frame: Frame, school: School, year: number): number {
  if (school.like === ALTERNATIVE) return ALTERNATIVE_TESTED;
  return Math.round((frame.students(school, year).all * TESTED_PERCENT) / 100);
}

/** Of a hundred parts of what a straight line through the dollars explains, so many go. */
const TAKEN_OUT = 85;

/** The same values nearly without what a straight line through the dollars explains. */
function unrelated(values: readonly number[], dollars: readonly number[]): number[] {
  const mean = (list: readonly number[]): number =>
    list.reduce((sum, it) => sum + it, 0) / list.length;
  const middle = mean(dollars);
  const center = mean(values);
  const spread = dollars.reduce((sum, it) => sum + (it - middle) * (it - middle), 0);
  if (values.length < 3 || spread === 0) return [...values];
  const together = dollars.reduce(
    (sum, it, index) => sum + (it - middle) * ((values[index] ?? center) - center),
    0,
  );
  return values.map(
    (value, index) =>
      value - ((together / spread) * (((dollars[index] ?? middle) - middle) * TAKEN_OUT)) / 100,
  );
}
