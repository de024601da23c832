import { type ChildProcess, fork, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/** A process that a bench has started. */
export interface BenchChild {
  /** Waits until it has said something that matches. */
  says(pattern: RegExp): Promise<void>;
  /** Sends a message to a script that was forked, and waits for its answer. */
  ask<T>(message: object): Promise<T>;
  stop(): Promise<void>;
}

const started = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of started) child.kill('SIGKILL');
});

/** Starts a program. */
export function startProgram(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): BenchChild {
  return keep(spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] }));
}

/** Starts a script of the bench that answers messages. */
export function startScript(script: string, env: NodeJS.ProcessEnv): BenchChild {
  return keep(fork(script, { env, execArgv: ['--import', 'tsx'], silent: true }));
}

function keep(child: ChildProcess): BenchChild {
  started.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => {
      started.delete(child);
      resolve();
    });
  });
  const gone = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return {
    async says(pattern) {
      const until = Date.now() + 60_000;
      while (!pattern.test(output)) {
        if (gone() || Date.now() > until) throw new Error(`It did not say ${pattern}:\n${output}`);
        await pause(20);
      }
    },
    async ask<T>(message: object) {
      const answer = new Promise<T>((resolve) => {
        child.once('message', (told) => resolve(told as T));
      });
      child.send(message);
      const told = await Promise.race([answer, ended]);
      if (told === undefined) throw new Error(`It ended without an answer:\n${output}`);
      return told;
    },
    async stop() {
      if (!gone()) child.kill('SIGTERM');
      await Promise.race([ended, pause(10_000)]);
      if (!gone()) child.kill('SIGKILL');
    },
  };
}
