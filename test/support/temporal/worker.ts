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
  readonly product?: string | undefined;
  /** Who ends what is started, where it is not the end of the test that does; tests side by side need it. */
  readonly keep?: ((child: Child) => void) | undefined;
}

/** Starts `resource-map` with a home and a server in its environment. */
export function startProduct(setting: Setting, args: readonly string[]): Child {
  const script = join(setting.product ?? repository, 'pipelines/cli/resource-map.mjs');
  const child = startChild(process.execPath, [script, ...args], {
    ...setting.environment,
    RESOURCE_MAP_HOME: setting.home,
    NO_COLOR: '1',
  });
  (setting.keep ?? endWithTest)(child);
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
  await child.says(/^Working for /m);
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

/** Waits for a command's end. */
export async function outcomeOf(child: Child): Promise<Outcome> {
  const code = await child.ended;
  return { code, output: child.output(), stdout: child.stdout() };
}

/** Starts a refresh of a district, without its site, by the workers of the setting's server. */
export function refreshOnTemporal(
  district: string,
  setting: Setting,
  ...more: readonly string[]
): Child {
  const args = ['refresh', district, '--temporal', '--home', setting.home, '--no-site', ...more];
  return startProduct(setting, args);
}

/** Refreshes a district, without its site, in the command's own process. */
export async function refreshHere(
  district: string,
  setting: Setting,
  ...more: readonly string[]
): Promise<Outcome> {
  const args = ['refresh', district, '--home', setting.home, '--no-site', ...more];
  return await runProduct(setting, args);
}
