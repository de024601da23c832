import { code } from '../contract/kinds/code.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { integer, year } from '../contract/kinds/integer.ts';
import { money } from '../contract/kinds/money.ts';
import { text } from '../contract/kinds/text.ts';
import { AMOUNT_TYPES } from './ledger-columns.ts';
import { defineExtract } from './extract.ts';

/** What the ledger must add up to: the trial balance, or other totals that the district stands by, as a printed budget. */
export const controlTotals = defineExtract({
  name: 'control_totals',
  title: 'Trial balance or other totals',
  tier: 'T1',
  row: 'A total that the ledger must meet, up to a period: a fiscal year, fund and amount type.',
  key: ['fiscal_year', 'fiscal_period', 'fund_code', 'amount_type'],
  year: 'fiscal_year',
  columns: {
    fiscal_year: year('Fiscal year, the year in which it ends.'),
    fiscal_period: integer('Last period that the total includes.', {
      from: 0,
      to: 16,
      default: '12',
    }),
    fund_code: code('Fund; empty for all funds together.', { optional: true }),
    amount_type: enumeration('What the total is of.', AMOUNT_TYPES),
    amount: money('The total in dollars.'),
    source_document: text('Where the total was taken from.'),
  },
  example: {
    fiscal_year: '2025',
    fiscal_period: '12',
    fund_code: '100',
    amount_type: 'actual',
    amount: '152340210.55',
    source_document: 'Trial balance of June 30, 2025',
  },
});
