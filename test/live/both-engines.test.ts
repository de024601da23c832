import { copyFileSync, readdirSync, readFileSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch.ts';
import { changeFile } from '../support/small-district.ts';
import { attemptsOf } from '../support/temporal/attempts.ts';
import { canaries, writeCanaryDistrict } from '../support/temporal/canaries.ts';
import { describeWithOwnServer } from '../support/temporal/live.ts';
import { inScene, type Scene } from '../support/temporal/scene.ts';
import { startServer, type TestServer } from '../support/temporal/server.ts';
import {
  type Outcome,
  outcomeOf,
  refreshOnTemporal,
  runProduct,
  startWorker,
} from '../support/temporal/worker.ts';

const root = scratchFolder('both-engines');
const ledger = 'extracts/ledger_2024.csv';
let server: TestServer;

interface Told {
  readonly code: Outcome['code'];
  readonly result: Readonly<Record<string, unknown>>;
}

/** What a command with `--json` says, without what differs from run to run. */
async function tell(scene: Scene, args: readonly string[]): Promise<Told> {
  const { code, stdout, output } = await runProduct(scene, [...args, '--json']);
  expect(stdout, output).toMatch(/^\{/);
  const text = stdout.replaceAll(scene.scratch, '');
  const result = JSON.parse(text) as Record<string, unknown>;
  delete result['run'];
  return { code, result };
}

/** How a district stands by `status`, without times and names of runs. */
async function statusOf(scene: Scene, folder: string): Promise<object> {
  const { result } = await tell(scene, ['status', folder, '--home', scene.home]);
  const readers = result['readers_see'] as Record<string, unknown> | null;
  const waiting = result['waiting'] as Record<string, unknown> | null;
  const last = result['last_run'] as Record<string, unknown>;
  const { state, why, error, edition, step_counts: steps, problems } = last;
  return {
    readers: readers && { ...readers, approved_at: null, acceptances: accepted(readers) },
    waiting: waiting && { ...waiting, made_at: null },
    last: { state, why, error, edition, steps, problems },
  };
}

function accepted({ acceptances }: Readonly<Record<string, unknown>>): readonly object[] {
  return (acceptances as object[]).map((acceptance) => ({ ...acceptance, at: null }));
}

/** Waits until some activity of the refresh is at its second attempt or waits for it. */
async function untilTriedAgain({ client }: Scene): Promise<void> {
  const handle = client.workflow.getHandle('refresh/small');
  for (;;) {
    const open = await handle.describe().catch(() => undefined);
    if (open?.raw.pendingActivities?.some(({ attempt }) => (attempt ?? 0) > 1)) return;
    await pause(100);
  }
}

interface Engine {
  readonly scene: Scene;
  readonly temporal: boolean;
  readonly refresh: (...more: readonly string[]) => Promise<Told>;
  readonly run: (command: string, ...more: readonly string[]) => Promise<Told>;
  readonly status: () => Promise<object>;
}

/** Plays a story on the embedded engine and on Temporal, each with a district and a home of its own; both tell the same. */
async function onBothEngines<T>(
  prepare: (folder: string) => void,
  story: (engine: Engine) => Promise<T>,
): Promise<T> {
  const play = (temporal: readonly string[]): Promise<T> =>
    inScene(server, async (scene) => {
      const folder = writeCanaryDistrict(join(scene.scratch, 'district'));
      prepare(folder);
      if (temporal.length > 0) await startWorker(scene);
      const home = ['--home', scene.home];
      return story({
        scene,
        temporal: temporal.length > 0,
        refresh: (...more) =>
          tell(scene, ['refresh', folder, ...home, '--no-site', ...temporal, ...more]),
        run: (command, ...more) => tell(scene, [command, folder, ...more, ...home]),
        status: () => statusOf(scene, folder),
      });
    });
  const [embedded, temporal] = await Promise.all([play([]), play(['--temporal'])]);
  expect(temporal).toEqual(embedded);
  return embedded;
}

describeWithOwnServer('a refresh through Temporal', () => {
  beforeAll(async () => {
    server = await startServer({ database: join(root, 'server.db') });
  });
  afterAll(() => server.stop());

  describe('tells the same as one in the command itself', () => {
    it.concurrent('when an amount is no number, which is tried once', async () => {
      const [told] = await onBothEngines(
        (folder) => changeFile(folder, ledger, (text) => text.replace('45000.50', '45 thousand')),
        async ({ scene, temporal, refresh, status }) => {
          const story = [await refresh(), await status()] as const;
          if (temporal) {
            const attempts = await attemptsOf(scene.client, 'refresh/small');
            expect(attempts.size).toBeGreaterThan(1);
            expect([...attempts].filter(([, count]) => count > 1)).toEqual([]);
          }
          return story;
        },
      );
      expect(told.code).toBe(1);
      expect(JSON.stringify(told.result)).toMatch(/ledger_2024\.csv.*column.*amount/);
    });

    it.concurrent('when the ledger is missing', async () => {
      const [told] = await onBothEngines(
        (folder) => {
          for (const year of [2023, 2024]) rmSync(join(folder, `extracts/ledger_${year}.csv`));
        },
        async ({ refresh, status }) => [await refresh(), await status()] as const,
      );
      expect(JSON.stringify(told.result)).toMatch(/No file fits/);
    });

    it.concurrent('when a check blocks, and when a person accepts what it found', async () => {
      const check = 'quarantined_rows_limit';
      const [blocked, before, accepted, after] = await onBothEngines(
        // What is wrong is a cell of a person, which nothing may quote.
        (folder) => {
          changeFile(folder, 'extracts/roster_2024.csv', (text) =>
            text.replace('2010-08-15,,1.00,13', 'Quillonia,,Ashenvale,QX71-STAFF-08839'),
          );
          changeFile(folder, 'district.yaml', (text) =>
            text.replace(
              'overrides:\n',
              'overrides:\n    - { rule: K05, reason: Of four people paid one is set aside }\n',
            ),
          );
        },
        async ({ refresh, status }) => {
          const first = await refresh();
          const then = await status();
          const word = ['--by', 'Pat Ortiz', '--reason', 'The clerk corrects the date in July'];
          const second = await refresh('--accept-check', check, ...word);
          return [first, then, second, await status()] as const;
        },
      );
      expect(blocked.code).toBe(3);
      expect(before).toMatchObject({ readers: null, last: { state: 'blocked' } });
      expect(accepted.code, JSON.stringify(accepted)).toBe(0);
      expect(after).toMatchObject({ last: { state: 'made' } });
      expect(JSON.stringify(after)).toContain('The clerk corrects the date in July');
    });

    it.concurrent('when an edition waits for approval, and when a person approves it', async () => {
      const [waits, before, approved, after] = await onBothEngines(
        (folder) =>
          changeFile(folder, 'district.yaml', (text) =>
            text.replace('map:\n', 'publish: approval\nmap:\n'),
          ),
        async ({ refresh, run, status }) => {
          const first = await refresh();
          const then = await status();
          const edition = String(first.result['edition']);
          const word = ['--by', 'Pat Ortiz, CFO', '--note', 'Read on Monday'];
          const second = await run('approve', edition, ...word);
          delete (second.result as Record<string, unknown>)['approved_at'];
          return [first, then, second, await status()] as const;
        },
      );
      expect(waits.code).toBe(0);
      const { edition } = waits.result;
      expect(before).toMatchObject({ readers: null, waiting: { edition } });
      expect(approved.code).toBe(0);
      expect(after).toMatchObject({ readers: { edition, by: 'Pat Ortiz, CFO' }, waiting: null });
    });
  });

  it.concurrent('tries again when a file cannot be read just now', async () => {
    await inScene(server, async (scene) => {
      const folder = writeCanaryDistrict(join(scene.scratch, 'district'));
      const file = join(folder, ledger);
      const aside = join(scene.scratch, 'aside.csv');
      copyFileSync(file, aside);
      unlinkSync(file);
      // A file that is there and gives an input/output error when it is read.
      symlinkSync('/proc/self/mem', file);
      await startWorker(scene);
      const refresh = refreshOnTemporal(folder, scene);
      await untilTriedAgain(scene);
      unlinkSync(file);
      copyFileSync(aside, file);
      const { code, output } = await outcomeOf(refresh);
      expect(code, output).toBe(0);
      const attempts = await attemptsOf(scene.client, 'refresh/small');
      expect(attempts.get('planRun')).toBeGreaterThan(1);
      expect(await statusOf(scene, folder)).toMatchObject({ last: { state: 'made', error: null } });
    });
  });

  it('leaves nothing of a person in the bytes of the server’s own database', async () => {
    await server.stop();
    const kept = readdirSync(root)
      .filter((name) => name.startsWith('server.db'))
      .map((name) => readFileSync(join(root, name), 'latin1'))
      .join('');
    // It can be read as it is: what was said to the server stands in it.
    expect(kept).toContain('refresh/small');
    expect(kept).toContain('More rows were set aside');
    for (const canary of canaries) expect(canary.exec(kept)?.[0]).toBeUndefined();
  });
});
