import type { Field } from './field.ts';

/** A school’s students and its three measures, which are never mixed. */
export const schoolsFields = {
  students: {
    describe: 'Students enrolled; beside a result, students that it stands on.',
    unit: 'students',
    release: 'student_count',
  },
  denominator_type: {
    describe:
      'How students are counted: on one day (count_date), as average membership or attendance, or as full_time_equivalent.',
  },
  student_share: {
    describe: 'The group’s share of all students, where the district sends shares.',
    unit: 'share, 0 to 1',
  },
  count_date: { describe: 'The day on which students were counted.' },
  low_income_students: { describe: 'Students of low-income families.', unit: 'students' },
  low_income_share: {
    describe:
      'Share of students of low-income families; empty where they, or all others, are fewer than the minimum.',
    unit: 'share, 0 to 1',
    release: 'rate_of_students',
  },
  special_education_students: { describe: 'Students in special education.', unit: 'students' },
  special_education_share: {
    describe:
      'Share of students in special education; empty where they, or all others, are fewer than the minimum.',
    unit: 'share, 0 to 1',
    release: 'rate_of_students',
  },
  english_learner_students: { describe: 'Students who are learning English.', unit: 'students' },
  english_learner_share: {
    describe:
      'Share of students who are learning English; empty where they, or all others, are fewer than the minimum.',
    unit: 'share, 0 to 1',
    release: 'rate_of_students',
  },
  counts_hidden: {
    describe:
      'True when the school has fewer students than the minimum, so that nothing that counts them is shown.',
    release: 'label',
  },
  minimum_n: {
    describe: 'The number of students below which nothing about them is shown.',
    release: 'label',
  },
  site_amount: {
    describe:
      'Operating dollars at a site without a share of the central pool; also of sites that are no school.',
    unit: 'dollars',
  },
  site_per_student: {
    describe: 'Those dollars over the site’s students.',
    unit: 'dollars per student',
  },
  median_per_student: {
    describe: 'Those dollars per student of the school in the middle.',
    unit: 'dollars per student',
  },
  school_reported_amount: {
    describe:
      'First measure: dollars that the ledger records at the school, with the benefits of its salaries.',
    unit: 'dollars',
    release: 'dollars',
  },
  school_reported_per_student: {
    describe: 'First measure over students.',
    unit: 'dollars per student',
    release: 'rate_of_students',
  },
  central_people_amount: {
    describe: 'Dollars of people who are paid centrally and assigned to the school, with benefits.',
    unit: 'dollars',
  },
  central_grants_amount: {
    describe: 'Dollars of central grants that work at the school, with benefits.',
    unit: 'dollars',
  },
  central_pool_amount: {
    describe: 'The school’s share of the central pool, by students.',
    unit: 'dollars',
  },
  with_central_amount: {
    describe: 'Second measure: the first with central people and grants where they work.',
    unit: 'dollars',
    release: 'dollars',
  },
  with_central_per_student: {
    describe: 'Second measure over students.',
    unit: 'dollars per student',
    release: 'rate_of_students',
  },
  all_in_amount: {
    describe: 'Third measure: the second with the school’s share of the central pool.',
    unit: 'dollars',
    release: 'rate_of_students',
  },
  all_in_per_student: {
    describe: 'Third measure over students.',
    unit: 'dollars per student',
    release: 'rate_of_students',
  },
  weighted_students: {
    describe: 'Students with low-income students counted more, by the weight of district.yaml.',
    unit: 'students',
  },
  expected_amount: {
    describe: 'What the school would have if its grade span’s dollars followed need.',
    unit: 'dollars',
    release: 'rate_of_students',
  },
  need_index: {
    describe: 'Second measure over what need suggests; below 1 is less.',
    unit: 'index',
    release: 'rate_of_students',
  },
  quarter: { describe: 'Quarter of the elementary schools by need, 1 the neediest.' },
  other_students: { describe: 'Students of the second school of a pair.', unit: 'students' },
  other_school_reported_per_student: {
    describe: 'First measure per student of the second school of a pair.',
    unit: 'dollars per student',
  },
  other_with_central_per_student: {
    describe: 'Second measure per student of the second school of a pair.',
    unit: 'dollars per student',
  },
  gap_amount: {
    describe: 'The gap between two schools, at the second one’s enrollment.',
    unit: 'dollars',
  },
  school_reported_gap: {
    describe: 'The part of the gap in the schools’ own dollars.',
    unit: 'dollars',
  },
  central_people_gap: {
    describe: 'The part of the gap in people paid centrally.',
    unit: 'dollars',
  },
  central_grants_gap: { describe: 'The part of the gap in central grants.', unit: 'dollars' },
} as const satisfies Readonly<Record<string, Field>>;
