import { defineContract } from '../contract/contract.ts';
import { boolean } from '../contract/kinds/boolean.ts';
import { code } from '../contract/kinds/code.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { text } from '../contract/kinds/text.ts';

/** What payroll's earn codes mean. */
export const earnCodes = defineContract({
  name: 'earn_codes',
  row: 'A kind of pay.',
  key: ['earn_code'],
  year: null,
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
});
