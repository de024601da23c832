import { boolean } from '../contract/kinds/boolean.ts';
import { code } from '../contract/kinds/code.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { integer, year } from '../contract/kinds/integer.ts';
import { reference } from '../contract/kinds/reference.ts';
import { defineExtract } from './extract.ts';

/** Each student’s result in a test. */
export const assessmentResults = defineExtract({
  name: 'assessment_results',
  title: 'Test results, student by student',
  tier: 'T3',
  row: 'A student’s result in one subject of a test.',
  key: ['school_year', 'student_key', 'assessment', 'subject', 'administration'],
  year: 'school_year',
  insteadOf: ['outcome_aggregates'],
  columns: {
    school_year: year('School year, the year in which it ends.'),
    student_id: code('Student number; a pseudonym stands in its place.', { person: 'student_key' }),
    site_id: reference('School that the result counts for.', 'organizations.site_id'),
    assessment: code('Test.'),
    subject: code('What was tested; the measure of coding/measures.csv, such as math.'),
    administration: code('Which time it was given.'),
    grade_tested: code('Grade of the test.'),
    tested: boolean('The student took it.'),
    proficient: boolean('At or above the level that counts as proficient; empty when not tested.', {
      optional: true,
    }),
    performance_level: code('Level in the words of the test.', {
      optional: true,
      checkedOnly: true,
    }),
    scale_score: decimal('Score.', {
      precision: 18,
      scale: 4,
      unit: 'points',
      optional: true,
    }),
    growth_percentile: integer('Growth, compared with students who began alike.', {
      rule: 'O10',
      from: 1,
      to: 99,
      optional: true,
      checkedOnly: true,
    }),
    reason_not_tested: code('Why not.', { optional: true, checkedOnly: true }),
    test_version: code('Edition of the test; results of two editions are not compared.', {
      optional: true,
      checkedOnly: true,
    }),
  },
  example: {
    school_year: '2025',
    student_id: 'S204411',
    site_id: '101',
    assessment: 'State test',
    subject: 'math',
    administration: 'Spring',
    grade_tested: '03',
    tested: 'yes',
    proficient: 'yes',
    performance_level: 'Accomplished',
    scale_score: '712',
    growth_percentile: '58',
    reason_not_tested: '',
    test_version: '2024',
  },
});
