import type { ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ended, startCommand, type CommandResult } from './command.ts';

/** Runs a command and ends it with SIGKILL as soon as `due` says so. Tells whether it was killed before its own end. */
export async function runAndKill(
  args: readonly string[],
  due: () => boolean,
): Promise<CommandResult & { killed: boolean }> {
  const child = startCommand(args);
  const result = ended(child);
  const killed = await killWhen(child, due);
  return { ...(await result), killed };
}

async function killWhen(child: ChildProcess, due: () => boolean): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    if (due()) return child.kill('SIGKILL');
    // A real pause would sleep through what happens inside a publish; a turn of the event loop does not.
    await pause(0);
  }
  return false;
}

/** The text of the newest run's log, empty when there is none. */
export function runLogText(districtHome: string): string {
  const folder = join(districtHome, 'runs');
  if (!existsSync(folder)) return '';
  const last = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .at(-1);
  return last === undefined ? '' : readFileSync(join(folder, last), 'utf8');
}

/** How many whole lines a log has. */
export function countLines(log: string): number {
  return log.split('\n').length - 1;
}
