import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { repository } from './repository.ts';

export interface CommandOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Another script than the program's own. */
  readonly script?: string;
}

export interface CommandResult {
  /** Exit code; `null` when a signal ended it. */
  readonly code: number | null;
  /** What it said, on both streams. */
  readonly output: string;
  readonly stdout: string;
  readonly seconds: number;
}

/** Starts `resource-map` as a person does, in its own process. */
export function startCommand(args: readonly string[], options: CommandOptions = {}): ChildProcess {
  const script = options.script ?? join(repository, 'pipelines/cli/resource-map.mjs');
  return spawn(process.execPath, [script, ...args], {
    cwd: options.cwd ?? repository,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs `resource-map` to its end. */
export async function runCommand(
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const started = performance.now();
  return await ended(startCommand(args, options), started);
}

/** Refreshes a district without its site from the files in `extracts`. */
export async function refreshDistrict(
  district: string,
  home: string,
  extracts: string,
  ...more: readonly string[]
): Promise<CommandResult> {
  const places = ['--extracts', extracts, '--home', home];
  return await runCommand(['refresh', district, ...places, '--no-site', ...more]);
}

/** Waits until a command has ended and gives what it said. */
export async function ended(
  child: ChildProcess,
  started = performance.now(),
): Promise<CommandResult> {
  let output = '';
  let stdout = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, output, stdout, seconds: (performance.now() - started) / 1000 };
}
