import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { stepInputs } from '../../pipelines/materialize/step-inputs.ts';
import { drawUpOrder, keepOrder, type Order, readOrder } from '../../pipelines/refresh/order.ts';
import { type Program, readProgram } from '../../pipelines/refresh/program.ts';
import { readDistrict } from '../../pipelines/refresh/read-district.ts';
import { openRun } from '../../pipelines/refresh/run.ts';
import { keyOf } from '../../pipelines/runtime/step-key.ts';
import { refreshRequest } from '../support/refresh-request.ts';
import { scratchFolder } from '../support/scratch.ts';
import { changeFile, writeSmallDistrict } from '../support/small-district.ts';

const root = scratchFolder('order');
const store = join(root, 'home/small/store');
const secret = { RESOURCE_MAP_SECRET: 'a secret for the persons of this test' };
let program: Program;
let district: string;
let order: Order;

/** The small district, whose persons need a secret here. */
function writeDistrict(name: string): string {
  const folder = join(root, name);
  writeSmallDistrict(folder);
  changeFile(folder, 'district.yaml', (text) => text.replace('invented: true\n', ''));
  return folder;
}

async function plan(districtFolder: string): Promise<Order> {
  const place = {
    environment: secret,
    home: join(root, 'home/small'),
    runId: '20261101T000000Z-00000001',
    now: new Date('2026-11-01T00:00:00Z'),
  };
  return drawUpOrder(
    refreshRequest(districtFolder),
    await readDistrict(districtFolder),
    program,
    place,
  );
}

/** The keys of all steps but for what they read of each other, by id: what the order alone decides. */
async function keysOf(order: Order): Promise<ReadonlyMap<string, string>> {
  const here = { environment: secret, signal: new AbortController().signal, say: () => {} };
  const { context, models, code } = openRun(order, program, here, { threads: 1 });
  const keys = order.plan.steps
    .filter(({ kind }) => kind !== 'publish')
    .map(async (step) => {
      const inputs = Object.fromEntries(step.inputs.map(({ relation }) => [relation, []]));
      const madeFrom = await stepInputs({ step, context, models, code, inputs });
      return [step.id, keyOf(step.asset, step.partition, madeFrom)] as const;
    });
  return new Map(await Promise.all(keys));
}

describe('a refresh as it was planned', () => {
  beforeAll(async () => {
    program = await readProgram();
    district = writeDistrict('planned');
    order = await plan(district);
  });

  test('is the same when another process reads it', async () => {
    const again = await readOrder(store, await keepOrder(store, order));
    expect(again).toEqual(JSON.parse(JSON.stringify(order)));
    expect(await keysOf(again)).toEqual(await keysOf(order));
    // Staged files, tables, models, checks, package, database and site.
    expect((await keysOf(again)).size).toBe(order.plan.steps.length - 1);
  });

  test('has one name for the same plan, and another for another', async () => {
    const name = await keepOrder(store, order);
    expect(name).toMatch(/^[0-9a-f]{32}$/);
    expect(await keepOrder(store, await plan(district))).toBe(name);
    const final = { ...order, request: { ...order.request, label: 'final' } };
    expect(await keepOrder(store, final)).not.toBe(name);
  });

  test('does not see a coding table that is saved afterwards; the next one does', async () => {
    const before = await keysOf(order);
    changeFile(district, 'coding/purpose.csv', (text) => text.replace('coaches_mentors', 'other'));
    expect(await keysOf(order)).toEqual(before);
    const after = await keysOf(await plan(district));
    const changed = [...after].filter(([id, key]) => before.get(id) !== key).map(([id]) => id);
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.every((id) => !id.startsWith('staging.'))).toBe(true);
  });

  test('is refused by a worker with another secret, or with none', async () => {
    const open = (environment: NodeJS.ProcessEnv) => () =>
      openRun(
        order,
        program,
        { environment, signal: new AbortController().signal, say: () => {} },
        { threads: 1 },
      );
    expect(open(secret)).not.toThrow();
    expect(open({ RESOURCE_MAP_SECRET: 'the secret of another worker' })).toThrow(
      expect.objectContaining({ code: 'secret_differs', retryable: false }),
    );
    expect(open({})).toThrow(expect.objectContaining({ code: 'secret_missing' }));
    expect(JSON.stringify(order)).not.toContain(secret.RESOURCE_MAP_SECRET);
  });

  test('is refused by another version of the program, in the words that plan it again', async () => {
    const here = { environment: secret, signal: new AbortController().signal, say: () => {} };
    const other = { ...program, version: '0'.repeat(64) };
    expect(() => openRun(order, other, here, { threads: 1 })).toThrow(
      expect.objectContaining({ code: 'CodeChanged', retryable: false }),
    );
  });

  test('is not drawn up by a program whose files were changed under it', async () => {
    const loaded = program;
    program = { ...loaded, version: '0'.repeat(64) };
    await expect(plan(district)).rejects.toThrow(
      expect.objectContaining({ code: 'program_changed' }),
    );
    program = loaded;
  });

  test('that is not in the folder of outputs is told by where it was looked for', async () => {
    const name = 'f'.repeat(32);
    await expect(readOrder(store, name)).rejects.toThrow(
      expect.objectContaining({
        code: 'order_missing',
        where: { file: join(store, 'orders', `${name}.json`) },
      }),
    );
  });
});
