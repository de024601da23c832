import { stat, writeFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { Problem, type ProblemDetails } from '../../transforms/problem.ts';
import { readerOf } from './formats/readers.ts';
import type { Prescan, SentFile } from './formats/sent-file.ts';

/** What a worker is asked to do. */
export type PrescanTask =
  | {
      readonly do: 'prescan';
      readonly file: SentFile;
      readonly copy: string;
      readonly mayReadItself: boolean;
    }
  | {
      readonly do: 'locate';
      readonly file: SentFile;
      readonly recordNos: Float64Array;
      readonly target: string;
      /** The loader reads the file itself. */
      readonly plain: boolean;
    };

export type PrescanAnswer =
  | { readonly ok: true; readonly value: Prescan | null }
  | { readonly ok: false; readonly problem: ProblemDetails | null; readonly message: string };

/** A file below this size is read in less time than a thread takes to start. */
const WORTH_A_THREAD = 4 * 1024 * 1024;

/**
 * Counts and checks a file from its bytes and writes its records in plain form to `copy`; to none when the loader
 * `mayReadItself` and the file is plain enough, as `direct` of the facts then says.
 */
export async function prescan(
  file: SentFile,
  copy: string,
  signal: AbortSignal,
  mayReadItself = false,
): Promise<Prescan> {
  const facts = await perform({ do: 'prescan', file, copy, mayReadItself }, signal);
  if (facts === null) throw new Error('The pre-scan gave no facts.');
  return facts;
}

/** Writes `record_no,line,original` of some records to `target`: where each starts, and its text as it was sent. */
export async function locate(
  file: SentFile,
  recordNos: Float64Array,
  target: string,
  signal: AbortSignal,
  plain = false,
): Promise<void> {
  if (recordNos.length === 0) await writeFile(target, '', { mode: 0o600 });
  else await perform({ do: 'locate', file, recordNos, target, plain }, signal);
}

/** The task in this thread. */
export async function performHere(task: PrescanTask): Promise<Prescan | null> {
  const reader = await readerOf(task.file);
  if (task.do === 'prescan') return reader.prescan(task.copy, task.mayReadItself);
  await reader.locate(task.recordNos, task.target, task.plain);
  return null;
}

async function perform(task: PrescanTask, signal: AbortSignal): Promise<Prescan | null> {
  signal.throwIfAborted();
  const { size } = await stat(task.file.path);
  // Lines are counted as fast as they come, in less time than the thread that would do it.
  const short = size < WORTH_A_THREAD || (task.do === 'locate' && task.plain);
  return short ? performHere(task) : performInThread(task, signal);
}

function performInThread(task: PrescanTask, signal: AbortSignal): Promise<Prescan | null> {
  return new Promise((resolve, reject) => {
    // Its own loader, whatever started this process.
    const worker = new Worker(new URL('./prescan-worker.mjs', import.meta.url), {
      workerData: task,
      execArgv: [],
      // A thread that reads a file piece by piece needs no large nursery: it would grow to what it is given.
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
    const stop = (): void => {
      void worker.terminate();
      reject(signal.reason instanceof Error ? signal.reason : new Error('Cancelled.'));
    };
    signal.addEventListener('abort', stop, { once: true });
    worker.once('message', (answer: PrescanAnswer) => {
      if (answer.ok) resolve(answer.value);
      else reject(answer.problem ? new Problem(answer.problem) : new Error(answer.message));
    });
    worker.once('error', reject);
    worker.once('exit', () => {
      signal.removeEventListener('abort', stop);
      reject(new Error('The pre-scan ended without an answer.'));
    });
  });
}
