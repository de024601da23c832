import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { year } from '../contract/kinds/integer.ts';
import { money } from '../contract/kinds/money.ts';
import { text } from '../contract/kinds/text.ts';
import { defineExtract } from './extract.ts';

/** What the district chose to spend more on, and what it expects of it. */
export const investments = defineExtract({
  name: 'investments',
  title: 'Investments and what is expected of them',
  tier: 'T4',
  row: 'An investment of the district in a fiscal year.',
  key: ['fiscal_year', 'investment_id'],
  year: 'fiscal_year',
  note: 'The goals themselves are no extract: they stand in coding/priorities.csv, or in the list that all districts share.',
  columns: {
    fiscal_year: year('Fiscal year, the year in which it ends.'),
    investment_id: code('Number of the investment.'),
    investment_name: text('What the district calls it.'),
    priority_id: code('Goal of the district’s plan, as coding/priorities.csv lists it.', {
      optional: true,
    }),
    owner: text('Office that answers for it.', { optional: true }),
    planned_amount: money('Dollars planned for the year.'),
    project_code: code('Project of the ledger that it is spent from.', { optional: true }),
    measure: code('Result that it should change, as coding/measures.csv lists it.', {
      optional: true,
    }),
    target: decimal('Value that the result should reach.', {
      precision: 18,
      scale: 4,
      unit: 'as its measure says',
      optional: true,
    }),
    starts_on: date('First day.', { optional: true }),
    review_on: date('Day on which it is looked at again.', { optional: true }),
    ends_on: date('Last day.', { optional: true }),
  },
  example: {
    fiscal_year: '2025',
    investment_id: 'I-07',
    investment_name: 'Reading coaches in ten schools',
    priority_id: 'reading',
    owner: 'Office of Academics',
    planned_amount: '1240000.00',
    project_code: '500',
    measure: 'reading',
    target: '55',
    starts_on: '2024-08-01',
    review_on: '2025-06-30',
    ends_on: '2027-06-30',
  },
});
