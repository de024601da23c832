import { boolean } from '../contract/kinds/boolean.ts';
import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { year } from '../contract/kinds/integer.ts';
import { money } from '../contract/kinds/money.ts';
import { text } from '../contract/kinds/text.ts';
import { defineExtract } from './extract.ts';

/** Grants over their award life, which seldom is a fiscal year. */
export const grants = defineExtract({
  name: 'grants',
  title: 'Grants and their award life',
  tier: 'T2',
  row: 'An award of a grant, by its project code.',
  key: ['fiscal_year', 'project_code'],
  // Rows without a year are of the whole award life, so every step sees all of them.
  year: null,
  columns: {
    fiscal_year: year('Fiscal year of the award, where the list is made each year.', {
      optional: true,
    }),
    project_code: code('Project of the grant, as the ledger has it.'),
    project_name: text('What the district calls it.'),
    funding_level: enumeration('Who gives it.', ['federal', 'state', 'local', 'private']),
    aln: code('Assistance listing number of a federal grant, such as 84.010.', { optional: true }),
    award_amount: money('Dollars awarded for the whole life of the grant.'),
    start_date: date('First day on which it may be spent.'),
    end_date: date('Last day on which it may be spent.'),
    professional_learning_allowed: boolean('It may pay for professional learning.', {
      optional: true,
    }),
  },
  example: {
    fiscal_year: '2025',
    project_code: '412',
    project_name: 'Title II-A 2025',
    funding_level: 'federal',
    aln: '84.367',
    award_amount: '1850000.00',
    start_date: '2024-07-01',
    end_date: '2026-09-30',
    professional_learning_allowed: 'yes',
  },
});
