import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';
import { changeFile } from '../support/small-district.ts';
import { writeCanaryDistrict } from '../support/temporal/canaries.ts';
import { keptRuns } from '../support/temporal/dump.ts';
import { describeWithOwnServer } from '../support/temporal/live.ts';
import { inScene, type Scene } from '../support/temporal/scene.ts';
import { startServer, type TestServer } from '../support/temporal/server.ts';
import { until } from '../support/temporal/wait.ts';
import { outcomeOf, startProduct, startWorker } from '../support/temporal/worker.ts';

const root = scratchFolder('batch-outages');

/** A folder of two districts, of which the first has an empty folder of files. */
function writeTwo(at: string): string {
  for (const id of ['aspen', 'birch']) {
    writeCanaryDistrict(join(at, id));
    changeFile(join(at, id), 'district.yaml', (text) => text.replace('id: small', `id: ${id}`));
  }
  rmSync(join(at, 'aspen', 'extracts'), { recursive: true });
  mkdirSync(join(at, 'aspen', 'extracts'));
  return at;
}

/** Refreshes both, and has the server killed in the middle of the second, for some seconds. */
async function throughOutage(
  use: (
    scene: Scene,
    command: ReturnType<typeof startProduct>,
    restart: () => Promise<void>,
  ) => Promise<void>,
): Promise<void> {
  const server: TestServer = await startServer({
    database: join(mkdtempSync(join(root, 'db-')), 'db'),
  });
  try {
    await inScene(server, async (scene) => {
      const districts = writeTwo(join(scene.scratch, 'districts'));
      await startWorker(scene);
      const options = ['--temporal', '--home', scene.home, '--no-site', '--window', '1'];
      const command = startProduct(scene, ['refresh', '--all', districts, ...options]);
      let over = false;
      void command.ended.finally(() => (over = true));
      const runs = join(scene.home, 'birch', 'runs');
      const begun = (): boolean => countFiles(runs) > 0;
      expect(await until(begun, () => over), command.output()).toBe(true);
      await server.kill();
      await use(scene, command, () => server.restart());
    });
  } finally {
    await server.stop();
  }
}

function countFiles(folder: string): number {
  try {
    return readdirSync(folder).length;
  } catch {
    return 0;
  }
}

describeWithOwnServer('several refreshes whose server is killed and comes again', () => {
  it.concurrent('go on to their end, and are followed to it', async () => {
    await throughOutage(async (_, command, restart) => {
      await command.says(/The Temporal server does not answer/);
      await restart();
      const { code, output } = await outcomeOf(command);
      expect(code, output).toBe(0);
      expect(output).toMatch(/no files +\S+: The folder of extracts has no files/);
      expect(output).toMatch(/done +edition/);
    });
  });

  it.concurrent('are stopped by a Ctrl-C that was pressed while it was away', async () => {
    await throughOutage(async (scene, command, restart) => {
      await command.says(/The Temporal server does not answer/);
      command.process.kill('SIGINT');
      await pause(3000);
      await restart();
      const { code, output } = await outcomeOf(command);
      expect(code, output).toBe(130);
      const batches = (await keptRuns(scene.client)).filter(({ type }) => type === 'batch');
      expect(batches.map(({ status }) => status)).toEqual(['CANCELLED']);
    });
  });
});
