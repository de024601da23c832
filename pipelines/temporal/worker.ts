import { DefaultLogger, type NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { readProgram } from '../refresh/program.ts';
import { refreshActivities } from './activities/activities.ts';
import { OpenRuns } from './activities/open-runs.ts';
import { workflowBundle } from './bundle.ts';
import { shareWorker, type WorkerWishes } from './capacity.ts';
import { connectWorker, withClient } from './connection.ts';
import { registerAttributes } from './registration.ts';
import { computeQueue, siteQueue } from './workflows/names.ts';

export interface WorkerOptions extends WorkerWishes {
  readonly home: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Seconds that running steps have to end once the worker is asked to stop. */
  readonly drain: number;
  /** Aborts when the worker is to stop. */
  readonly signal: AbortSignal;
  /** Told what goes on, a line at a time. */
  readonly say: (line: string) => void;
}

/** How often a step that runs tells the server that it lives; it learns by the answer that it is cancelled. */
const throttle = '1 second';

/** After its drain time a step is interrupted, which takes moments; then the worker ends whatever happens. */
const forceAfter = 15;

/** Works off workflows and their steps until `signal` aborts and what runs has ended or was interrupted. */
export async function runWorker(options: WorkerOptions): Promise<void> {
  const { say, signal, drain } = options;
  // Signals are the command's; Temporal's own messages are for people who run servers.
  Runtime.install({
    shutdownSignals: [],
    logger: new DefaultLogger('ERROR', ({ message }) => say(`Temporal: ${message}`)),
  });
  const [program, codePath] = await Promise.all([readProgram(), workflowBundle()]);
  const { slots, engine } = shareWorker(options);
  const { connection, address, namespace } = await connectWorker();
  try {
    const runs = new OpenRuns({ ...options, program, engine });
    const activities = { ...refreshActivities(runs) };
    const shared = {
      connection,
      namespace,
      activities,
      maxHeartbeatThrottleInterval: throttle,
      defaultHeartbeatThrottleInterval: throttle,
      shutdownGraceTime: `${drain} seconds`,
      shutdownForceTime: `${drain + forceAfter} seconds`,
    } as const;
    const workers = [
      await Worker.create({
        ...shared,
        taskQueue: computeQueue,
        workflowBundle: { codePath },
        maxConcurrentActivityTaskExecutions: slots,
      }),
      ...(options.site ? [await siteWorker(shared)] : []),
    ];
    for (const line of await withClient(registerAttributes)) say(line);
    const { threads = 1, memoryLimit = '' } = engine;
    say(
      `Working for ${address}, namespace ${namespace}: ${slots} steps at once, ` +
        `each with ${threads} ${threads === 1 ? 'thread' : 'threads'} and ${memoryLimit}` +
        `${options.site ? ', and report sites one at a time' : ''}. Ctrl-C ends it.`,
    );
    const stop = (): void => {
      say(`Stopping: steps that run have ${drain} seconds to end.`);
      for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
    await runAll(workers);
  } finally {
    await connection.close();
  }
}

async function siteWorker(shared: {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly activities: object;
}): Promise<Worker> {
  return Worker.create({ ...shared, taskQueue: siteQueue, maxConcurrentActivityTaskExecutions: 1 });
}

/** Runs workers until all have ended; when one cannot go on, the others end too. */
async function runAll(workers: readonly Worker[]): Promise<void> {
  const runs = workers.map(async (worker) => {
    try {
      await worker.run();
    } catch (error) {
      for (const other of workers) if (other.getState() === 'RUNNING') other.shutdown();
      throw error;
    }
  });
  const failed = (await Promise.allSettled(runs)).find((run) => run.status === 'rejected');
  if (failed) throw failed.reason;
}
