import type { Field } from './field.ts';

/** What a board should know first, and what these files can say. */
export const findingsFields = {
  finding_id: { describe: 'The finding.', release: 'label' },
  position: { describe: 'Its place in a list.', release: 'label' },
  title: { describe: 'Its name on pages.', release: 'label' },
  available: { describe: 'False when the files cannot give the finding.', release: 'label' },
  page: { describe: 'The page of the site that shows more.', release: 'label' },
  figure_id: { describe: 'The figure of the finding.', release: 'label' },
  figure: { describe: 'The figure in words.', release: 'label' },
  has_several_years: { describe: 'True when the ledger has more than one year.' },
  has_functions: { describe: 'True when ledger lines have functions.' },
  has_professional_learning: { describe: 'True when dollars are coded to professional learning.' },
  has_school_dollars: { describe: 'True when schools have dollars and students.' },
  has_central_people_and_grants: {
    describe: 'True when central people or grants can be followed to schools.',
  },
  has_need_quarters: { describe: 'True when elementary schools can be put in quarters by need.' },
  has_relations: {
    describe: 'True when a grade span has enough schools with results and dollars.',
  },
} as const satisfies Readonly<Record<string, Field>>;
