import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { currentEditionId } from '../support/edition.ts';
import { scratchFolder } from '../support/scratch.ts';
import { writeCanaryDistrict } from '../support/temporal/canaries.ts';
import { environmentWithoutTemporal } from '../support/temporal/children.ts';
import { countLogLines, expectPublished } from '../support/temporal/leftovers.ts';
import { describeWithOwnServer } from '../support/temporal/live.ts';
import { startProxy } from '../support/temporal/proxy.ts';
import { inScene, type Scene } from '../support/temporal/scene.ts';
import { startServer, type TestServer } from '../support/temporal/server.ts';
import { until } from '../support/temporal/wait.ts';
import {
  outcomeOf,
  refreshHere,
  refreshOnTemporal,
  startWorker,
} from '../support/temporal/worker.ts';

const root = scratchFolder('server-faults');
const folder = join(root, 'small');
/** What an undisturbed refresh publishes, and how many lines it writes into its log. */
const undisturbed = { edition: '', lines: 0 };

describeWithOwnServer('a Temporal server that goes away while a refresh goes on', () => {
  beforeAll(async () => {
    writeCanaryDistrict(folder);
    const setting = { home: join(root, 'home'), environment: environmentWithoutTemporal() };
    const { code, output } = await refreshHere(folder, setting);
    expect(code, output).toBe(0);
    undisturbed.edition = currentEditionId(setting.home, 'small') ?? '';
    undisturbed.lines = countLogLines(join(setting.home, 'small'));
  });

  /** Refreshes while `disturb` happens at this part of the run's log, in percent; the run ends as if it had not. */
  async function refreshed(
    scene: Scene,
    percent: number,
    disturb: () => Promise<void>,
  ): Promise<void> {
    await startWorker(scene);
    const refresh = refreshOnTemporal(folder, scene);
    let over = false;
    void refresh.ended.finally(() => (over = true));
    const due = (): boolean =>
      countLogLines(join(scene.home, 'small')) > (percent / 100) * undisturbed.lines;
    expect(await until(due, () => over), refresh.output()).toBe(true);
    await disturb();
    const { code, output } = await outcomeOf(refresh);
    expect(code, output).toBe(0);
    expectPublished(scene.home, 'small', undisturbed.edition);
  }

  /** A server that keeps what it knows on the disk. */
  async function onDisk(use: (server: TestServer) => Promise<void>): Promise<void> {
    const server = await startServer({ database: join(mkdtempSync(join(root, 'db-')), 'db') });
    try {
      await use(server);
    } finally {
      await server.stop();
    }
  }

  it.concurrent.for([10, 40, 80])(
    'killed (kill -9) and started again on its database, at %i % of the run',
    async (percent) => {
      await onDisk((server) =>
        inScene(server, (scene) =>
          refreshed(scene, percent, async () => {
            await server.kill();
            await pause(3000);
            await server.restart();
          }),
        ),
      );
    },
  );

  it.concurrent('its port refused for 30 seconds', async () => {
    await onDisk(async (server) => {
      const proxy = await startProxy(server.address);
      await inScene(
        server,
        (scene) =>
          refreshed(scene, 30, async () => {
            await proxy.refuse();
            await pause(30_000);
            await proxy.open();
          }),
        proxy.address,
      );
      await proxy.refuse();
    });
  });
});
