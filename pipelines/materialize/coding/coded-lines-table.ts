import { CODED_LINES_KEY } from '../../../transforms/coding/coded-lines-sql.ts';

/** The one core table that is not a `.sql` file: its SQL is made from the district's rule tables. */
export const CODED_LINES = {
  relation: 'core.coded_lines',
  reads: [
    'core.ledger_lines',
    'core.listed_codes',
    'core.sites',
    'staging.priorities',
    'staging.purposes',
    'staging.restatements',
    'staging.settings',
    'staging.standard_functions',
    'staging.standard_objects',
  ],
  row: 'a ledger line, or a part of one that a rule splits, with its codes and the rules that gave them',
  key: CODED_LINES_KEY,
  audience: 'analyst',
  description:
    'What each dollar is for. Every line of the ledger stands here once, or once per part; a part keeps the place of ' +
    'its line in the file, the id of the rule for each code, and the key of the pool in which it is followed to schools.',
} as const;
