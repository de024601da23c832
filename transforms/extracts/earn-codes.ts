import { boolean } from '../contract/kinds/boolean.ts';
import { code } from '../contract/kinds/code.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { text } from '../contract/kinds/text.ts';
import { defineExtract } from './extract.ts';

/** What payroll's earn codes mean. */
export const earnCodes = defineExtract({
  name: 'earn_codes',
  title: 'Kinds of pay',
  tier: 'T1',
  row: 'A kind of pay.',
  key: ['earn_code'],
  year: null,
  list: true,
  columns: {
    earn_code: code('The code on the payroll line.'),
    earn_name: text('What payroll calls it.'),
    pay_type: enumeration('What kind of pay it is.', [
      'base',
      'stipend',
      'extra_duty',
      'overtime',
      'substitute',
      'incentive',
      'leave_payout',
      'benefit_employer',
      'other',
    ]),
    professional_learning: boolean('Paid for professional learning.', { optional: true }),
  },
  example: {
    earn_code: '010',
    earn_name: 'Regular pay',
    pay_type: 'base',
    professional_learning: 'no',
  },
});
