import type { ItemResult } from '../graph/batch.ts';
import { runBatch } from '../local/batch.ts';
import { batchRows, type BatchFollower, type BatchJob, type BatchRow } from '../refresh/batch.ts';
import { endWords } from './batch-words.ts';
import { homeFolder } from './folders.ts';
import { Progress } from './progress.ts';

export interface BatchOptions {
  readonly home?: string;
  readonly window?: number;
  readonly threads: number;
  readonly memoryLimit?: string;
  readonly temporal: boolean;
  readonly json: boolean;
}

/** Refreshes that go on at once when nobody says how many. */
export function windowOf({ window, temporal }: Pick<BatchOptions, 'window' | 'temporal'>): number {
  return window ?? (temporal ? 2 : 1);
}

/** Runs several refreshes, here or on the Temporal server, tells a person where they are, and gives a row for each. */
export async function executeBatch(
  job: BatchJob,
  options: BatchOptions,
  signal: AbortSignal,
): Promise<readonly BatchRow[]> {
  const progress = new BatchProgress(process.stderr, options.json, job);
  try {
    return batchRows(job, await resultsOf(job, options, signal, progress));
  } finally {
    progress.end();
  }
}

async function resultsOf(
  job: BatchJob,
  options: BatchOptions,
  signal: AbortSignal,
  progress: BatchProgress,
): Promise<readonly ItemResult[]> {
  if (job.items.length === 0) return [];
  if (options.temporal) {
    const { batchOnTemporal } = await import('../temporal/run-batch.ts');
    const { started, ended } = progress;
    return batchOnTemporal(job, { signal, say: (line) => progress.say(line), started, ended });
  }
  const { threads, memoryLimit } = options;
  const place = {
    home: homeFolder(options.home),
    threads,
    memoryLimit,
    signal,
    environment: process.env,
    say: (line: string) => progress.inner?.say(line),
    follow: (...event: Parameters<Progress['follow']>) => progress.inner?.follow(...event),
  };
  return runBatch(job, place, progress);
}

/** Lines of what begins and ends; on a terminal, between them, where the one that goes on is. */
class BatchProgress implements BatchFollower {
  inner: Progress | undefined;
  private begun = 0;

  constructor(
    private readonly stream: NodeJS.WriteStream,
    private readonly quiet: boolean,
    private readonly job: BatchJob,
  ) {}

  readonly started: BatchFollower['started'] = ({ name }) => {
    this.begun += 1;
    this.say(`${name} (${this.begun} of ${this.job.items.length}): started.`);
    const alone = this.job.window === 1 && this.stream.isTTY;
    this.inner = alone ? new Progress(this.stream, this.quiet) : undefined;
  };

  readonly ended: BatchFollower['ended'] = ({ name }, result) => {
    this.say(`${name}: ${endWords(result)}`);
  };

  say(line: string): void {
    this.end();
    if (!this.quiet) this.stream.write(`${line}\n`);
  }

  end(): void {
    this.inner?.end();
  }
}
