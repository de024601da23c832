import { readdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawUpOrder, keepOrder, type Order } from '../../pipelines/refresh/order.ts';
import { type Program, readProgram } from '../../pipelines/refresh/program.ts';
import { readDistrict } from '../../pipelines/refresh/read-district.ts';
import { readRun } from '../../pipelines/runtime/run-log.ts';
import { Store, type StoredStep } from '../../pipelines/runtime/store.ts';
import { OpenRuns, type WorkerPlace } from '../../pipelines/temporal/activities/open-runs.ts';
import type { RunReference } from '../../pipelines/temporal/payloads.ts';
import { refreshRequest } from '../support/refresh-request.ts';
import { scratchFolder } from '../support/scratch.ts';
import { writeSmallDistrict } from '../support/small-district.ts';

const root = scratchFolder('open-runs');
const home = join(root, 'home');
const outputs = join(home, 'small');
const runId = '20261101T000000Z-00000001';
let program: Program;
let order: Order;
let reference: RunReference;

/** A worker of this home. */
function worker(more: Partial<WorkerPlace> = {}): OpenRuns {
  const place = { home, program, environment: {}, engine: { threads: 1 }, say: () => {} };
  return new OpenRuns({ ...place, ...more });
}

/** Puts a step of the plan into the store, as another worker that made it. */
async function makeElsewhere(id: string, rows: string): Promise<StoredStep> {
  const step = order.plan.steps.find((planned) => planned.id === id);
  if (!step) throw new Error(`${id} is not in the plan`);
  const store = new Store(join(outputs, 'store'));
  await store.open();
  const madeFrom = { code: rows, config: {}, inputs: {} };
  return store.add(step.asset, step.partition, madeFrom, async (directory) => {
    await writeFile(join(directory, 'rows.parquet'), rows);
    return { relations: { [step.asset]: { file: 'rows.parquet', rows: 1, key: ['id'] } } };
  });
}

describe('a run that a worker has steps of', () => {
  beforeAll(async () => {
    const folder = join(root, 'district');
    writeSmallDistrict(folder);
    program = await readProgram();
    const place = { environment: {}, home: outputs, runId, now: new Date() };
    order = await drawUpOrder(refreshRequest(folder), await readDistrict(folder), program, place);
    const name = await keepOrder(join(outputs, 'store'), order);
    reference = { district: 'small', runId, order: name };
  });

  test('is read once for all its steps, also when several begin together', async () => {
    const runs = worker();
    const opened = await Promise.all([1, 2, 3].map(() => runs.open(reference, [])));
    const [first] = opened;
    expect(opened.every(({ run }) => run === first?.run)).toBe(true);
    expect((await runs.open(reference, [])).maker).toBe(first?.maker);
    expect(await runs.order(reference)).toEqual(JSON.parse(JSON.stringify(order)));
  });

  test('finds in the store what another worker has made, by its key', async () => {
    const made = await makeElsewhere('core.sites@2024', 'some rows');
    const runs = worker();
    const { key } = made.record;
    const { stored } = await runs.open(reference, [['core.sites@2024', key]]);
    expect(stored('core.sites@2024')).toEqual(made);
    expect(stored('core.sites@2023')).toBeUndefined();
  });

  test('takes another step of the same name where the key is another', async () => {
    const [one, two] = [
      await makeElsewhere('core.sites@2024', 'one'),
      await makeElsewhere('core.sites@2024', 'two'),
    ];
    const runs = worker();
    await runs.open(reference, [['core.sites@2024', one.record.key]]);
    const { stored } = await runs.open(reference, [['core.sites@2024', two.record.key]]);
    expect(stored('core.sites@2024')?.record.key).toBe(two.record.key);
  });

  test('says which step is gone from the store', async () => {
    const made = await makeElsewhere('core.sites@2024', 'soon gone');
    await rm(made.folder, { recursive: true });
    const keys = [['core.sites@2024', made.record.key]] as const;
    await expect(worker().open(reference, keys)).rejects.toThrow(
      'core.sites@2024 is no longer in the store',
    );
  });

  test('is refused by a worker of another version, and again each time it is asked', async () => {
    const runs = worker({ program: { ...program, version: '0'.repeat(64) } });
    for (const _ of [1, 2]) {
      await expect(runs.open(reference, [])).rejects.toThrow(
        expect.objectContaining({ code: 'CodeChanged' }),
      );
    }
  });

  test('is found when its plan comes late, as on a shared folder', async () => {
    const runs = worker();
    const late = { ...order, request: { ...order.request, label: 'final' } };
    const name = await keepOrder(join(root, 'aside'), late);
    const asked = { ...reference, order: name };
    await expect(runs.open(asked, [])).rejects.toThrow(
      expect.objectContaining({ code: 'order_missing' }),
    );
    await keepOrder(join(outputs, 'store'), late);
    expect((await runs.open(asked, [])).run.order.request.label).toBe('final');
  });

  test('has a log of its own in each worker, and readers see them as one', async () => {
    const [one, two] = [worker(), worker()];
    for (const runs of [one, two]) {
      const { log } = await runs.open(reference, []);
      log.write('step', { asset: 'core.sites', partition: 'all', state: 'running' });
    }
    const parts = readdirSync(join(outputs, 'runs')).filter((name) => name.startsWith(runId));
    expect(parts).toHaveLength(2);
    expect(await readRun(outputs, runId)).toHaveLength(2);
  });
});
