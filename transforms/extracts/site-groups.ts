import { code } from '../contract/kinds/code.ts';
import { date } from '../contract/kinds/date.ts';
import { enumeration } from '../contract/kinds/enumeration.ts';
import { reference } from '../contract/kinds/reference.ts';
import { defineExtract } from './extract.ts';

/** The networks, tiers, pilots and turnaround programs that sites enter and leave. */
export const siteGroups = defineExtract({
  name: 'site_groups',
  title: 'Networks, tiers, pilots and turnaround programs',
  tier: 'T2',
  row: 'The time of a site in a group.',
  key: ['site_id', 'group_kind', 'group_name', 'entered_on'],
  year: null,
  list: true,
  columns: {
    site_id: reference('Site.', 'organizations.site_id'),
    group_kind: enumeration('What kind of group it is.', [
      'network',
      'tier',
      'pilot',
      'turnaround',
      'other',
    ]),
    group_name: code('Name of the group.'),
    entered_on: date('First day in the group.'),
    left_on: date('Last day in the group; empty while the site is in it.', { optional: true }),
  },
  example: {
    site_id: '101',
    group_kind: 'network',
    group_name: 'North',
    entered_on: '2022-07-01',
    left_on: '',
  },
});
