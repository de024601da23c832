import { parentPort, workerData } from 'node:worker_threads';
import { Problem } from '../../transforms/problem.ts';
import { performHere, type PrescanAnswer, type PrescanTask } from './prescan.ts';

/** The thread's whole life: one task, one answer. Errors cross as data, since a class does not survive the crossing. */
async function answer(task: PrescanTask): Promise<PrescanAnswer> {
  try {
    return { ok: true, value: await performHere(task) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (!(error instanceof Problem)) return { ok: false, problem: null, message };
    const { code, rule, what, fix, where } = error;
    return {
      ok: false,
      problem: { code, what, fix, where, ...(rule === undefined ? {} : { rule }) },
      message,
    };
  }
}

parentPort?.postMessage(await answer(workerData as PrescanTask));
