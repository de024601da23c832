import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRun, listRuns } from '../../pipelines/runtime/run-log.ts';
import { currentEditionId } from '../support/edition.ts';
import { scratchFolder } from '../support/scratch.ts';
import { writeCanaryDistrict } from '../support/temporal/canaries.ts';
import { expectPublished, runLogs } from '../support/temporal/leftovers.ts';
import { describeLive } from '../support/temporal/live.ts';
import { inScene } from '../support/temporal/scene.ts';
import { startServer, type TestServer } from '../support/temporal/server.ts';
import {
  outcomeOf,
  refreshHere,
  refreshOnTemporal,
  startWorker,
} from '../support/temporal/worker.ts';

const root = scratchFolder('one-folder');
const folder = join(root, 'small');
let server: TestServer;
let undisturbed: string;

describeLive('workers whose homes are one shared folder', () => {
  beforeAll(async () => {
    writeCanaryDistrict(folder);
    server = await startServer();
    const setting = { home: join(root, 'alone'), environment: server.environment };
    const { code, output } = await refreshHere(folder, setting);
    expect(code, output).toBe(0);
    undisturbed = currentEditionId(setting.home, 'small') ?? '';
  });
  afterAll(() => server.stop());

  it('of two runs make the same steps at the same moment, and leave one good result', async () => {
    const home = join(root, 'both');
    await inScene(server, async (one) => {
      // Two namespaces do not know of each other, as two servers would not.
      await inScene(server, async (other) => {
        const scenes = [one, other].map((scene) => ({ ...scene, home }));
        await Promise.all(scenes.map((scene) => startWorker(scene)));
        const refreshes = scenes.map((scene) => refreshOnTemporal(folder, scene));
        for (const { code, output } of await Promise.all(refreshes.map(outcomeOf))) {
          expect(code, output).toBe(0);
        }
      });
    });
    expectPublished(home, 'small', undisturbed);
    const outputs = join(home, 'small');
    const runs = await Promise.all((await listRuns(outputs)).map((run) => readRun(outputs, run)));
    const [first = [], second = []] = runs.map((events) =>
      events.flatMap(({ state, key }) => (state === 'made' && key !== null ? [key] : [])),
    );
    const twice = first.filter((key) => second.includes(key));
    expect(twice.length, 'No step was made by both at once.').toBeGreaterThan(0);
  });

  it('share the steps of one run, by whatever path each of them sees the folder', async () => {
    await inScene(server, async (scene) => {
      mkdirSync(scene.home);
      const elsewhere = { ...scene, home: join(scene.scratch, 'mounted') };
      symlinkSync(scene.home, elsewhere.home);
      await Promise.all([startWorker(scene), startWorker(elsewhere)]);
      const { code, output } = await outcomeOf(refreshOnTemporal(folder, scene));
      expect(code, output).toBe(0);
      expectPublished(scene.home, 'small', undisturbed);
      expect(runLogs(join(scene.home, 'small'))).toContain('"run_ended"');
    });
  });
});
