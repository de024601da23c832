import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { currentEditionId } from '../support/edition.ts';
import { scratchFolder } from '../support/scratch.ts';
import { attemptsOf } from '../support/temporal/attempts.ts';
import { writeCanaryDistrict } from '../support/temporal/canaries.ts';
import { countLogLines, expectPublished, runLogs } from '../support/temporal/leftovers.ts';
import { describeLive } from '../support/temporal/live.ts';
import { addComment, copyProduct } from '../support/temporal/product-copy.ts';
import { inScene } from '../support/temporal/scene.ts';
import { startServer, type TestServer } from '../support/temporal/server.ts';
import { until } from '../support/temporal/wait.ts';
import {
  outcomeOf,
  refreshHere,
  refreshOnTemporal,
  startWorker,
} from '../support/temporal/worker.ts';

const root = scratchFolder('other-versions');
const folder = join(root, 'small');
let server: TestServer;
let newer: string;
/** What the newer version publishes by itself. */
let published: string;
let lines: number;

describeLive('a worker of another version of the program', () => {
  beforeAll(async () => {
    writeCanaryDistrict(folder);
    newer = copyProduct(join(root, 'newer'));
    addComment(newer);
    server = await startServer();
    const setting = { home: join(root, 'alone'), environment: server.environment, product: newer };
    const { code, output } = await refreshHere(folder, setting);
    expect(code, output).toBe(0);
    published = currentEditionId(setting.home, 'small') ?? '';
    lines = countLogLines(join(setting.home, 'small'));
  });
  afterAll(() => server.stop());

  it.concurrent(
    'refuses the plan of the old one, and the run goes on with a plan of its own',
    async () => {
      await inScene(server, async (scene) => {
        const worker = await startWorker(scene);
        const refresh = refreshOnTemporal(folder, scene);
        await until(() => countLogLines(join(scene.home, 'small')) > lines / 2);
        await worker.kill('SIGKILL');
        await startWorker({ ...scene, product: newer });
        const { code, output } = await outcomeOf(refresh);
        expect(code, output).toBe(0);
        expectPublished(scene.home, 'small', published);
        // What is made by SQL alone has the same key in both versions.
        expect(runLogs(join(scene.home, 'small'))).toContain('"state":"reused"');
      });
    },
  );

  it.concurrent(
    'ends a run that is planned again and again taken up by the other version',
    async () => {
      await inScene(server, async (scene) => {
        await Promise.all([startWorker(scene), startWorker({ ...scene, product: newer })]);
        const { code, output } = await outcomeOf(refreshOnTemporal(folder, scene));
        expect(code, output).toBe(1);
        expect(output).toMatch(/another version of the program/);
        expect(currentEditionId(scene.home, 'small')).toBeUndefined();
        const refused = await attemptsOf(scene.client, 'refresh/small');
        expect(Math.max(...refused.values())).toBe(1);
      });
    },
  );
});
