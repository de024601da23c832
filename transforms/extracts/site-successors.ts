import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { decimal } from '../contract/kinds/decimal.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { defineExtract } from './extract.ts';

/** What became of a site: closed, merged, split, or its number given to another one. */
export const siteSuccessors = defineExtract({
  name: 'site_successors',
  title: 'Schools closed, merged, split or renumbered',
  tier: 'T2',
  row: 'A site that ended or changed, and one site that follows it.',
  key: ['site_id', 'effective_on', 'successor_site_id'],
  year: null,
  list: true,
  columns: {
    site_id: code('Site that ended or changed.'),
    successor_site_id: code('Site that follows it; empty when none does.', { optional: true }),
    event: enumeration('What happened.', ['closed', 'merged', 'split', 'code_reused']),
    effective_on: date('First day on which it holds.'),
    share: decimal('Share of the site that went to this successor, 0 to 1.', {
      unit: 'share, 0 to 1',
      precision: 9,
      scale: 6,
      from: 0,
      to: 1,
      optional: true,
    }),
  },
  example: {
    site_id: '117',
    successor_site_id: '101',
    event: 'closed',
    effective_on: '2025-07-01',
    share: '0.65',
  },
});
