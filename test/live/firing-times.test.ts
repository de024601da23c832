import type { Client } from '@temporalio/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { calendarSpec } from '../../pipelines/temporal/schedule-declaration.ts';
import { parseCron } from '../../transforms/schedules/cron.ts';
import { firingTimes } from '../../transforms/schedules/firing-times.ts';
import { describeLive } from '../support/temporal/live.ts';
import { startServer, type TestServer } from '../support/temporal/server.ts';

const zones = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Anchorage',
  'America/Phoenix',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
  // Half an hour off.
  'America/St_Johns',
];

const crons = [
  '30 2 * * *',
  '30 1 * * *',
  '30 4 6 * *',
  '30 2 14 3,11 *',
  '15 2 * * mon-fri',
  '*/15 * * * *',
  '0 * * * *',
  '0 */2 * * *',
  '0 0 * * *',
  '45 23 1-10,28-31 * *',
];

/** Some hours before the clocks change in the United States in 2027. */
const changes = { spring: '2027-03-13T20:00:00Z', fall: '2027-11-06T20:00:00Z' };

const many = 10;
let server: TestServer;

describeLive('over the two changes of the clocks in 2027, serve and a Temporal server', () => {
  let client: Client;
  beforeAll(async () => {
    server = await startServer();
    client = await server.client();
  });
  afterAll(() => server.stop());

  test.each(
    zones.flatMap((zone) => Object.entries(changes).map(([season, from]) => [zone, season, from])),
  )('start at the same times in %s in %s', async (zone = '', season = '', from = '') => {
    const start = new Date(from);
    const before = new Date(start.getTime() - 1000);
    const theirs = await Promise.all(
      crons.map((cron, i) => serverTimes(client, `${zone}/${season}/${i}`, cron, zone, start)),
    );
    const ours = crons.map((cron) =>
      firingTimes({ cron, calendar: undefined }, zone, before, many),
    );
    expect(crons.map((cron, i) => [cron, ...(ours[i] ?? [])])).toEqual(
      crons.map((cron, i) => [cron, ...(theirs[i] ?? [])]),
    );
    expect(theirs.every((times) => times.length === many)).toBe(true);
  });
});

async function serverTimes(
  client: Client,
  name: string,
  cron: string,
  zone: string,
  start: Date,
): Promise<readonly Date[]> {
  const handle = await client.schedule.create({
    scheduleId: `firing-times/${name}`,
    spec: { calendars: [calendarSpec(parseCron(cron))], timezone: zone, startAt: start },
    action: { type: 'startWorkflow', workflowType: 'none', taskQueue: 'nobody' },
    policies: { catchupWindow: '10s' },
  });
  try {
    return (await handle.describe()).info.nextActionTimes;
  } finally {
    await handle.delete();
  }
}
