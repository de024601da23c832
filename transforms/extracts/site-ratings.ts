import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { year } from '../contract/kinds/integer.ts';
import { reference } from '../contract/kinds/reference.ts';
import { text } from '../contract/kinds/text.ts';
import { defineExtract } from './extract.ts';

/** How a state or the district rates its schools. */
export const siteRatings = defineExtract({
  name: 'site_ratings',
  title: 'Ratings of schools',
  tier: 'T4',
  row: 'A rating of a site in a school year.',
  key: ['school_year', 'site_id', 'rating_system'],
  year: 'school_year',
  columns: {
    school_year: year('School year, the year in which it ends.'),
    site_id: reference('Site.', 'organizations.site_id'),
    rating_system: code('Who rates, by what rules.'),
    rating: text('The rating in words.'),
    score: decimal('The number behind it.', {
      precision: 18,
      scale: 4,
      unit: 'points',
      optional: true,
    }),
    rated_on: date('Day of the rating.', { optional: true }),
  },
  example: {
    school_year: '2025',
    site_id: '101',
    rating_system: 'State report card',
    rating: '4 stars',
    score: '78.5',
    rated_on: '2025-09-12',
  },
});
