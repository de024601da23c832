import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { year } from '../contract/kinds/integer.ts';
import { money } from '../contract/kinds/money.ts';
import { reference } from '../contract/kinds/reference.ts';
import { text } from '../contract/kinds/text.ts';
import { defineExtract } from './extract.ts';

/** Workshops, courses and coaching that the district or others offer its staff. */
export const pdActivities = defineExtract({
  name: 'pd_activities',
  title: 'Professional learning on offer',
  tier: 'T2',
  row: 'An activity of professional learning.',
  key: ['fiscal_year', 'activity_id'],
  year: 'fiscal_year',
  columns: {
    fiscal_year: year('Fiscal year, the year in which it ends.'),
    activity_id: code('Number of the activity.'),
    title: text('What it is called.'),
    start_date: date('First day.'),
    end_date: date('Last day.', { optional: true }),
    hours: decimal('Hours from begin to end.', {
      precision: 9,
      scale: 2,
      from: 0,
      to: 9999,
      unit: 'hours',
    }),
    format: enumeration('How it is done.', [
      'coaching',
      'workshop',
      'plc',
      'course',
      'conference',
      'other',
    ]),
    provider_type: enumeration('Own staff, or somebody from outside.', ['internal', 'external']),
    provider: text('Who provides it.', { optional: true }),
    site_id: reference('Site that it is for.', 'organizations.site_id', { optional: true }),
    priority_id: code('Goal of the district’s plan, as coding/priorities.csv lists it.', {
      optional: true,
    }),
    cost: money('What it costs besides the time of its participants.', { optional: true }),
    project_code: code('Project of the ledger that pays for it.', { optional: true }),
  },
  example: {
    fiscal_year: '2025',
    activity_id: 'PL-310',
    title: 'Early reading, cohort 2',
    start_date: '2024-09-10',
    end_date: '2024-11-19',
    hours: '18',
    format: 'course',
    provider_type: 'external',
    provider: 'State university',
    site_id: '101',
    priority_id: 'reading',
    cost: '9400.00',
    project_code: '412',
  },
});
