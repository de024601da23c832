/** The student groups that counts and results come by. */
export const STUDENT_GROUPS = [
  'all',
  'low_income',
  'special_education',
  'english_learner',
  'gifted',
  'other',
] as const;
