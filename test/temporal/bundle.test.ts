import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { workflowBundle } from '../../pipelines/temporal/bundle.ts';
import { scratchFolder } from '../support/scratch.ts';
import { bundleOfCopy } from '../support/temporal/bundled-copy.ts';

interface Bundle {
  /** What runs. */
  readonly code: string;
  /** The files that it was made of, from the folder of the product. */
  readonly sources: readonly string[];
}

/** A bundle tells its sources in the map at its end. */
function readBundle(file: string): Bundle {
  const text = readFileSync(file, 'utf8');
  const place = text.lastIndexOf('//# sourceMappingURL=');
  const [, encoded = ''] = text.slice(place).split('base64,');
  const map = JSON.parse(Buffer.from(encoded, 'base64').toString()) as { sources: string[] };
  const sources = map.sources.filter((source) => !source.startsWith('webpack/'));
  const root = /^.*\/(?=pipelines\/|node_modules\/)/;
  return { code: text.slice(0, place), sources: sources.map((path) => path.replace(root, '')) };
}

const refreshFile = 'pipelines/temporal/workflows/refresh.ts';
let file: string;
let bundle: Bundle;

describe('the bundle of workflows', () => {
  beforeAll(async () => {
    file = await workflowBundle();
    bundle = readBundle(file);
  });

  test('is kept for these sources, so that a worker builds it once', async () => {
    expect(await workflowBundle()).toBe(file);
    expect(bundle.sources).toContain(refreshFile);
    expect(bundle.sources).toContain('pipelines/graph/execute.ts');
  });

  test('holds of ours nothing but workflows and the kernel that both engines share', () => {
    const ours = bundle.sources.filter((path) => !path.startsWith('node_modules/'));
    const rooms = /^pipelines\/(graph|temporal\/workflows)\//;
    expect(ours.filter((path) => !rooms.test(path))).toEqual([]);
  });

  test("holds of packages only Temporal's own for workflows and what these need", () => {
    const packages = bundle.sources.flatMap(
      (path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
    );
    expect([...new Set(packages)].sort()).toEqual([
      '@temporalio/common',
      '@temporalio/workflow',
      'long',
      'ms',
      'nexus-rpc',
    ]);
  });

  test('asks for no module of Node', () => {
    const asked = [...bundle.code.matchAll(/\brequire\(\s*["'](?:node:)?([^"']+)["']/g)];
    expect(asked.filter(([, name = '']) => builtinModules.includes(name))).toEqual([]);
  });

  test('cannot be built with a module of Node', () => {
    const folder = join(scratchFolder('bundle'), 'copy');
    const line = "import { readFileSync } from 'node:fs';";
    const build = () =>
      bundleOfCopy(folder, refreshFile, (text) => `${line}\n${text}\nvoid readFileSync;\n`);
    expect(build).toThrow(/node:fs/);
  });
});
