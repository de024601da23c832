import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { currentEditionId } from '../support/edition.ts';
import { districtFolder } from '../support/repository.ts';
import { scratchFolder } from '../support/scratch.ts';
import { writeCanaryDistrict } from '../support/temporal/canaries.ts';
import { countLogLines, expectPublished } from '../support/temporal/leftovers.ts';
import { describeLive } from '../support/temporal/live.ts';
import { inScene, type Scene } from '../support/temporal/scene.ts';
import { startServer, type TestServer } from '../support/temporal/server.ts';
import { until } from '../support/temporal/wait.ts';
import {
  outcomeOf,
  refreshHere,
  refreshOnTemporal,
  startWorker,
} from '../support/temporal/worker.ts';

const root = scratchFolder('killed-workers');
const small = { id: 'small', folder: join(root, 'small') };
const riverbend = { id: 'riverbend', folder: districtFolder('riverbend') };
type District = typeof small;

/** Of the small district: what readers saw before, and a store in which all but the publish is made. */
const made = join(root, 'made');
let server: TestServer;
/** What an undisturbed refresh publishes, and how many lines it writes into its log, by district. */
const undisturbed = new Map<string, { edition: string; lines: number }>();

describeLive('a worker that is killed (kill -9) and started again', () => {
  beforeAll(async () => {
    writeCanaryDistrict(small.folder);
    server = await startServer();
    await publish(small, made, '--label', 'preliminary');
    const lines = countLogLines(join(made, small.id));
    // All else is made there already.
    const home = join(root, 'home');
    cpSync(made, home, { recursive: true });
    undisturbed.set(small.id, { edition: await publish(small, home), lines });
    rmSync(join(made, small.id, 'runs'), { recursive: true });
    const edition = await publish(riverbend, home);
    undisturbed.set(riverbend.id, { edition, lines: countLogLines(join(home, riverbend.id)) });
  });
  afterAll(() => server.stop());

  /** Refreshes a district without Temporal; returns its edition. */
  async function publish(district: District, home: string, ...more: string[]): Promise<string> {
    const setting = { home, environment: server.environment };
    const { code, output } = await refreshHere(district.folder, setting, ...more);
    expect(code, output).toBe(0);
    return currentEditionId(home, district.id) ?? '';
  }

  /** Has a worker killed when `due`, and the next one finish what it was at. Whether it came to that. */
  async function killed(
    scene: Scene,
    district: District,
    due: () => boolean,
    every?: number,
  ): Promise<boolean> {
    const worker = await startWorker(scene);
    const refresh = refreshOnTemporal(district.folder, scene);
    let over = false;
    void refresh.ended.finally(() => (over = true));
    const came = await until(due, () => over, every);
    await worker.kill('SIGKILL');
    if (!came) return false;
    await startWorker(scene);
    const { code, output } = await outcomeOf(refresh);
    expect(code, output).toBe(0);
    expectPublished(scene.home, district.id, undisturbed.get(district.id)?.edition ?? '');
    return true;
  }

  it.concurrent.for([
    ...[0, 20, 40, 60, 80].map((percent) => ({ percent, district: small })),
    ...[30, 70].map((percent) => ({ percent, district: riverbend })),
  ])('at $percent % of the refresh of $district.id', async ({ district, percent }) => {
    const lines = undisturbed.get(district.id)?.lines ?? 0;
    await inScene(server, async (scene) => {
      const outputs = join(scene.home, district.id);
      const due = (): boolean => countLogLines(outputs) > (percent / 100) * lines;
      expect(await killed(scene, district, due)).toBe(true);
    });
  });

  it.concurrent.for([
    ['while the edition is put together', (o: string) => names(o, 'editions/.private').length > 0],
    ['when the edition is there', (o: string) => names(o, 'editions').length > 2],
    ['when the pointer is claimed', (o: string) => existsSync(join(o, 'approvals/2.json'))],
  ] as const)('inside publish: %s', async ([, due]) => {
    // A publish takes milliseconds, so it is asked for each of them: what was missed is tried again.
    for (let attempt = 1; ; attempt += 1) {
      const done = await inScene(server, async (scene) => {
        cpSync(made, scene.home, { recursive: true });
        return killed(scene, small, () => due(join(scene.home, small.id)), 1);
      });
      if (done) return;
      expect(attempt, 'The run always ended before its worker could be killed.').toBeLessThan(5);
    }
  });
});

function names(outputs: string, folder: string): readonly string[] {
  const path = join(outputs, folder);
  return existsSync(path) ? readdirSync(path) : [];
}
