import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll } from 'vitest';

/** A process that a test has started, with what it has said so far. */
export interface Child {
  readonly process: ChildProcess;
  /** Both streams, in the order in which they came. */
  output(): string;
  stdout(): string;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  /** Sends a signal and waits until it has ended; with SIGKILL unless told otherwise. */
  kill(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals>;
  /** Waits until it has said something that matches; fails when it ends before. */
  says(pattern: RegExp, seconds?: number): Promise<void>;
}

const started = new Set<ChildProcess>();

// Whatever a test has left running, also because it failed, ends with its file; or with the runner of the tests, when
// that is ended from outside.
afterAll(endAll);
process.once('exit', endAll);
process.once('disconnect', endAll);

function endAll(): void {
  for (const child of started) child.kill('SIGKILL');
}

/** Starts a program of which no test may leave anything behind. */
export function startChild(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  cwd?: string,
): Child {
  const child = spawn(program, args, {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(cwd === undefined ? {} : { cwd }),
  });
  started.add(child);
  let output = '';
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const ended = new Promise<number | NodeJS.Signals>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      started.delete(child);
      resolve(code ?? signal ?? 'SIGKILL');
    });
  });
  // A test that never asks how it ended must not fail for that.
  ended.catch(() => {});
  const running = (): boolean => child.exitCode === null && child.signalCode === null;
  return {
    process: child,
    output: () => output,
    stdout: () => stdout,
    ended,
    async kill(signal = 'SIGKILL') {
      if (running()) child.kill(signal);
      return await ended;
    },
    async says(pattern, seconds = 120) {
      const until = Date.now() + seconds * 1000;
      while (!pattern.test(output)) {
        if (!running()) throw new Error(`${program} ended before it said ${pattern}:\n${output}`);
        if (Date.now() > until) throw new Error(`${program} did not say ${pattern}:\n${output}`);
        await pause(20);
      }
    },
  };
}

/** The environment of this process without what would lead a program to another Temporal server. */
export function environmentWithoutTemporal(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('TEMPORAL_')),
  );
}
