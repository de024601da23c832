import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';
import { writeCanaryDistrict } from '../support/temporal/canaries.ts';
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
    });
  });
});
