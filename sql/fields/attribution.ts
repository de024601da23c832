import type { Field } from './field.ts';

/** How dollars reach the places where they work. */
export const attributionFields = {
  attribution: {
    describe:
      "How the dollars reach their site: recorded at the site, follows salary, by assignment, by the grant's sites, by students, or not attributed.",
    release: 'label',
  },
  attribution_label: { describe: 'How the dollars reach their site, in published words.' },
  attribution_reason: { describe: 'Why a rule attributes the dollars to no site.' },
  follows_salary: { describe: 'True for benefits, which stand where their salaries stand.' },
  driver: {
    describe:
      "What divides the dollars: assignment, project_sites or students; 'none' where they are recorded.",
  },
  driver_key: {
    describe: 'The account, grant or group of schools whose weights divide the dollars.',
  },
  weight: { describe: 'The share of one site or pool, as a whole number of the driver.' },
  weight_total: { describe: 'The sum of the weights.' },
  basis: {
    describe:
      'The weight of the site that the dollars are divided by; of an account of people, its part in millionths.',
  },
  basis_total: {
    describe: 'The sum of the weights of all sites; of an account of people, 1,000,000.',
  },
  measure: {
    describe:
      'In spending, which figure of a school the dollars stand in: school_reported, central_people_and_grants, central_pool or none. In results, what was measured.',
    release: 'label',
  },
} as const satisfies Readonly<Record<string, Field>>;
