import { code } from '../contract/kinds/code.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { year } from '../contract/kinds/integer.ts';
import { money } from '../contract/kinds/money.ts';
import { reference } from '../contract/kinds/reference.ts';
import { defineExtract } from './extract.ts';

/** Who took part in professional learning, for how long, and on whose time. */
export const pdParticipation = defineExtract({
  name: 'pd_participation',
  title: 'Who took part in professional learning',
  tier: 'T2',
  row: 'A person in an activity of professional learning.',
  key: ['fiscal_year', 'activity_id', 'staff_key'],
  year: 'fiscal_year',
  columns: {
    fiscal_year: year('Fiscal year, the year in which it ends.'),
    activity_id: reference('Activity.', 'pd_activities.activity_id'),
    staff_id: code('Employee number; a pseudonym stands in its place.', { person: 'staff_key' }),
    hours_attended: decimal('Hours that the person was there.', {
      precision: 9,
      scale: 2,
      from: 0,
      to: 9999,
      unit: 'hours',
      checkedOnly: true,
    }),
    paid_by: enumeration(
      'Whose time it was: the contract day, a stipend, release from class, or the person’s own.',
      ['contract_day', 'stipend', 'release', 'own_time'],
      { checkedOnly: true },
    ),
    amount: money('Dollars paid to the person for it.', { optional: true, checkedOnly: true }),
  },
  example: {
    fiscal_year: '2025',
    activity_id: 'PL-310',
    staff_id: 'E1204',
    hours_attended: '15.5',
    paid_by: 'stipend',
    amount: '465.00',
  },
});
