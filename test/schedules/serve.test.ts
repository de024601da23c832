import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RefreshRequest } from '../../pipelines/refresh/request.ts';
import { markOf } from '../../pipelines/runtime/processes.ts';
import { aboutThisProcess, RunLog } from '../../pipelines/runtime/run-log.ts';
import { scratchFolder } from '../support/scratch.ts';
import { declare, newDistrict, play } from './play.ts';

const root = scratchFolder('serve');
const daily = "  - { id: daily, cron: '0 4 * * *', catch_up: 12h }";
/** A process that goes on and is not this one. */
const elsewhere = markOf(process.ppid) ?? null;

test('a schedule starts a refresh at its time, and one that was never seen before starts from now', async () => {
  const district = newDistrict(root, "  - { id: often, cron: '0 * * * *' }");
  const asked: RefreshRequest[] = [];
  const told = await play(district, {
    from: '2027-01-05T04:51',
    to: '2027-01-05T05:05',
    during: (request) => asked.push(request),
  });
  expect(told).toEqual(['01-05T05:00 often schedule of 01-05T05:00', '01-05T05:00 often ended']);
  expect(asked[0]).toMatchObject({ trigger: 'schedule', schedule: 'often', site: true, set: {} });
});

test('what a schedule says of label, site and parameters is what it asks for', async () => {
  const district = newDistrict(root, "  - { id: a, cron: '0 4 * * *', site: false, label: final }");
  const asked: RefreshRequest[] = [];
  await play(district, {
    from: '2027-01-05T03:55',
    to: '2027-01-05T04:05',
    during: (request) => asked.push(request),
  });
  expect(asked).toMatchObject([{ site: false, label: 'final', schedule: 'a' }]);
});

test('times that were missed are made up for by one refresh', async () => {
  const district = newDistrict(root, "  - { id: often, cron: '0 * * * *', catch_up: 3h }");
  await play(district, { from: '2027-01-05T00:55', to: '2027-01-05T01:05' });
  // The computer is off from 1:30 to 6:20; 4:00, 5:00 and 6:00 are at most three hours old.
  expect(await play(district, { from: '2027-01-05T06:20', to: '2027-01-05T07:05' })).toEqual([
    '01-05T06:20 often missed 2 until 01-05T03:00',
    '01-05T06:20 often catch_up of 01-05T04:00',
    '01-05T06:20 often ended',
    '01-05T07:00 often schedule of 01-05T07:00',
    '01-05T07:00 often ended',
  ]);
});

test('a time that was missed for longer than catch_up is let go', async () => {
  const district = newDistrict(root, daily);
  await play(district, { from: '2027-01-05T12:00', to: '2027-01-05T12:05' });
  expect(await play(district, { from: '2027-01-06T16:01', to: '2027-01-06T16:06' })).toEqual([
    '01-06T16:01 daily missed 1 until 01-06T04:00',
  ]);
  // It is told once.
  expect(await play(district, { from: '2027-01-06T18:00', to: '2027-01-06T18:05' })).toEqual([]);
});

test('a time that was missed for less is made up for', async () => {
  const district = newDistrict(root, daily);
  await play(district, { from: '2027-01-05T12:00', to: '2027-01-05T12:05' });
  expect(await play(district, { from: '2027-01-06T15:59', to: '2027-01-06T16:06' })).toEqual([
    '01-06T15:59 daily catch_up of 01-06T04:00',
    '01-06T15:59 daily ended',
  ]);
});

