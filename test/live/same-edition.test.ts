import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { currentEditionId } from '../support/edition.ts';
import { districtFolder } from '../support/repository.ts';
import { scratchFolder } from '../support/scratch.ts';
import { pseudonymsIn, staffOfRiverbend } from '../support/temporal/canaries.ts';
import { keptRuns } from '../support/temporal/dump.ts';
import { expectNoPerson } from '../support/temporal/expect-no-person.ts';
import { expectPublished } from '../support/temporal/leftovers.ts';
import { describeLive } from '../support/temporal/live.ts';
import { inScene } from '../support/temporal/scene.ts';
import { startServer, type TestServer } from '../support/temporal/server.ts';
import {
  outcomeOf,
  refreshHere,
  refreshOnTemporal,
  startWorker,
} from '../support/temporal/worker.ts';

const root = scratchFolder('same-edition');
const folder = districtFolder('riverbend');
let server: TestServer;

describeLive('Riverbend', () => {
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  it('refreshed here and through Temporal, each into an empty home, is the same edition', async () => {
    const here = { home: join(root, 'here'), environment: server.environment };
    const embedded = await refreshHere(folder, here);
    expect(embedded.code, embedded.output).toBe(0);
    await inScene(server, async (scene) => {
      await startWorker(scene);
      const began = performance.now();
      const { code, output } = await outcomeOf(refreshOnTemporal(folder, scene));
      const seconds = (performance.now() - began) / 1000;
      expect(code, output).toBe(0);
      const edition = currentEditionId(here.home, 'riverbend') ?? '';
      expectPublished(scene.home, 'riverbend', edition);

      const [run] = await keptRuns(scene.client);
      const kilobytes = Math.round((run?.bytes ?? 0) / 1024);
      console.log(
        `through Temporal ${seconds.toFixed(1)} s; history ${run?.events ?? 0} events, ${kilobytes} KB, ` +
          `largest payload ${Math.round((run?.largestPayload ?? 0) / 1024)} KB`,
      );
      expect(run?.bytes).toBeGreaterThan(0);
      expect(run?.bytes).toBeLessThan(1024 * 1024);

      const pseudonyms = await pseudonymsIn(join(scene.home, 'riverbend'));
      const staff = staffOfRiverbend(folder);
      expect(pseudonyms.length).toBeGreaterThan(100);
      expect(staff.length).toBeGreaterThan(100);
      await expectNoPerson(scene.client, [...pseudonyms, ...staff]);
    });
  });
});
