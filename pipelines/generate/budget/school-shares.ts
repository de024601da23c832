import type { SchoolLevel } from '../frame/frame.ts';

/** How a school's own dollars are shared out, benefits included: thousandths in elementary, K-8, middle and high schools. */
export interface SchoolShare {
  readonly activity: string;
  readonly fund: string;
  readonly project: string;
  readonly weights: Readonly<Record<SchoolLevel, number>>;
  /** Moves with the school's English learners or students with disabilities. */
  readonly follows?: 'english_learners' | 'special_education';
}

type Row = readonly [
  activity: string,
  elementary: number,
  k8: number,
  middle: number,
  high: number,
  fund?: string,
  project?: string,
  follows?: 'english_learners' | 'special_education',
];

const rows: readonly Row[] = [
  ['regular_teachers', 350, 362, 382, 372],
  ['arts_teachers', 45, 50, 55, 50],
  ['classroom_aides', 42, 30, 12, 8],
  ['substitutes', 16, 16, 16, 15],
  ['special_education_teachers', 85, 85, 90, 85, '100', '', 'special_education'],
  ['special_education_aides', 52, 48, 46, 42, '210', '4602', 'special_education'],
  ['english_learner_teachers', 30, 26, 24, 20, '100', '', 'english_learners'],
  ['gifted_teachers', 8, 8, 10, 10, '220', '2150'],
  ['prek_teachers', 26, 20, 0, 0, '220', '2101'],
  ['librarians', 18, 18, 17, 15],
  ['principals', 52, 50, 50, 48],
  ['office_staff', 32, 32, 34, 36],
  ['custodians', 56, 56, 56, 56],
  ['security_staff', 5, 10, 17, 23],
  ['food_workers', 26, 25, 24, 20, '230'],
  ['family_liaisons', 8, 8, 6, 5],
  ['attendance_officers', 4, 4, 6, 8],
  ['classroom_technology', 14, 14, 17, 17],
  ['library_books', 3, 3, 3, 3],
  ['utilities', 33, 33, 33, 33],
  ['repairs', 10, 10, 10, 10],
  ['custodial_supplies', 6, 6, 6, 6],
  ['security_services', 4, 4, 4, 5],
  ['food', 28, 28, 28, 24, '230'],
  ['athletics', 3, 8, 22, 42],
  ['office_supplies', 4, 4, 4, 4],
  ['test_licenses', 3, 3, 3, 3],
  ['textbooks', 19, 19, 19, 19],
];

export const SCHOOL_SHARES: readonly SchoolShare[] = rows.map(
  ([activity, elementary, k8, middle, high, fund = '100', project = '', follows]) => ({
    activity,
    fund,
    project,
    weights: { elementary, k8, middle, high },
    ...(follows === undefined ? {} : { follows }),
  }),
);

/** Classroom materials take what is left, about this share. */
export const MATERIALS_SHARE = 22;
