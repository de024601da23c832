import type { Field } from './field.ts';

/** Results beside need and dollars; nothing here says cause. */
export const resultsFields = {
  holds: { describe: 'True when the result is so of the student: proficient, absent, graduated.' },
  low_income: { describe: 'True for a student from a low-income family.' },
  english_learner: { describe: 'True for a student who is learning English.' },
  special_education: { describe: 'True for a student in special education.' },
  gifted: { describe: 'True for a student in a program for gifted students.' },
  measure_name: { describe: 'The name of what was measured.', release: 'label' },
  unit: {
    describe:
      'What the value is in: percent, points, index or rating; in findings dollars, share, students, count, dollars per student or index.',
    release: 'label',
  },
  grade: { describe: "The grade; 'ALL' for all grades together.", release: 'label' },
  student_group: { describe: "The group of students; 'all' for all of them.", release: 'label' },
  value: {
    describe:
      'The value, of a result or of a finding’s figure; empty when it is hidden or is a rating.',
    unit: 'see unit',
    release: 'rate_of_students',
  },
  rating: {
    describe: 'A result that is a word, such as "Improvement required".',
    release: 'rate_of_students',
  },
  value_hidden: {
    describe: 'True when the result is hidden to protect students.',
    release: 'label',
  },
  hidden_reason: {
    describe: 'Why the result is hidden; empty when it is shown.',
    release: 'label',
  },
  already_public: {
    describe: 'True when the source is declared to be public already.',
    release: 'label',
  },
  schools: { describe: 'Schools that the figure stands on.', release: 'label' },
  enough_evidence: { describe: 'True from eight schools on.', release: 'label' },
  correlation_with_need: {
    describe: 'Pearson’s r of the result with the share of low-income students, -1 to 1.',
    unit: 'correlation',
    release: 'rate_of_students',
  },
  correlation_with_dollars: {
    describe: 'Pearson’s r of the result with the second measure per student, -1 to 1.',
    unit: 'correlation',
    release: 'rate_of_students',
  },
  sentence: { describe: 'What the figures say, in words.', release: 'label' },
} as const satisfies Readonly<Record<string, Field>>;
