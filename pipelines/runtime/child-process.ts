import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { namesIn, readTextIfThere, writeDurably } from './files.ts';
import { markOf, type ProcessMark, stillRuns } from './processes.ts';

const noteSuffix = '.process.json';

export interface Child {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** The private folder of the step: a note of the process stands there while it runs. */
  readonly noteFolder: string;
  readonly signal: AbortSignal;
  /** Told each piece of what it says, on both streams. */
  readonly said: (text: string) => void;
}

/**
 * Runs a program in a process group of its own until it ends, and returns its exit code. When the signal aborts, the
 * whole group is ended. When this process is killed, the note lets the next run end what it left behind.
 */
export async function runChild(child: Child): Promise<number> {
  child.signal.throwIfAborted();
  const started = spawn(child.command, [...child.args], {
    cwd: child.cwd,
    env: child.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number>((resolve, reject) => {
    started.once('error', reject);
    started.once('close', (code) => resolve(code ?? 1));
  });
  started.stdout.on('data', (bytes: Buffer) => child.said(bytes.toString()));
  started.stderr.on('data', (bytes: Buffer) => child.said(bytes.toString()));
  const { pid } = started;
  const stop = (): void => endGroup(pid);
  child.signal.addEventListener('abort', stop);
  const note = join(child.noteFolder, `${pid ?? 0}${noteSuffix}`);
  try {
    if (pid !== undefined) await writeDurably(note, JSON.stringify(markOf(pid) ?? null));
    const code = await ended;
    child.signal.throwIfAborted();
    return code;
  } finally {
    child.signal.removeEventListener('abort', stop);
    await rm(note, { force: true });
  }
}

/** Ends what a run that died had started, going by the notes in its private folder. */
export async function endOrphans(folder: string): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (!name.endsWith(noteSuffix)) continue;
    const note = await readTextIfThere(join(folder, name));
    if (note === undefined || note === '') continue;
    const mark = JSON.parse(note) as ProcessMark | null;
    // The number may belong to another program by now: only the very process that was noted is ended.
    if (mark && stillRuns(mark)) endGroup(mark.pid);
  }
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // It has ended in the meantime.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