test('a time that comes while a refresh goes on is skipped, which the run log says', async () => {
  const district = newDistrict(root, "  - { id: often, cron: '*/10 * * * *' }");
  const told = await play(district, {
    from: '2027-01-05T03:55',
    to: '2027-01-05T04:25',
    lasts: 15 * 60_000,
  });
  expect(told).toEqual([
    '01-05T04:00 often schedule of 01-05T04:00',
    '01-05T04:10 often skipped 01-05T04:10: the refresh of schedule often goes on',
    '01-05T04:15 often ended',
    '01-05T04:20 often schedule of 01-05T04:20',
  ]);
  const [log] = runLogs(district.home);
  expect(log).toMatchObject([
    {
      event: 'run_skipped',
      why: 'the refresh of schedule often goes on',
      about: { trigger: 'schedule', schedule: 'often', engine: 'embedded' },
    },
  ]);
});

test('a refresh that was started by hand counts too', async () => {
  const district = newDistrict(root, daily);
  const byHand = new RunLog(join(district.home, 'small-town'), '20270105T105000Z-abcd');
  const about = { ...aboutThisProcess('manual', null, null), process: elsewhere };
  byHand.write('run_started', { about });
  expect(await play(district, { from: '2027-01-05T03:55', to: '2027-01-05T04:05' })).toEqual([
    expect.stringMatching(/^01-05T04:00 daily skipped 01-05T04:00: refresh 20270105T105000Z-abcd/),
  ]);
  byHand.write('run_ended', { state: 'made' });
  expect(await play(district, { from: '2027-01-06T03:55', to: '2027-01-06T04:05' })).toEqual([
    '01-06T04:00 daily schedule of 01-06T04:00',
    '01-06T04:00 daily ended',
  ]);
});

test('a log of this very process that a full disk left without an end keeps nothing from starting', async () => {
  const district = newDistrict(root, daily);
  const cut = new RunLog(join(district.home, 'small-town'), '20270104T110000Z-abcd');
  cut.write('run_started', { about: aboutThisProcess('schedule', 'daily', null) });
  expect(await play(district, { from: '2027-01-05T03:55', to: '2027-01-05T04:05' })).toEqual([
    '01-05T04:00 daily schedule of 01-05T04:00',
    '01-05T04:00 daily ended',
  ]);
});

test('a district whose schedules cannot be noted is told of once, tried again, and keeps no other', async () => {
  const district = newDistrict(root, "  - { id: first, cron: '0 * * * *' }");
  const other = `${district.folder}-other`;
  mkdirSync(other);
  declare(other, "  - { id: second, cron: '0 * * * *' }", 'other-town');
  const file = join(district.home, 'small-town', 'schedules.json');
  const during = [
    () => {
      rmSync(file);
      mkdirSync(file);
    },
    () => {},
    () => rmSync(file, { recursive: true }),
  ];
  const told = await play(district, {
    from: '2027-01-05T03:55',
    to: '2027-01-05T05:05',
    also: [other],
    during: () => during.shift()?.(),
  });
  const problem = / null problem: /;
  expect(told.filter((line) => !problem.test(line))).toEqual([
    '01-05T04:00 first schedule of 01-05T04:00',
    '01-05T04:00 first ended',
    '01-05T04:00 second schedule of 01-05T04:00',
    '01-05T04:00 second ended',
    '01-05T05:00 second schedule of 01-05T05:00',
    '01-05T05:00 second ended',
    '01-05T05:00 first schedule of 01-05T05:00',
    '01-05T05:00 first ended',
  ]);
  // Once that the end could not be noted, and once that the next start could not.
  expect(told.filter((line) => problem.test(line))).toHaveLength(2);
});

test('a district that cannot be read at the start is taken in as soon as it can', async () => {
  const district = newDistrict(root, "  - { id: first, cron: '0 * * * *' }");
  const other = `${district.folder}-other`;
  mkdirSync(other);
  const told = await play(district, {
    from: '2027-01-05T03:55',
    to: '2027-01-05T05:05',
    also: [other],
    during: () => {
      if (!existsSync(join(other, 'district.yaml'))) {
        declare(other, "  - { id: second, cron: '0 * * * *' }", 'other-town');
      }
    },
  });
  expect(told).toEqual([
    expect.stringMatching(/^01-05T03:55 null problem: /),
    '01-05T04:00 first schedule of 01-05T04:00',
    '01-05T04:00 first ended',
    '01-05T05:00 first schedule of 01-05T05:00',
    '01-05T05:00 first ended',
    '01-05T05:00 second schedule of 01-05T05:00',
    '01-05T05:00 second ended',
  ]);
});

