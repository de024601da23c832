import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { currentEditionId } from '../support/edition.ts';
import { scratchFolder } from '../support/scratch.ts';
import { changeFile } from '../support/small-district.ts';
import { writeCanaryDistrict } from '../support/temporal/canaries.ts';
import { type KeptRun, keptRuns } from '../support/temporal/dump.ts';
import { describeWithOwnServer } from '../support/temporal/live.ts';
import { replayKept } from '../support/temporal/replay-kept.ts';
import { inScene, type Scene } from '../support/temporal/scene.ts';
import { startServer, type TestServer } from '../support/temporal/server.ts';
import {
  outcomeOf,
  refreshHere,
  refreshOnTemporal,
  runProduct,
  startProduct,
  startWorker,
} from '../support/temporal/worker.ts';

const root = scratchFolder('batch');
const folder = join(root, 'birch');
let server: TestServer;
/** What the district publishes by itself. */
let published: string;

/** The small district under another id. */
function writeDistrict(at: string, id: string): string {
  writeCanaryDistrict(at);
  changeFile(at, 'district.yaml', (text) => text.replace('id: small', `id: ${id}`));
  return at;
}

/** A folder of three districts, of which the first lacks its ledger. */
function writeThree(at: string): string {
  for (const id of ['aspen', 'birch', 'cedar']) writeDistrict(join(at, id), id);
  for (const year of [2023, 2024]) rmSync(join(at, 'aspen', `extracts/ledger_${year}.csv`));
  return at;
}

/** Waits until a workflow of this id has begun. */
async function begun({ client }: Scene, workflowId: string): Promise<void> {
  const handle = client.workflow.getHandle(workflowId);
  while ((await handle.describe().catch(() => undefined)) === undefined) await pause(50);
}

interface Row {
  readonly district: string;
  readonly fiscal_year: number | null;
  readonly state: string;
  readonly edition: string | null;
  readonly steps_made: number;
  readonly why: string | null;
}

const rowsOf = (stdout: string, list: 'districts' | 'years'): readonly Row[] =>
  (JSON.parse(stdout) as Record<typeof list, readonly Row[]>)[list];

const refreshAll = (all: string, { home }: Scene, ...more: readonly string[]): string[] => [
  'refresh',
  '--all',
  all,
  '--temporal',
  '--home',
  home,
  '--no-site',
  ...more,
];

const backfill = (district: string, { home }: Scene, ...more: readonly string[]): string[] => [
  'backfill',
  district,
  '--from',
  '2023',
  '--to',
  '2024',
  '--home',
  home,
  ...more,
];

async function runsOf({ client }: Scene, type: string): Promise<readonly KeptRun[]> {
  return (await keptRuns(client)).filter((run) => run.type === type);
}

