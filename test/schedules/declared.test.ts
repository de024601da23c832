import { expect, test } from 'vitest';
import type { District } from '../../transforms/config/district.ts';
import { loadDistrict } from '../../transforms/config/load-district.ts';
import { Problem } from '../../transforms/problem.ts';

const yaml = (schedules: string, zone = 'America/Denver'): string => `version: 1
district: { id: small-town, name: Small Town, state: CO, time_zone: ${zone} }
parameters: { fiscal_year: { default: 2024, describe: The year } }
map: { amount_type: actual, chart: [fund] }
schedules:
${schedules}
sources:
  - id: ledger
    extract: gl_balances
    file: "GL_{fiscal_year}.csv"
    columns:
      fiscal_year: { const: "{fiscal_year}" }
      amount_type: { const: actual }
      fund_code: { from: Fund }
      amount: { from: Amount }
`;

const read = (schedules: string, zone?: string): District =>
  loadDistrict(yaml(schedules, zone), 'district.yaml');

function refusal(schedules: string, zone?: string): string {
  try {
    read(schedules, zone);
  } catch (error) {
    if (error instanceof Problem) return `${error.where.line}: ${error.what}`;
    throw error;
  }
  return 'accepted';
}

test('what is left out has its default', () => {
  expect(read("  - { id: monthly, cron: '30 4 6 * *' }").schedules).toEqual([
    {
      id: 'monthly',
      cron: '30 4 6 * *',
      jitter: 0,
      catch_up: 43_200,
      site: true,
      parameters: {},
    },
  ]);
});

test('a schedule with all that it may say', () => {
  expect(
    read(`  - id: weekly
    calendar: { hour: 4, minute: 30, day_of_week: [monday, thursday], month: june }
    jitter: 10m
    catch_up: 2d
    site: false
    label: preliminary
    parameters: { fiscal_year: 2025 }`).schedules[0],
  ).toMatchObject({
    calendar: { hour: 4, minute: 30, day_of_week: ['monday', 'thursday'], month: 'june' },
    jitter: 600,
    catch_up: 172_800,
    parameters: { fiscal_year: 2025 },
  });
});

test.each([
  ["  - { id: monthly, corn: '30 4 6 * *' }", '6: There is no setting corn in schedules.1'],
  ['  - { id: monthly }', '6: schedules.1 must have a cron or a calendar, and not both.'],
  ["  - { id: a, cron: '0 4 * * *', calendar: { hour: 4 } }", '6: schedules.1 must have a cron or'],
  ["  - id: a\n    cron: '0 4 * *'", '7: schedules.1.cron must have five fields'],
  ["  - id: a\n    cron: '0 4 1 * mon'", '7: schedules.1.cron names days of the month and days of'],
  ['  - id: a\n    cron: 5', '7: schedules.1.cron must be text'],
  [
    '  - id: a\n    calendar: { hour: 24 }',
    '7: schedules.1.calendar.hour must be a number from 0 to 23',
  ],
  [
    '  - id: a\n    calendar: { hour: 4, day_of_week: [mon] }',
    '7: schedules.1.calendar.day_of_week must be one of: sunday',
  ],
  [
    '  - id: a\n    calendar: { hour: 4, day_of_month: 30, month: february }',
    '7: schedules.1.calendar names a day',
  ],
  ["  - id: a\n    cron: '0 4 * * *'\n    jitter: 10", '8: schedules.1.jitter must be text'],
  [
    "  - id: a\n    cron: '0 4 * * *'\n    catch_up: soon",
    '8: schedules.1.catch_up must be a whole',
  ],
  [
    "  - id: a\n    cron: '0 4 * * *'\n    label: draft",
    '8: schedules.1.label must be one of: prel',
  ],
  [
    "  - { id: a, cron: '0 4 * * *' }\n  - { id: a, cron: '0 5 * * *' }",
    '7: Two schedules are called a.',
  ],
  [
    "  - id: a\n    cron: '0 4 * * *'\n    parameters: { year: '2025' }",
    '8: There is no parameter year under parameters.',
  ],
  [
    "  - id: a\n    cron: '0 4 * * *'\n    parameters: { fiscal_year: next }",
    '8: The parameter fiscal_year must be a whole number.',
  ],
])('a mistake is named with its line: %s', (schedules, words) => {
  expect(refusal(schedules)).toContain(words);
});

test.each(['America/Nowhere', 'america/denver', 'Mountain', "'+05:00'"])(
  'there is no time zone %s',
  (zone) => {
    expect(refusal("  - { id: a, cron: '0 4 * * *' }", zone)).toContain(
      '2: district.time_zone is no time zone: write one such as America/New_York',
    );
  },
);

test.each(['US/Eastern', 'UTC', 'America/Indiana/Indianapolis', 'Pacific/Guam', 'Etc/GMT+5'])(
  '%s is a time zone',
  (zone) => {
    expect(refusal("  - { id: a, cron: '0 4 * * *' }", zone)).toBe('accepted');
  },
);
