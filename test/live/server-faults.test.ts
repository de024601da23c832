import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { currentEditionId } from '../support/edition.ts';
import { districtFolder } from '../support/repository.ts';
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
const small = { id: 'small', folder: join(root, 'small') };
const riverbend = { id: 'riverbend', folder: districtFolder('riverbend') };
/** What an undisturbed refresh publishes, and how many lines it writes into its log, by district. */
const undisturbed = new Map<string, { edition: string; lines: number }>();

describeWithOwnServer('a Temporal server that goes away while a refresh goes on', () => {
  beforeAll(async () => {
    writeCanaryDistrict(small.folder);
    const setting = { home: join(root, 'home'), environment: environmentWithoutTemporal() };
    for (const { id, folder } of [small, riverbend]) {
      const { code, output } = await refreshHere(folder, setting);
      expect(code, output).toBe(0);
      const edition = currentEditionId(setting.home, id) ?? '';
      undisturbed.set(id, { edition, lines: countLogLines(join(setting.home, id)) });
    }
  });

  /** Refreshes while `disturb` happens at this part of the run's log, in percent; the run ends as if it had not. */
  async function refreshed(
    scene: Scene,
    { id, folder }: typeof small,
    percent: number,
    disturb: () => Promise<void>,
  ): Promise<void> {
    const { edition = '', lines = 0 } = undisturbed.get(id) ?? {};
    await startWorker(scene);
    const refresh = refreshOnTemporal(folder, scene);
    let over = false;
    void refresh.ended.finally(() => (over = true));
    const due = (): boolean => countLogLines(join(scene.home, id)) > (percent / 100) * lines;
    expect(await until(due, () => over), refresh.output()).toBe(true);
    await disturb();
    const { code, output } = await outcomeOf(refresh);
    expect(code, output).toBe(0);
    expectPublished(scene.home, id, edition);
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
          refreshed(scene, small, percent, async () => {
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
          refreshed(scene, riverbend, 30, async () => {
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
