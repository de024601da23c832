import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../support/command.ts';
import { repository } from '../support/repository.ts';
import { scratchFolder } from '../support/scratch.ts';
import { writeSmallDistrict } from '../support/small-district.ts';
import { freePort } from '../support/temporal/free-port.ts';

const root = scratchFolder('loaded');
const district = join(root, 'district');
const home = join(root, 'home');
const allHelps = join(repository, 'test/support/all-helps.mjs');
const probe = join(repository, 'test/support/loaded-packages.mjs');

/** Files of Temporal's packages that a command has loaded, and its exit code. */
async function loadedBy(args: readonly string[], script?: string) {
  const file = join(root, `loaded-${args.join('-').replaceAll(/[^a-z-]/g, '')}.json`);
  const { code, output } = await runCommand(args, {
    ...(script === undefined ? {} : { script }),
    env: {
      NODE_OPTIONS: `--import ${probe}`,
      LOADED_PACKAGES_FILE: file,
      RESOURCE_MAP_HOME: home,
      TEMPORAL_ADDRESS: `127.0.0.1:${await freePort()}`,
    },
  });
  expect(existsSync(file), output).toBe(true);
  return { code, output, loaded: JSON.parse(readFileSync(file, 'utf8')) as string[] };
}

describe("Temporal's packages", () => {
  beforeAll(() => writeSmallDistrict(district));

  test('are not loaded by a refresh without Temporal, nor by what looks at its results', async () => {
    for (const args of [
      ['refresh', district, '--no-site'],
      ['status', district],
      ['gc', district],
      ['dictionary', district],
      ['generate', join(root, 'invented'), '--students', '600', '--years', '2'],
    ]) {
      const { code, output, loaded } = await loadedBy(args);
      expect(code, output).toBe(0);
      expect(loaded, args.join(' ')).toEqual([]);
    }
  });

  test('are not loaded by a command that is asked for help', async () => {
    const { code, output, loaded } = await loadedBy([], allHelps);
    expect(code, output).toBe(0);
    expect(output).toContain('Usage: resource-map worker [options]');
    expect(output).toContain('Usage: resource-map schedule apply [options] <district>');
    expect(loaded).toEqual([]);
  });

  test('are loaded by a command that asks the server, so this test would see them', async () => {
    const { code, output, loaded } = await loadedBy(['schedule', 'list', district]);
    expect(code).toBe(1);
    expect(output).toContain('No Temporal server answers');
    expect(loaded.some((path) => path.includes('@temporalio/client'))).toBe(true);
  });
});
