import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';
import { writeCanaryDistrict } from '../support/temporal/canaries.ts';
import { freePort } from '../support/temporal/free-port.ts';
import { describeLive } from '../support/temporal/live.ts';
import { inScene } from '../support/temporal/scene.ts';
import { startServer, type TestServer } from '../support/temporal/server.ts';
import { outcomeOf, refreshOnTemporal, startWorker } from '../support/temporal/worker.ts';

const root = scratchFolder('starting');
const folder = join(root, 'small');
let server: TestServer;

describeLive('a refresh on Temporal', () => {
  beforeAll(async () => {
    writeCanaryDistrict(folder);
    server = await startServer();
  });
  afterAll(() => server.stop());

  it.concurrent('is refused while one of the same district is open, which is named', async () => {
    await inScene(server, async (scene) => {
      // Nobody works yet, so the first one stays open.
      const first = refreshOnTemporal(folder, scene);
      await first.says(/worker/);
      const second = await outcomeOf(refreshOnTemporal(folder, scene));
      expect(second.code).toBe(1);
      const open = await scene.client.workflow.getHandle('refresh/small').describe();
      expect(second.output).toContain('refresh/small');
      expect(second.output).toContain(open.runId);
      await startWorker(scene);
      const { code, output } = await outcomeOf(first);
      expect(code, output).toBe(0);
      // When it was started, no worker had registered the attributes: it has worked without.
      const about = await scene.client.workflow.getHandle('refresh/small').describe();
      expect(JSON.stringify(about.typedSearchAttributes)).not.toContain('ResourceMap');
    });
  });

  it.concurrent('is found by district, fiscal year and trigger', async ({ expect }) => {
    await inScene(server, async (scene) => {
      const worker = await startWorker(scene);
      expect(worker.output()).toMatch(/Registered search attributes/);
      const refresh = refreshOnTemporal(folder, scene, '--select', '+core.sites');
      const { code, output } = await outcomeOf(refresh);
      expect(code, output).toBe(0);
      const query = (year: number): string =>
        `ResourceMapDistrict = "small" and ResourceMapTrigger = "manual" and ResourceMapFiscalYear = "${year}"`;
      const found = async (year: number): Promise<number> =>
        (await scene.client.workflow.count(query(year))).count;
      // A server lists a change some moments after it was made.
      await expect.poll(() => found(2024), { timeout: 20_000 }).toBe(1);
      expect(await found(2019)).toBe(0);
    });
  });

  it.concurrent('says so when no server answers', async () => {
    const home = join(root, 'home');
    const nobody = { ...server.environment, TEMPORAL_ADDRESS: `127.0.0.1:${await freePort()}` };
    const setting = { home, environment: nobody, keep: () => undefined };
    const { code, output } = await outcomeOf(refreshOnTemporal(folder, setting));
    expect(code).toBe(1);
    expect(output).toMatch(/No Temporal server answers at 127\.0\.0\.1:/);
    expect(output).toMatch(/temporal server start-dev/);
  });
});
