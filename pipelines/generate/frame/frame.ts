import { splitCount } from '../money.ts';
import { fiscalYears, LATEST_YEAR } from '../options.ts';
import type { GenerateOptions } from '../options.ts';
import { closingsOf } from './closing.ts';
import type { Closing } from './closing.ts';
import { TEMPLATES } from './schools.ts';
import type { SchoolLevel, SchoolTemplate } from './schools.ts';

export type { SchoolLevel };

/** The office that pays for what the district shares, the special-education center, and where outside spending is posted. */
export const CENTRAL_SITE = '900';
export const CENTER_SITE = '950';
/** Students whom the center serves; they count at their home schools. */
export const CENTER_STUDENTS = 46;

export interface School extends SchoolTemplate {
  /** The template's id: what the plan says of Alder holds for each copy of Alder in a larger district. */
  readonly like: string;
}

/** Students of a school in a year. */
export interface Students {
  readonly all: number;
  readonly lowIncome: number;
  readonly englishLearners: number;
  readonly specialEducation: number;
}

/** The district before any dollar: its years, schools and students. */
export interface Frame {
  readonly options: GenerateOptions;
  /** The whole years. */
  readonly years: readonly number[];
  readonly schools: readonly School[];
  readonly closings: readonly Closing[];
  /** The same district with the schools that are open in a year. */
  in(year: number): Frame;
  students(school: School, year: number): Students;
  total(year: number): number;
}

const templateStudents = TEMPLATES.reduce((total, school) => total + school.students, 0);

export function makeFrame(options: GenerateOptions): Frame {
  const schools = schoolsFor(options.students);
  const closings = closingsOf(schools);
  const enrolled = (school: School, year: number): Students => {
    // Years before the plan starts look like its first year.
    const back = LATEST_YEAR - Math.max(year, 2023);
    const before = Math.round((school.moreBefore * back * school.students) / like(school).students);
    const all = school.students + before;
    return {
      all,
      lowIncome: Math.round((school.lowIncome * all) / school.students),
      englishLearners: Math.round((school.englishLearners * all) / 1000),
      specialEducation: Math.round((school.specialEducation * all) / 1000),
    };
  };
  const students = (school: School, year: number): Students => {
    const closed = closings.filter((closing) => year >= closing.year);
    if (closed.some((closing) => closing.school.id === school.id)) return NOBODY;
    const moved = closed.flatMap((closing) => {
      const place = closing.successors.findIndex((it) => it.school.id === school.id);
      return place < 0 ? [] : [movedTo(closing, place, enrolled(closing.school, year))];
    });
    return [enrolled(school, year), ...moved].reduce(together);
  };
  const total = (year: number): number =>
    schools.reduce((all, school) => all + students(school, year).all, 0);
  const frame: Frame = {
    options,
    years: fiscalYears(options),
    schools,
    closings,
    students,
    total,
    in: (year) => ({
      ...frame,
      schools: schools.filter(
        (school) => !closings.some((it) => it.school.id === school.id && year >= it.year),
      ),
    }),
  };
  return frame;
}

const NOBODY: Students = { all: 0, lowIncome: 0, englishLearners: 0, specialEducation: 0 };

const together = (one: Students, other: Students): Students => ({
  all: one.all + other.all,
  lowIncome: one.lowIncome + other.lowIncome,
  englishLearners: one.englishLearners + other.englishLearners,
  specialEducation: one.specialEducation + other.specialEducation,
});

/** The students of a closed school who go to one of its successors. */
function movedTo(closing: Closing, place: number, students: Students): Students {
  const part = (count: number): number =>
    splitCount(
      count,
      closing.successors.map((it) => it.thousandths),
    )[place] ?? 0;
  return {
    all: part(students.all),
    lowIncome: part(students.lowIncome),
    englishLearners: part(students.englishLearners),
    specialEducation: part(students.specialEducation),
  };
}

function like(school: School): SchoolTemplate {
  const found = TEMPLATES.find((template) => template.id === school.like);
  if (!found) throw new RangeError(`No template school ${school.like}.`);
  return found;
}

/** The templates themselves at the default size; fewer of each level in a small district, copies in a large one. */
function schoolsFor(students: number): School[] {
  const copies = Math.max(1, Math.round(students / templateStudents));
  const chosen = students >= templateStudents * 0.75 ? TEMPLATES : smallDistrict(students);
  const all = Array.from({ length: copies }, (_, copy) =>
    chosen.map((template) => copyOf(template, copy)),
  ).flat();
  const counts = splitCount(
    students,
    all.map((school) => school.students),
  );
  return all.map((school, index) => {
    const count = counts[index] ?? 0;
    const lowIncome = Math.round((school.lowIncome * count) / school.students);
    return { ...school, students: count, lowIncome };
  });
}

function smallDistrict(students: number): SchoolTemplate[] {
  const wanted = Math.max(5, Math.round((TEMPLATES.length * students) / templateStudents));
  // Each level is there with its first school before any has its second; Alder and Cedar come together.
  const order = [
    '101',
    '103',
    '301',
    '401',
    '102',
    '106',
    '201',
    '104',
    '302',
    '402',
    '105',
    '107',
  ];
  const rest = TEMPLATES.map((template) => template.id).filter((id) => !order.includes(id));
  const ids = new Set([...order, ...rest].slice(0, wanted));
  return TEMPLATES.filter((template) => ids.has(template.id));
}

function copyOf(template: SchoolTemplate, copy: number): School {
  if (copy === 0) return { ...template, like: template.id };
  const suffix = String(copy + 1);
  return {
    ...template,
    like: template.id,
    id: `${template.id}${suffix.padStart(3, '0')}`,
    name: `${template.name} ${suffix}`,
  };
}
