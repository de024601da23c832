import { ScheduleOverlapPolicy } from '@temporalio/client';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRuns } from '../../pipelines/operations/run-history.ts';
import type { Run } from '../../pipelines/operations/run.ts';
import { scratchFolder } from '../support/scratch.ts';
import { changeFile } from '../support/small-district.ts';
import { writeCanaryDistrict } from '../support/temporal/canaries.ts';
import { keptRuns } from '../support/temporal/dump.ts';
import { describeLive, source } from '../support/temporal/live.ts';
import { replayKept } from '../support/temporal/replay-kept.ts';
import { inScene, type Scene } from '../support/temporal/scene.ts';
import { startServer, type TestServer } from '../support/temporal/server.ts';
import { runProduct, startWorker } from '../support/temporal/worker.ts';

const minute = 60_000;
const root = scratchFolder('schedules');
let server: TestServer;

describeLive('schedules on a Temporal server', () => {
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  // The longest one first, so that the others go on beside it.
  (source.program === undefined ? it.skip : it.concurrent)(
    'times that were missed while the server was down are made up for by one refresh, in time',
    async () => {
      const own = await startServer({ database: join(root, 'db') });
      try {
        await inScene(own, async (scene) => {
          await startWorker(scene);
          const time = nextMinute();
          const minutes = `${time.getUTCMinutes()},${(time.getUTCMinutes() + 1) % 60}`;
          const folder = district(scene, [
            `{ id: patient, cron: '${minutes} * * * *', catch_up: 12h, site: false }`,
            `{ id: hasty, cron: '${minutes} * * * *', catch_up: 10s, site: false }`,
          ]);
          await schedule(scene, 'apply', folder);
          await own.kill();
          expect(Date.now()).toBeLessThan(time.getTime());
          // Both times pass, and the second by more than the hasty one waits.
          await pause(time.getTime() + minute + 20_000 - Date.now());
          await own.restart();
          await eventually(async () => (await runs(scene)).some(({ state }) => state === 'made'));
          // Time for a second start, if there were one.
          await pause(10_000);
          expect((await runs(scene)).map(startOf)).toEqual([['catch_up', 'patient', 'made']]);
          const hasty = scene.client.schedule.getHandle('resource-map/small/hasty');
          const { info } = await hasty.describe();
          expect([info.numActionsTaken, info.numActionsMissedCatchupWindow]).toEqual([0, 2]);
        });
      } finally {
        await own.stop();
      }
    },
  );

  it.concurrent('a schedule starts a refresh at its time; a paused one is silent', async () => {
    await inScene(server, async (scene) => {
      await startWorker(scene);
      const later = "cron: '0 0 1 1 *'";
      const folder = district(scene, [`{ id: off, ${later} }`]);
      await schedule(scene, 'apply', folder);
      await schedule(scene, 'pause', folder, '--note', 'The books are open');
      const time = nextMinute();
      const soon = cronOf(time);
      declare(
        folder,
        `{ id: off, ${later} }`,
        `{ id: off, ${soon} }\n  - { id: on, ${soon}, site: false }`,
      );
      await schedule(scene, 'apply', folder);
      expect(Date.now()).toBeLessThan(time.getTime());
      await eventually(async () => (await runs(scene)).some(({ state }) => state === 'made'));
      expect((await runs(scene)).map(startOf)).toEqual([['schedule', 'on', 'made']]);
      const off = await scene.client.schedule.getHandle('resource-map/small/off').describe();
      expect(off.info.numActionsTaken).toBe(0);
      const { output } = await schedule(scene, 'list', folder);
      expect(output).toMatch(
        /on \(\d+ \* \* \* \*\): on\.\n(?: {2}starts .*\n){3} {2}.*: done, edi/,
      );
      expect(output).toMatch(/off \(\d+ \* \* \* \*\): paused \(The books are open\)\.\nSmall/);
    });
  });

  it.concurrent('a start is skipped while a refresh that was started by hand goes on', async () => {
    await inScene(server, async (scene) => {
      // Nobody works for that queue, so that it stays open.
      const byHand = await scene.client.workflow.start('refresh', {
        workflowId: 'refresh/small',
        taskQueue: 'nobody',
      });
      await startWorker(scene);
      const folder = district(scene, [`{ id: on, ${cronOf(nextMinute())} }`]);
      await schedule(scene, 'apply', folder);
      await eventually(async () => (await runs(scene)).length > 0);
      const [skipped] = await runs(scene);
      expect(startOf(skipped)).toEqual(['schedule', 'on', 'skipped']);
      expect(skipped?.why).toContain('refresh/small');
      await eventually(async () =>
        /: skipped, because a refresh was going on/.test(
          (await schedule(scene, 'list', folder)).output,
        ),
      );
      expect((await byHand.describe()).status.name).toBe('RUNNING');
      await byHand.terminate();
    });
  });

  it.concurrent('applying twice changes nothing, and an edit is an update', async () => {
    await inScene(server, async (scene) => {
      const one = "{ id: one, cron: '30 4 6 * *' }";
      const folder = district(scene, [one, "{ id: two, cron: '0 5 * * mon' }"]);
      const { output } = await schedule(scene, 'apply', folder);
      expect(output).toContain('Small Public Schools, one: created.');
      expect(output).toMatch(/starts \w+, \w+ 6, \d{4}, 4:30 AM E[SD]T/);
      const handle = scene.client.schedule.getHandle('resource-map/small/one');
      const { raw: before } = await handle.describe();

      const again = (await schedule(scene, 'apply', folder)).output;
      expect(again).toContain('one: unchanged.');
      expect(again).toContain('two: unchanged.');
      expect((await handle.describe()).raw).toEqual(before);

      await schedule(scene, 'pause', folder, 'one');
      declare(folder, one, '{ id: one, calendar: { hour: 7, day_of_month: 8 } }');
      expect((await schedule(scene, 'list', folder)).output).toMatch(
        /one \(0 7 8 \* \*\): paused .*; district\.yaml has changed since: run schedule apply/,
      );
      expect((await schedule(scene, 'apply', folder)).output).toMatch(
        /one: updated\. It is paused/,
      );
      const after = await handle.describe();
      expect(after.spec.calendars).toMatchObject([
        { hour: [{ start: 7 }], minute: [{ start: 0 }], dayOfMonth: [{ start: 8 }] },
      ]);
      expect(after.state.paused).toBe(true);

      declare(folder, "  - { id: two, cron: '0 5 * * mon' }\n", '');
      // The server's list of schedules lags a little behind.
      await eventually(async () =>
        (await schedule(scene, 'apply', folder)).output.includes('two: deleted'),
      );
      const { output: listed } = await schedule(scene, 'list', folder);
      expect(listed).not.toContain('two');
    });
  });

  it.concurrent('a start that no worker takes in time is let go', async () => {
    await inScene(server, async (scene) => {
      const folder = district(scene, ["{ id: one, cron: '0 0 1 1 *', catch_up: 10s }"]);
      await schedule(scene, 'apply', folder);
      await schedule(scene, 'trigger', folder);
      // However little a schedule waits, a worker has a minute.
      await pause(minute + 5_000);
      await startWorker(scene);
      await eventually(async () => (await runs(scene)).length > 0);
      const [skipped] = await runs(scene);
      expect(startOf(skipped)).toEqual(['catch_up', 'one', 'skipped']);
      expect(skipped?.why).toBe('no worker took it in time');
    });
  });

  it.concurrent(
    'new files start a refresh once they lie still, and the same bytes no second one',
    async () => {
      await inScene(server, async (scene) => {
        await startWorker(scene);
        const folder = district(scene, []);
        declare(folder, 'schedules:\n', 'arrivals: { settle: 2s, look_every: 10s, site: false }\n');
        await schedule(scene, 'apply', folder);
        await eventually(async () => (await runs(scene))[0]?.state === 'made');
        const look = scene.client.schedule.getHandle('resource-map/small/new-files');
        const { info } = await look.describe();
        // The same bytes anew, and two more looks at them.
        const ledger = join(folder, 'extracts/ledger_2024.csv');
        writeFileSync(ledger, readFileSync(ledger));
        await eventually(
          async () => (await look.describe()).info.numActionsTaken >= info.numActionsTaken + 2,
        );
        expect((await runs(scene)).map(startOf)).toEqual([['files', null, 'made']]);
        const looks = (await keptRuns(scene.client)).filter(
          ({ type }) => type === 'refreshOnArrival',
        );
        // The longest is that of the look which started the refresh.
        const [started] = looks.sort((a, b) => b.events - a.events);
        if (!started) throw new Error('The server keeps no look.');
        await replayKept(scene, started, 'arrived');
        const { output } = await schedule(scene, 'list', folder);
        expect(output).toMatch(
          /new-files \(looked for every 10 seconds\): on\.\n {2}.*: no new files/,
        );
      });
    },
  );

  it.concurrent('a schedule of another owner is not touched', async () => {
    await inScene(server, async (scene) => {
      const foreign = await Promise.all(
        ['resource-map/small/one', 'resource-map/small/other'].map((scheduleId) =>
          scene.client.schedule.create({
            scheduleId,
            spec: { calendars: [{ hour: 3 }] },
            policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '1h' },
            action: { type: 'startWorkflow', workflowType: 'theirs', taskQueue: 'theirs' },
          }),
        ),
      );
      const look = () => Promise.all(foreign.map(async (one) => (await one.describe()).raw));
      const before = await look();
      const folder = district(scene, ["{ id: first, cron: '0 4 * * *' }"]);
      await schedule(scene, 'apply', folder);
      declare(folder, 'id: first', 'id: one');
      for (const verb of ['apply', 'list', 'pause', 'resume', 'trigger', 'delete']) {
        const { code, output } = await runProduct(scene, ['schedule', verb, folder]);
        expect(code, output).toBe(1);
        expect(output).toContain('resource-map/small/one that this program has not made');
      }
      expect(await look()).toEqual(before);
      // Nothing is changed at all, so the one that is declared no more is still there.
      const first = scene.client.schedule.getHandle('resource-map/small/first');
      expect((await first.describe()).state.paused).toBe(false);
    });
  });
});

