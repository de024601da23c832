import { type Figures, frame } from './happened.ts';
import { withCentral } from './schools.ts';

interface Group {
  readonly schools: number;
  readonly students: number;
  readonly lowIncome: number;
  readonly amount: number;
}

/** The elementary schools from the neediest, in groups of 4, 4, 3 and 3. */
function quarter(year: number, from: number, to: number): Group {
  const schools = frame.schools
    .filter(({ level }) => level === 'elementary')
    .map(({ id, ...school }) => ({ id, ...frame.students({ id, ...school }, year) }))
    .sort((a, b) => b.lowIncome / b.all - a.lowIncome / a.all || (a.id < b.id ? -1 : 1))
    .slice(from, to);
  const add = (of: (school: (typeof schools)[number]) => number): number =>
    schools.reduce((all, school) => all + of(school), 0);
  return {
    schools: schools.length,
    students: add(({ all }) => all),
    lowIncome: add(({ lowIncome }) => lowIncome),
    amount: add(({ id }) => withCentral(id, year)),
  };
}
const neediest = (year: number): Group => quarter(year, 0, 4);
const least = (year: number): Group => quarter(year, 11, 14);
const perStudent = ({ amount, students }: Group): number => amount / students;
const index = (group: Group, all: Group): number => {
  const base = all.amount / (all.students + 0.3 * all.lowIncome);
  return group.amount / (base * (group.students + 0.3 * group.lowIncome));
};
export const need: Figures = {
  schools_neediest: (year) => neediest(year).schools,
  schools_least: (year) => least(year).schools,
  low_income_neediest: (year) => neediest(year).lowIncome / neediest(year).students,
  low_income_least: (year) => least(year).lowIncome / least(year).students,
  per_student_neediest: (year) => perStudent(neediest(year)),
  per_student_least: (year) => perStudent(least(year)),
  difference: (year) => perStudent(neediest(year)) - perStudent(least(year)),
  index_neediest: (year) => index(neediest(year), quarter(year, 0, 14)),
  index_least: (year) => index(least(year), quarter(year, 0, 14)),
};
