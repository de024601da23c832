import type { Rule } from '../rule.ts';

const COUNTS = ['enrollment_counts', 'enrollment'] as const;

/** Students, attendance and classes. */
export const ENROLLMENT_RULES: readonly Rule[] = [
  {
    id: 'O01',
    severity: 'warn or block',
    title: 'Enrollment jumped since the year before.',
    matters:
      'Dollars per student jump with it. A school that opened, closed or changed grades may be right.',
    resolve:
      'Compare with the official count; look for schools that were merged or have a new number.',
    needs: [COUNTS],
    things: 'schools in two years',
    enforcedBy: 'rules',
    thresholds: {
      school_change: {
        value: 0.15,
        unit: 'share',
        describe: 'warns of a larger change of a school',
      },
      district_change: {
        value: 0.05,
        unit: 'share',
        describe: 'warns of a larger change of the district',
      },
      block_change: {
        value: 0.4,
        unit: 'share',
        describe: 'blocks at a larger change of the district',
      },
      least_students: { value: 50, unit: 'count', describe: 'smaller schools are not compared' },
    },
  },
  {
    id: 'O02',
    severity: 'warn or block',
    title: 'Grades do not add up to their total, or a group is larger than its school.',
    matters: 'Shares of groups and dollars per student would be wrong.',
    resolve: 'Ask for counts of one day; say which rows are totals.',
    needs: ['enrollment_counts'],
    things: 'sites and groups in a year',
    enforcedBy: 'rules',
    thresholds: {
      block_share: {
        value: 0.01,
        unit: 'share',
        describe: 'blocks when more students than this share are affected',
      },
    },
  },
  {
    id: 'O07',
    severity: 'warn or block',
    title: 'Days of absence cannot be right, or a whole school was never absent.',
    matters: 'Attendance and chronic absence rest on them.',
    resolve: 'Ask whether absence was recorded at the school, and of which days.',
    needs: ['attendance'],
    things: 'students and schools',
    enforcedBy: 'rules',
    thresholds: {
      most_days: {
        value: 200,
        unit: 'days',
        describe: 'blocks when a student is enrolled for more days than this',
      },
    },
  },
  {
    id: 'O12',
    severity: 'warn',
    title: 'Students are enrolled at two schools at the same time.',
    matters: 'They would count twice.',
    resolve: 'Ask which school is the home school; a few with shared time are usual.',
    needs: ['enrollment'],
    things: 'students in a year',
    enforcedBy: 'rules',
    thresholds: {
      warn_share: {
        value: 0.005,
        unit: 'share',
        describe: 'warns above this share of the students',
      },
    },
  },
  {
    id: 'O13',
    severity: 'warn',
    title: 'Classes are empty or very large, or have no teacher.',
    matters: 'Class size and cost per student of a subject rest on them.',
    resolve: 'Ask for the schedule after classes were balanced.',
    needs: ['course_sections', 'section_students'],
    things: 'classes',
    enforcedBy: 'rules',
    thresholds: {
      largest: {
        value: 45,
        unit: 'count',
        describe: 'warns of more students, but in physical education and music',
      },
      warn_share: {
        value: 0.01,
        unit: 'share',
        describe: 'warns when it is so for more of the classes',
      },
    },
  },
  {
    id: 'O16',
    severity: 'warn',
    title: 'The share of low-income students changed much since the year before.',
    matters: 'Free meals for all or a new definition change the count, not the need.',
    resolve: 'Ask how students are counted since; compare years with care.',
    needs: [COUNTS],
    things: 'years',
    enforcedBy: 'rules',
    thresholds: {
      change: {
        value: 10,
        unit: 'points',
        describe: 'warns of a larger change in percentage points',
      },
    },
  },
];