describeWithOwnServer('several refreshes', () => {
  beforeAll(async () => {
    writeDistrict(folder, 'birch');
    // So short a history that three children do not fit into one.
    const dynamicConfig = { 'limit.historyCount.suggestContinueAsNew': 16 };
    server = await startServer({ dynamicConfig });
    const setting = { home: join(root, 'alone'), environment: server.environment };
    const { code, output } = await refreshHere(folder, setting);
    expect(code, output).toBe(0);
    published = currentEditionId(setting.home, 'birch') ?? '';
  });
  afterAll(() => server.stop());

  it.concurrent(
    'of a folder have a result each, though one fails, the worker is killed and the history is cut',
    async () => {
      await inScene(server, async (scene) => {
        const districts = writeThree(join(scene.scratch, 'districts'));
        const worker = await startWorker(scene);
        const args = refreshAll(districts, scene, '--json', '--window', '1');
        const command = startProduct(scene, args);
        // In the middle of the second of three.
        await begun(scene, 'refresh/birch');
        await worker.kill('SIGKILL');

        const second = await runProduct(scene, args);
        expect(second.code).toBe(1);
        expect(second.output).toMatch(/is going on already: batch\/districts-/);

        await startWorker(scene);
        const { code, stdout, output } = await outcomeOf(command);
        expect(code, output).toBe(1);
        const rows = rowsOf(stdout, 'districts');
        expect(rows).toMatchObject([
          { district: 'aspen', state: 'failed', edition: null },
          { district: 'birch', state: 'done', edition: published, why: null },
          { district: 'cedar', state: 'done', why: null },
        ]);
        expect(rows[0]?.why).toMatch(/No file fits ledger_/);

        const batches = await runsOf(scene, 'batch');
        expect(Math.max(...batches.map((run) => run.largestPayload))).toBeLessThan(64 * 1024);
        const cut = batches.filter(({ status }) => status === 'CONTINUED_AS_NEW');
        const ended = batches.filter((run) => !cut.includes(run));
        expect(cut.length).toBeGreaterThan(0);
        expect(ended.map(({ status }) => status)).toEqual(['COMPLETED']);
        for (const run of cut) await replayKept(scene, run, 'batch-cut');
        for (const run of ended) await replayKept(scene, run, 'batch-ended');
        expect((await runsOf(scene, 'refresh')).map(({ workflowId }) => workflowId).sort()).toEqual(
          ['refresh/aspen', 'refresh/birch', 'refresh/cedar'],
        );
      });
    },
  );

  it.concurrent('of a folder skip a district that is being refreshed already', async () => {
    await inScene(server, async (scene) => {
      const districts = join(scene.scratch, 'districts');
      writeDistrict(join(districts, 'birch'), 'birch');
      // Nobody works yet, so the first one stays open.
      const first = refreshOnTemporal(folder, scene);
      await first.says(/worker/);
      const command = startProduct(scene, refreshAll(districts, scene));
      await command.says(/Waiting for a worker/);
      await startWorker(scene);
      const { code, output } = await outcomeOf(command);
      expect(code, output).toBe(0);
      expect(output).toMatch(/skipped +refresh\/birch is going on already/);
    });
  });

  it.concurrent('are stopped together, and those that were begun end', async () => {
    await inScene(server, async (scene) => {
      const districts = writeThree(join(scene.scratch, 'districts'));
      await startWorker(scene);
      const command = startProduct(scene, refreshAll(districts, scene, '--window', '1'));
      await begun(scene, 'refresh/birch');
      command.process.kill('SIGINT');
      const { code, output } = await outcomeOf(command);
      expect(code, output).toBe(130);
      expect(output).toMatch(/stopped +not begun/);
      const ended = (await runsOf(scene, 'batch')).filter(
        ({ status }) => status !== 'CONTINUED_AS_NEW',
      );
      expect(ended.map(({ status }) => status)).toEqual(['CANCELLED']);
      for (const run of ended) await replayKept(scene, run, 'batch-stopped');
      const children = await runsOf(scene, 'refresh');
      expect(Object.fromEntries(children.map((run) => [run.workflowId, run.status]))).toEqual({
        'refresh/aspen': 'FAILED',
        'refresh/birch': 'CANCELLED',
      });
    });
  });

  it.concurrent(
    'of the years of a district change nothing, and the next refresh reuses them',
    async () => {
      await inScene(server, async (scene) => {
        await startWorker(scene);
        const temporal = await runProduct(scene, backfill(folder, scene, '--temporal', '--json'));
        expect(temporal.code, temporal.output).toBe(0);
        const rows = rowsOf(temporal.stdout, 'years');
        expect(rows).toMatchObject([
          { fiscal_year: 2023, state: 'done', edition: null },
          { fiscal_year: 2024, state: 'done', edition: null },
        ]);
        expect(currentEditionId(scene.home, 'birch')).toBeUndefined();
        expect((await runsOf(scene, 'refresh')).map(({ workflowId }) => workflowId).sort()).toEqual(
          ['refresh/birch/2023', 'refresh/birch/2024'],
        );

        const again = await runProduct(scene, backfill(folder, scene, '--missing'));
        expect(again.output).toContain('Nothing to do.');
        const embedded = await runProduct(scene, backfill(folder, scene, '--json'));
        expect(rowsOf(embedded.stdout, 'years').map((row) => row.steps_made)).toEqual([0, 0]);

        const { code, output } = await refreshHere(folder, scene);
        expect(code, output).toBe(0);
        expect(currentEditionId(scene.home, 'birch')).toBe(published);
        const made = rows.reduce((sum, row) => sum + row.steps_made, 0);
        const reused = Number(/(\d+) reused/.exec(output)?.[1]);
        expect(made).toBeGreaterThan(50);
        // Two years at once may both have made what they share.
        expect(reused).toBeGreaterThan(50);
        expect(reused).toBeLessThanOrEqual(made);
      });
    },
  );
});
