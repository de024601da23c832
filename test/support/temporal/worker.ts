import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { repository } from '../repository.ts';
import { type Child, startChild } from './children.ts';

/** Where a command of the product runs, and against which server. */
export interface Setting {
  readonly home: string;
  /** From `TestServer.environment`. */
  readonly environment: NodeJS.ProcessEnv;
  /** Another copy of the product than this repository. */
  readonly product?: string;
}

/** Starts `resource-map` with a home and a server in its environment; it ends with the test at the latest. */
export function startProduct(setting: Setting, args: readonly string[]): Child {
  const script = join(setting.product ?? repository, 'pipelines/cli/resource-map.mjs');
  const child = startChild(process.execPath, [script, ...args], {
    ...setting.environment,
    RESOURCE_MAP_HOME: setting.home,
    NO_COLOR: '1',
  });
  endWithTest(child);
  return child;
}

function endWithTest(child: Child): void {
  try {
    onTestFinished(async () => {
      await child.kill();
    });
  } catch {
    // Started before the tests, for all of them: it ends with the file.
  }
}

/** Starts `resource-map worker` and waits until it takes work. */
export async function startWorker(setting: Setting, ...more: readonly string[]): Promise<Child> {
  const child = startProduct(setting, ['worker', '--home', setting.home, ...more]);
  await child.says(/ready/i);
  return child;
}

/** What a command came to. */
export interface Outcome {
  readonly code: number | NodeJS.Signals;
  readonly output: string;
  readonly stdout: string;
}

/** Runs `resource-map` to its end. */
export async function runProduct(setting: Setting, args: readonly string[]): Promise<Outcome> {
  return await outcomeOf(startProduct(setting, args));
}

export async function outcomeOf(child: Child): Promise<Outcome> {
  const code = await child.ended;
  return { code, output: child.output(), stdout: child.stdout() };
}

/** The arguments of a refresh without its site. */
function refreshArguments(
  district: string,
  { home }: Setting,
  more: readonly string[],
): readonly string[] {
  return ['refresh', district, '--home', home, '--no-site', ...more];
}

/** Starts a refresh of a district by the workers of the setting's server. */
export function refreshOnTemporal(
  district: string,
  setting: Setting,
  ...more: readonly string[]
): Child {
  return startProduct(setting, refreshArguments(district, setting, ['--temporal', ...more]));
}

/** Refreshes a district in the command's own process. */
export async function refreshHere(
  district: string,
  setting: Setting,
  ...more: readonly string[]
): Promise<Outcome> {
  return await runProduct(setting, refreshArguments(district, setting, more));
}