/** The small district, with these schedules. */
function district({ scratch }: Scene, schedules: readonly string[]): string {
  const folder = writeCanaryDistrict(join(scratch, 'small'));
  const lines = schedules.map((one) => `  - ${one}\n`).join('');
  declare(folder, 'sources:\n', `schedules:\n${lines}sources:\n`);
  return folder;
}

function declare(folder: string, from: string, to: string): void {
  changeFile(folder, 'district.yaml', (text) => text.replace(from, to));
}

/** The next full minute that leaves time to get ready. */
function nextMinute(): Date {
  return new Date(Math.ceil((Date.now() + 25_000) / minute) * minute);
}

/** Once an hour, in the minute of this time. */
function cronOf(time: Date): string {
  return `cron: '${time.getUTCMinutes()} * * * *'`;
}

async function schedule(scene: Scene, ...args: readonly string[]) {
  const outcome = await runProduct(scene, ['schedule', ...args]);
  expect(outcome.code, outcome.output).toBe(0);
  return outcome;
}

function runs({ home }: Scene): Promise<readonly Run[]> {
  return readRuns(join(home, 'small'), 10, new Date());
}

const startOf = (run: Run | undefined) => [run?.trigger, run?.schedule, run?.state];

async function eventually(holds: () => Promise<boolean>, seconds = 120): Promise<void> {
  const until = Date.now() + seconds * 1000;
  while (!(await holds())) {
    if (Date.now() > until) throw new Error(`It did not come to it in ${seconds} seconds.`);
    await pause(250);
  }
}
