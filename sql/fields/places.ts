import type { Field } from './field.ts';

/** Where: the district, its sites and networks, and the years. */
export const placesFields = {
  district_id: { describe: 'The district, as its configuration names it.', release: 'label' },
  district_name: { describe: 'The name of the district.', release: 'label' },
  state: { describe: 'The state that the district is in, as two letters.', release: 'label' },
  invented: {
    describe: 'True when the district and all of its figures are invented.',
    release: 'label',
  },
  fiscal_year: { describe: 'The fiscal year, as the year in which it ends.', release: 'label' },
  school_year: { describe: 'The school year, as the year in which it ends.', release: 'label' },
  spending_year: {
    describe:
      'The fiscal year whose dollars stand beside a result: the same year, or the closest one that the ledger has.',
    release: 'label',
  },
  first_fiscal_year: {
    describe: 'The first complete fiscal year of the map.',
    release: 'label',
  },
  latest_fiscal_year: {
    describe: 'The latest complete fiscal year; without one, the year in progress.',
    release: 'label',
  },
  last_period: {
    describe: 'The last period of the year that has dollars of the map, 12 when it is complete.',
    release: 'label',
  },
  in_progress: {
    describe: 'True while the ledger of the year has not reached its twelfth period.',
    release: 'label',
  },
  ledger_as_of: {
    describe: 'The latest posting or balance date of the year’s ledger; empty when it has none.',
    release: 'label',
  },
  is_compared: {
    describe: 'True for the years that comparisons of whole years hold.',
    release: 'label',
  },
  year_to_date: {
    describe: 'True when no year is complete, so that every figure is of the year so far.',
    release: 'label',
  },
  progress_fiscal_year: {
    describe: 'The fiscal year that is in progress; empty when there is none.',
    release: 'label',
  },
  period_words: {
    describe:
      'The latest year as sentences say it: "fiscal year 2025", or "fiscal year 2026 to date".',
    release: 'label',
  },
  as_of: {
    describe:
      'The latest posting, balance or roster date in the files; empty when no file has one.',
    release: 'label',
  },
  site_id: {
    describe: "The site, as the district numbers it; 'none' for dollars without a site.",
    release: 'label',
  },
  site_name: { describe: 'The name of the site.', release: 'label' },
  site_type: {
    describe:
      "What the site is: school, central, program, other, or unlisted when the district's site list lacks it.",
    release: 'label',
  },
  school_level: {
    describe: 'The grade span of a school: elementary, k8, middle, high, k12 or other.',
    release: 'label',
  },
  network_id: { describe: 'The network or region that a school belongs to.', release: 'label' },
  network_name: { describe: 'The name of the network or region.', release: 'label' },
  is_school: { describe: 'True for a site that is a school.' },
  event: {
    describe: 'What became of the site: closed, merged, split or code_reused.',
    release: 'label',
  },
  effective_on: { describe: 'The first day on which the change holds.', release: 'label' },
  share: {
    describe: 'The share of the site that went to this successor; empty when it is not known.',
    unit: 'share, 0 to 1',
    release: 'label',
  },
  successor_site_id: {
    describe: "The site that follows; 'none' when none does.",
    release: 'label',
  },
  successor_name: { describe: 'The name of the site that follows.', release: 'label' },
  other_site_id: { describe: 'The second school of a pair.' },
  other_site_name: { describe: 'The name of the second school of a pair.' },
} as const satisfies Readonly<Record<string, Field>>;
