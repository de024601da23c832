import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listRuns, readRun } from '../../pipelines/runtime/run-log.ts';
import { scratchFolder } from '../support/scratch.ts';
import { writeCanaryDistrict } from '../support/temporal/canaries.ts';
import { privateFolders, processesIn, runLogs } from '../support/temporal/leftovers.ts';
import { describeLive } from '../support/temporal/live.ts';
import { addEndlessCheck, copyProduct, endlessStep } from '../support/temporal/product-copy.ts';
import { inScene, type Scene } from '../support/temporal/scene.ts';
import { startServer, type TestServer } from '../support/temporal/server.ts';
import { until } from '../support/temporal/wait.ts';
import {
  outcomeOf,
  refreshOnTemporal,
  startProduct,
  startWorker,
} from '../support/temporal/worker.ts';

const root = scratchFolder('stopping');
const folder = join(root, 'small');
const workflowId = 'refresh/small';
let endless: string;
let server: TestServer;

const startsOfEndlessStep = (scene: Scene): number =>
  runLogs(join(scene.home, 'small'))
    .split('\n')
    .filter((line) => line.includes(`"asset":"${endlessStep}"`) && line.includes('"running"'))
    .length;

/** Waits until a statement of the endless check has run for a while. */
async function untilItWorks(scene: Scene, starts: number): Promise<void> {
  await until(
    () =>
      startsOfEndlessStep(scene) >= starts && privateFolders(join(scene.home, 'small')).length > 0,
  );
  await pause(1500);
}

/** Hundredths of a second of processor time that a process has used. */
function processorTime(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

async function lastState(scene: Scene): Promise<string | null | undefined> {
  const home = join(scene.home, 'small');
  const last = (await listRuns(home)).at(-1) ?? '';
  return (await readRun(home, last)).at(-1)?.state;
}

describeLive('stopping', () => {
  beforeAll(async () => {
    writeCanaryDistrict(folder);
    endless = copyProduct(join(root, 'endless'));
    addEndlessCheck(endless);
    server = await startServer();
  });
  afterAll(() => server.stop());

  it.concurrent('a refresh that is cancelled stops its statement within 2 seconds', async () => {
    await inScene(server, async (given) => {
      const scene = { ...given, product: endless };
      const outputs = join(scene.home, 'small');
      const worker = await startWorker(scene);
      const refresh = refreshOnTemporal(folder, scene, '--select', `+${endlessStep}`);
      await untilItWorks(scene, 1);
      const began = performance.now();
      const handle = scene.client.workflow.getHandle(workflowId);
      await handle.cancel();
      await until(() => privateFolders(outputs).length === 0);
      const seconds = (performance.now() - began) / 1000;
      console.log(`statement stopped after ${seconds.toFixed(2)} s`);
      expect(seconds).toBeLessThan(2);
      const { code, output } = await outcomeOf(refresh);
      expect(code, output).toBe(130);
      expect((await handle.describe()).status.name).toBe('CANCELLED');
      expect(await lastState(scene)).toBe('cancelled');
      const before = processorTime(worker.process.pid ?? 0);
      await pause(2000);
      // A statement that ran on would have used both processors all the time: some 200 to 400.
      expect(processorTime(worker.process.pid ?? 0) - before).toBeLessThan(60);
    });
  });

  it.concurrent('Ctrl-C at the command that started it cancels it', async () => {
    await inScene(server, async (given) => {
      const scene = { ...given, product: endless };
      await startWorker(scene);
      const refresh = refreshOnTemporal(folder, scene, '--select', `+${endlessStep}`);
      await untilItWorks(scene, 1);
      expect(await refresh.kill('SIGINT'), refresh.output()).toBe(130);
      expect(privateFolders(join(scene.home, 'small'))).toEqual([]);
      expect(await lastState(scene)).toBe('cancelled');
    });
  });

  it.concurrent(
    'a worker that is asked to end leaves the step that runs to the next one',
    async () => {
      await inScene(server, async (given) => {
        const scene = { ...given, product: endless };
        const outputs = join(scene.home, 'small');
        const worker = await startWorker(scene, '--drain', '2');
        const refresh = refreshOnTemporal(folder, scene, '--select', `+${endlessStep}`);
        await untilItWorks(scene, 1);
        const began = performance.now();
        expect(await worker.kill('SIGTERM'), worker.output()).toBe(0);
        const seconds = (performance.now() - began) / 1000;
        console.log(`worker ended after ${seconds.toFixed(2)} s`);
        expect(seconds).toBeGreaterThan(1.5);
        expect(seconds).toBeLessThan(6);
        expect(privateFolders(outputs)).toEqual([]);
        expect((await scene.client.workflow.getHandle(workflowId).describe()).status.name).toBe(
          'RUNNING',
        );
        await startWorker(scene);
        await untilItWorks(scene, 2);
        await scene.client.workflow.getHandle(workflowId).cancel();
        expect((await outcomeOf(refresh)).code).toBe(130);
        expect(privateFolders(outputs)).toEqual([]);
      });
    },
  );

  it('a site build ends with a killed worker once the next one comes, and within 5 seconds when it is cancelled', async () => {
    await inScene(server, async (scene) => {
      const outputs = join(scene.home, 'small');
      const worker = await startWorker(scene);
      const args = ['refresh', folder, '--temporal', '--home', scene.home];
      const refresh = startProduct(scene, args);
      await until(() => processesIn(outputs).length > 0);
      await worker.kill('SIGKILL');
      const orphans = processesIn(outputs);
      expect(orphans.length).toBeGreaterThan(0);
      await startWorker(scene);
      await until(() => processesIn(outputs).some((pid) => !orphans.includes(pid)));
      expect(processesIn(outputs).filter((pid) => orphans.includes(pid))).toEqual([]);
      // Into the build itself, which has processes of its own.
      await pause(4000);
      const began = performance.now();
      await scene.client.workflow.getHandle(workflowId).cancel();
      await until(() => processesIn(outputs).length === 0 && privateFolders(outputs).length === 0);
      const seconds = (performance.now() - began) / 1000;
      console.log(`site build ended after ${seconds.toFixed(2)} s`);
      expect(seconds).toBeLessThan(5);
      expect((await outcomeOf(refresh)).code).toBe(130);
    });
  });
});
