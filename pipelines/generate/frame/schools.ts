export type SchoolLevel = 'elementary' | 'k8' | 'middle' | 'high';

/** A school as the sample district has it in 2025; other sizes are cut or repeated from this list. */
export interface SchoolTemplate {
  readonly id: string;
  readonly name: string;
  readonly level: SchoolLevel;
  readonly grades: readonly [string, string];
  readonly network: number;
  readonly students: number;
  /** Students more in each year before. */
  readonly moreBefore: number;
  readonly lowIncome: number;
  /** English learners and students with disabilities, of a thousand students. */
  readonly englishLearners: number;
  readonly specialEducation: number;
  /** What works in the school in 2025, central people and grants included, in dollars per student. */
  readonly perStudent: number;
}

type Row = readonly [
  id: string,
  name: string,
  network: number,
  students: number,
  lowIncome: number,
  englishLearners: number,
  specialEducation: number,
  perStudent: number,
];

/**
 * The neediest quarter (102, 105, 108, 111) has 1,680 students, 80 % of them low-income, and $13,450 for each; the
 * quarter with the least need (106, 113, 114) 1,200, 20 % and $13,140. Alder and Cedar have the same students.
 */
const elementary: readonly Row[] = [
  ['101', 'Alder Elementary', 1, 420, 252, 120, 140, 13_900],
  ['102', 'Birch Elementary', 2, 440, 378, 210, 150, 13_520],
  ['103', 'Cedar Elementary', 1, 420, 252, 120, 140, 12_300],
  ['104', 'Dogwood Elementary', 3, 400, 272, 150, 145, 14_480],
  ['105', 'Elm Elementary', 2, 410, 336, 190, 155, 13_400],
  ['106', 'Ginkgo Elementary', 4, 380, 95, 40, 120, 13_200],
  ['107', 'Hawthorn Elementary', 3, 410, 226, 110, 135, 14_520],
  ['108', 'Hickory Elementary', 2, 430, 335, 170, 150, 13_480],
  ['109', 'Juniper Elementary', 4, 390, 179, 90, 130, 13_700],
  ['110', 'Linden Elementary', 5, 400, 160, 80, 130, 13_560],
  ['111', 'Magnolia Elementary', 3, 400, 295, 160, 145, 13_392],
  ['112', 'Maple Elementary', 5, 410, 135, 60, 125, 13_580],
  ['113', 'Oak Elementary', 4, 420, 84, 30, 120, 13_100],
  ['114', 'Poplar Elementary', 5, 400, 61, 25, 115, 13_125],
];
const k8: readonly Row[] = [
  ['201', 'Harbor School', 1, 640, 422, 160, 150, 12_560],
  ['202', 'Meadow School', 5, 630, 258, 70, 130, 12_450],
];
const middle: readonly Row[] = [
  ['301', 'Riverside Middle', 1, 620, 384, 130, 150, 12_100],
  ['302', 'Lakeview Middle', 2, 600, 288, 100, 140, 12_000],
  ['303', 'Prairie Middle', 3, 590, 224, 60, 130, 11_950],
  ['304', 'Summit Middle', 5, 610, 177, 40, 125, 12_020],
];
const high: readonly Row[] = [
  ['401', 'Riverbend Central High', 1, 870, 479, 120, 145, 12_150],
  ['402', 'Northside High', 3, 850, 374, 80, 135, 12_100],
  ['403', 'Westbrook High', 4, 800, 240, 40, 125, 12_180],
  ['490', 'Bridge Academy', 4, 60, 48, 60, 200, 19_000],
];

const moreBefore: Readonly<Record<string, number>> = { '401': 10, '402': 9, '403': 9, '490': 0 };
const template = (
  level: SchoolLevel,
  grades: readonly [string, string],
  more: number,
  [id, name, network, students, lowIncome, englishLearners, specialEducation, perStudent]: Row,
): SchoolTemplate => ({
  id,
  name,
  level,
  grades,
  network,
  students,
  moreBefore: moreBefore[id] ?? more,
  lowIncome,
  englishLearners,
  specialEducation,
  perStudent,
});

export const TEMPLATES: readonly SchoolTemplate[] = [
  ...elementary.map((row) => template('elementary', ['PK', '05'], 8, row)),
  ...k8.map((row) => template('k8', ['KG', '08'], 10, row)),
  ...middle.map((row) => template('middle', ['06', '08'], 10, row)),
  ...high.map((row) => template('high', ['09', '12'], 9, row)),
];
