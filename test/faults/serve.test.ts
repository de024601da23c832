import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRuns } from '../../pipelines/operations/run-history.ts';
import { currentEditionId } from '../support/edition.ts';
import { repository } from '../support/repository.ts';
import { scratchFolder } from '../support/scratch.ts';
import { changeFile, writeSmallDistrict } from '../support/small-district.ts';
import { environmentWithoutTemporal } from '../support/temporal/children.ts';
import { until } from '../support/temporal/wait.ts';
import { startProduct } from '../support/temporal/worker.ts';

const root = scratchFolder('serve');
const folder = join(root, 'small');
const home = join(root, 'home');
const outputs = join(home, 'small');
const loaded = join(root, 'loaded.json');

/** Serves the district; what the process has loaded of Temporal is told when it ends. */
function serve() {
  const probe = join(repository, 'test/support/loaded-packages.mjs');
  const environment = {
    ...environmentWithoutTemporal(),
    NODE_OPTIONS: `--import ${probe}`,
    LOADED_PACKAGES_FILE: loaded,
  };
  return startProduct({ home, environment }, ['serve', folder]);
}

function states() {
  return readRuns(outputs, 10, new Date()).then((runs) =>
    runs.map(({ trigger, state }) => [trigger, state]),
  );
}

test('a refresh of serve that was killed is gone on with, and serve ends when it is told to', async () => {
  // Once an hour, the next time in half an hour.
  const minute = (new Date().getUTCMinutes() + 30) % 60;
  writeSmallDistrict(folder);
  changeFile(folder, 'district.yaml', (text) =>
    text.replace(
      'sources:\n',
      `schedules: [{ id: a, cron: '${minute} * * * *', site: false }]\nsources:\n`,
    ),
  );
  // As if it had been off for two hours, so that there is something to make up for.
  const handled = new Date(Date.now() - 2 * 3_600_000).toISOString();
  const a = { times: `${minute} * * * * America/New_York`, handled, open: null };
  mkdirSync(outputs, { recursive: true });
  const memory = { format: 1, served_by: null, schedules: { a } };
  writeFileSync(join(outputs, 'schedules.json'), JSON.stringify(memory));

  const first = serve();
  await until(
    () => runLog().includes('"made"'),
    () => first.process.exitCode !== null,
  );
  await first.kill();
  expect(await states()).toEqual([['catch_up', 'interrupted']]);

  const second = serve();
  await second.says(/published edition|fault|failed|blocked/, 120);
  expect(await states()).toEqual([
    ['catch_up', 'made'],
    ['catch_up', 'interrupted'],
  ]);
  expect(second.output()).toContain(`published edition ${currentEditionId(home, 'small')}`);
  expect(await second.kill('SIGTERM'), second.output()).toBe(0);
  expect(JSON.parse(readFileSync(loaded, 'utf8'))).toEqual([]);
});

function runLog(): string {
  const runs = join(outputs, 'runs');
  if (!existsSync(runs)) return '';
  return readdirSync(runs)
    .map((name) => readFileSync(join(runs, name), 'utf8'))
    .join('');
}
