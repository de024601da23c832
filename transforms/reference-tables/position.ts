import { integer } from '../contract/kinds/integer.ts';

/** Where a row stands in lists on pages. */
export const position = integer('Place in lists on pages.', { from: 0, to: 999_999 });
