import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeFile } from '../support/small-district.ts';
import { writeCanaryDistrict } from '../support/temporal/canaries.ts';
import { runLogs } from '../support/temporal/leftovers.ts';
import { describeLive } from '../support/temporal/live.ts';
import { keptRuns } from '../support/temporal/dump.ts';
import { replayKept } from '../support/temporal/replay-kept.ts';
import { inScene } from '../support/temporal/scene.ts';
import { startServer, type TestServer } from '../support/temporal/server.ts';
import { until } from '../support/temporal/wait.ts';
import { outcomeOf, refreshOnTemporal, startWorker } from '../support/temporal/worker.ts';

const ledger = 'extracts/ledger_2024.csv';

interface Story {
  readonly name: string;
  readonly prepare?: (folder: string) => void;
  readonly args: readonly string[];
  readonly cancel?: boolean;
  readonly code: number;
}

const stories: readonly Story[] = [
  { name: 'published', args: [], code: 0 },
  {
    name: 'failed',
    prepare: (folder) =>
      changeFile(folder, ledger, (text) => text.replace('45000.50', '45 thousand')),
    args: ['--select', '+core.sites,staging.gl_transactions'],
    code: 1,
  },
  {
    name: 'blocked',
    prepare: (folder) =>
      changeFile(folder, ledger, (text) => text.replace('400000.00', '400000.01')),
    args: ['--select', '+checks.ledger_ties_to_control_totals'],
    code: 3,
  },
  { name: 'cancelled', args: ['--select', '+marts.*'], cancel: true, code: 130 },
];

let server: TestServer;

describeLive('the history of a refresh', () => {
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());

  it.concurrent.for(stories)('that was $name replays', async (story) => {
    await inScene(server, async (scene) => {
      const folder = writeCanaryDistrict(join(scene.scratch, 'small'));
      story.prepare?.(folder);
      await startWorker(scene);
      const refresh = refreshOnTemporal(folder, scene, ...story.args);
      const handle = scene.client.workflow.getHandle('refresh/small');
      if (story.cancel === true) {
        await until(() => runLogs(join(scene.home, 'small')).includes('"made"'));
        await handle.cancel();
      }
      const { code, output } = await outcomeOf(refresh);
      expect(code, output).toBe(story.code);
      const [run] = await keptRuns(scene.client);
      if (!run) throw new Error('The server keeps no run.');
      await replayKept(scene, run, story.name);
    });
  });
});
