import type { Rule } from '../rule.ts';

const COUNTS = ['enrollment_counts', 'enrollment'] as const;
const RESULTS = ['outcome_aggregates', 'attendance', 'assessment_results'] as const;

/** Results: sites are counted, since small groups are not hidden yet. */
export const RESULT_RULES: readonly Rule[] = [
  {
    id: 'O03',
    severity: 'block',
    title: 'A share or a percentage is outside of its range.',
    matters: 'When a column holds 0.85 in some rows and 85 in others.',
    resolve: 'Use `scale: percent` for a column of percentages, or correct the cells.',
    needs: [],
    things: 'rows',
    enforcedBy: 'staging',
  },
  {
    id: 'O04',
    severity: 'warn or block',
    title: 'More students were tested than were enrolled.',
    matters: 'A few moved in; many mean that two years or two tests are mixed.',
    resolve: 'Ask of how many students each result is.',
    needs: [RESULTS, COUNTS],
    things: 'sites in a year',
    enforcedBy: 'rules',
    thresholds: {
      warn_share: { value: 0.03, unit: 'share', describe: 'warns when so many more were tested' },
      block_share: {
        value: 0.5,
        unit: 'share',
        describe: 'blocks when it is so many more in the district',
      },
    },
  },
  {
    id: 'O05',
    severity: 'warn',
    title: 'Fewer students took a test than should have.',
    matters: 'Results of a school may then be of its stronger or weaker students alone.',
    resolve: 'Show the rate beside the result, and ask why students did not take it.',
    needs: ['assessment_results'],
    things: 'tests at a school',
    enforcedBy: 'rules',
    thresholds: {
      lowest: { value: 0.95, unit: 'share', describe: 'warns below this share' },
      least_students: { value: 20, unit: 'count', describe: 'smaller groups are not looked at' },
    },
  },
  {
    id: 'O06',
    severity: 'warn',
    title: 'Scores and levels of a test do not agree.',
    matters:
      'A student with a higher score is called not proficient, and one with a lower score is.',
    resolve: 'Ask which cut score the file was made with, and whether two versions are mixed.',
    needs: ['assessment_results'],
    things: 'tests by grade',
    enforcedBy: 'rules',
  },
  {
    id: 'O08',
    severity: 'warn',
    title: 'Chronic absence changed much since the year before.',
    matters: 'A new definition or a gap in recording looks like an improvement.',
    resolve: 'Ask whether the definition or the way of recording has changed.',
    needs: [RESULTS],
    things: 'schools in two years',
    enforcedBy: 'rules',
    thresholds: {
      change: {
        value: 15,
        unit: 'points',
        describe: 'warns of a larger change in percentage points',
      },
    },
  },
  {
    id: 'O09',
    severity: 'warn',
    title: 'A result changed much since the year before.',
    matters: 'A new test or cut score breaks the series.',
    resolve: 'Ask whether the test has changed; if so, give it another measure.',
    needs: [RESULTS],
    things: 'results in two years',
    enforcedBy: 'rules',
    thresholds: {
      change: {
        value: 15,
        unit: 'points',
        describe: 'warns of a larger change in percentage points',
      },
      least_students: {
        value: 40,
        unit: 'count',
        describe: 'results of fewer students are not compared',
      },
    },
  },
  {
    id: 'O10',
    severity: 'block',
    title: 'A growth percentile is outside of 1 to 99.',
    matters: 'Always: percentiles of growth have no 0 and no 100.',
    resolve: 'Ask whether the column is the percentile or the score.',
    needs: ['assessment_results'],
    things: 'rows',
    enforcedBy: 'staging',
  },
  {
    id: 'O11',
    severity: 'block',
    title: 'A result in percent is below 0 or above 100.',
    matters:
      'Results such as -3 or 999 stand for "too few students" in state files; others are wrong.',
    resolve:
      'List a mark under `missing` of the source; drop a wrong result by a rule under `drop`.',
    needs: [RESULTS],
    things: 'results',
    enforcedBy: 'rules',
  },
  {
    id: 'O14',
    severity: 'warn',
    title: 'Rates of graduation, dropping out and staying do not add up to 100.',
    matters: 'They may be of different groups of students.',
    resolve: 'Ask for the rates of the same cohort.',
    needs: [RESULTS],
    things: 'schools in a year',
    enforcedBy: 'rules',
    thresholds: {
      points: { value: 1, unit: 'points', describe: 'a smaller difference is rounding' },
    },
  },
  {
    id: 'O15',
    severity: 'warn',
    title: 'Results are of a year that the ledger does not come near.',
    matters: 'A year that was read wrongly puts results beside the dollars of another year.',
    resolve: 'Look at how the source reads the year: `year: end` or `start`.',
    needs: [RESULTS],
    things: 'years of results',
    enforcedBy: 'rules',
  },
];
