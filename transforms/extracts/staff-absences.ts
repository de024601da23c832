import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { year } from '../contract/kinds/integer.ts';
import { money } from '../contract/kinds/money.ts';
import { reference } from '../contract/kinds/reference.ts';
import { defineExtract } from './extract.ts';

/** When people were away, why, and what their substitutes cost. */
export const staffAbsences = defineExtract({
  name: 'staff_absences',
  title: 'Absences and substitutes',
  tier: 'T2',
  row: 'An absence of a person on a day.',
  key: ['fiscal_year', 'staff_key', 'absence_date', 'absence_id'],
  keyOnlyWhenMapped: true,
  year: 'fiscal_year',
  columns: {
    fiscal_year: year('Fiscal year, the year in which it ends.'),
    absence_id: code('Number of the absence.', { optional: true }),
    staff_id: code('Employee number; a pseudonym stands in its place.', { person: 'staff_key' }),
    absence_date: date('Day of the absence.'),
    hours: decimal('Hours away.', {
      unit: 'hours',
      precision: 9,
      scale: 2,
      from: 0,
      to: 24,
      checkedOnly: true,
    }),
    reason_code: code('Reason, as the absence system has it.', { checkedOnly: true }),
    reason_group: enumeration(
      'Kind of reason; professional learning is training in school time.',
      ['professional_learning', 'illness', 'personal', 'other'],
      { checkedOnly: true },
    ),
    site_id: reference('Site that the person was away from.', 'organizations.site_id', {
      optional: true,
      checkedOnly: true,
    }),
    substitute_cost: money('Dollars paid for a substitute.', { optional: true, checkedOnly: true }),
  },
  example: {
    fiscal_year: '2025',
    absence_id: 'A-7710',
    staff_id: 'E1204',
    absence_date: '2024-10-08',
    hours: '7.5',
    reason_code: 'PD',
    reason_group: 'professional_learning',
    site_id: '101',
    substitute_cost: '135.00',
  },
});