test('of two schedules at one time, the second is skipped', async () => {
  const district = newDistrict(root, `${daily}\n  - { id: other, cron: '0 4 * * *' }`);
  expect(await play(district, { from: '2027-01-05T03:55', to: '2027-01-05T04:05' })).toEqual([
    '01-05T04:00 other skipped 01-05T04:00: the refresh of schedule daily waits for its turn',
    '01-05T04:00 daily schedule of 01-05T04:00',
    '01-05T04:00 daily ended',
  ]);
});

test('refreshes of several districts take turns', async () => {
  const district = newDistrict(root, daily);
  const other = `${district.folder}-other`;
  mkdirSync(other);
  declare(other, daily.replace('daily', 'second'), 'other-town');
  const during = { from: '2027-01-05T03:55', to: '2027-01-05T04:30', lasts: 600_000 };
  expect(await play(district, { ...during, also: [other] })).toEqual([
    '01-05T04:00 daily schedule of 01-05T04:00',
    '01-05T04:10 daily ended',
    '01-05T04:10 second schedule of 01-05T04:00',
    '01-05T04:20 second ended',
  ]);
});

test('an edit takes effect, and a mistake leaves the schedule as it was', async () => {
  const district = newDistrict(root, "  - { id: often, cron: '0 * * * *' }");
  const edits = ["  - { id: often, corn: '0 * * * *' }", "  - { id: often, cron: '30 * * * *' }"];
  const told = await play(district, {
    from: '2027-01-05T03:55',
    to: '2027-01-05T06:05',
    during: () => {
      const edit = edits.shift();
      if (edit !== undefined) declare(district.folder, edit);
    },
  });
  expect(told).toEqual([
    '01-05T04:00 often schedule of 01-05T04:00',
    '01-05T04:00 often ended',
    '01-05T04:00 null problem: There is no setting corn in schedules.1 (1 more in this file).',
    '01-05T05:00 often schedule of 01-05T05:00',
    '01-05T05:00 often ended',
    '01-05T05:30 often schedule of 01-05T05:30',
    '01-05T05:30 often ended',
  ]);
});

test('a refresh that was stopped is gone on with, once', async () => {
  const district = newDistrict(root, daily);
  const stopped = { lasts: 600_000, during: (_: RefreshRequest, stop: () => void) => stop() };
  await play(district, { from: '2027-01-05T03:55', to: '2027-01-05T04:30', ...stopped });
  const again = { from: '2027-01-05T05:00', to: '2027-01-05T05:30' };
  expect(await play(district, { ...again, ...stopped })).toEqual([
    '01-05T05:00 daily catch_up of 01-05T04:00',
  ]);
  expect(await play(district, { from: '2027-01-05T06:00', to: '2027-01-05T06:30' })).toEqual([]);
});

test('a district is served by one process', async () => {
  const district = newDistrict(root, daily);
  const home = join(district.home, 'small-town');
  mkdirSync(home, { recursive: true });
  const other = { ...elsewhere, host: hostname() };
  const file = { format: 1, served_by: other, schedules: {} };
  writeFileSync(join(home, 'schedules.json'), JSON.stringify(file));
  await expect(
    play(district, { from: '2027-01-05T03:55', to: '2027-01-05T04:05' }),
  ).rejects.toThrow(
    `Another process (number ${process.ppid}) keeps the schedules of this district already.`,
  );
});

function runLogs(home: string): readonly (readonly Record<string, unknown>[])[] {
  const folder = join(home, 'small-town', 'runs');
  return readdirSync(folder).map((name) =>
    readFileSync(join(folder, name), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  );
}
