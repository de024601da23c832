import { code } from '../contract/kinds/code.ts';
import { year } from '../contract/kinds/integer.ts';
import { money } from '../contract/kinds/money.ts';
import { reference } from '../contract/kinds/reference.ts';
import { defineExtract } from './extract.ts';

/** What the district or its state has published itself. Compared with the map, and never copied into it. */
export const publishedPerStudent = defineExtract({
  name: 'published_per_student',
  title: 'Dollars per student as published before',
  tier: 'T4',
  row: 'Dollars per student of a site as somebody else has published them.',
  key: ['fiscal_year', 'site_id', 'fund_code'],
  year: 'fiscal_year',
  columns: {
    fiscal_year: year('Fiscal year, the year in which it ends.'),
    site_id: reference('Site.', 'organizations.site_id'),
    fund_code: code('Fund; empty for all funds together.', { optional: true }),
    amount: money('Dollars per student of the site’s own lines.'),
  },
  example: { fiscal_year: '2025', site_id: '101', fund_code: '', amount: '11842.36' },
});
