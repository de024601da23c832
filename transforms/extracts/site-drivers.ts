import { decimal } from '../contract/kinds/decimal.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { year } from '../contract/kinds/integer.ts';
import { reference } from '../contract/kinds/reference.ts';
import { defineExtract } from './extract.ts';

/** What sites have and use that cost can follow: floors, riders, meals, devices. */
export const siteDrivers = defineExtract({
  name: 'site_drivers',
  title: 'Square feet, riders, meals and devices of sites',
  tier: 'T4',
  row: 'One quantity of a site in a fiscal year.',
  key: ['fiscal_year', 'site_id', 'driver'],
  year: 'fiscal_year',
  list: true,
  columns: {
    fiscal_year: year('Fiscal year, the year in which it ends.'),
    site_id: reference('Site.', 'organizations.site_id'),
    driver: enumeration(
      'What is counted: square feet of its buildings, riders of its buses, meals served in the year, devices of its students.',
      ['square_feet', 'riders', 'meals', 'devices'],
    ),
    quantity: decimal('How many.', {
      precision: 18,
      scale: 2,
      from: 0,
      to: 999999999,
      unit: 'as its driver says',
    }),
  },
  example: { fiscal_year: '2025', site_id: '101', driver: 'square_feet', quantity: '58400' },
});
