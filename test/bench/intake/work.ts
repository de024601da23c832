import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { scanSent } from '../../../pipelines/materialize/staging/scan-sent.ts';
import { stageScanned } from '../../../pipelines/materialize/staging.ts';
import { checkWithZod } from './by-zod.ts';
import { ingestPlainly, scanPlainly } from './plain.ts';
import { ledgerRequest } from './request.ts';

/** A piece of work on a ledger that a process of its own does. */
export interface WorkTask {
  readonly work: 'plain' | 'scan' | 'stage' | 'stage keyed' | 'zod';
  readonly file: string;
  /** A folder for what it writes. */
  readonly scratch: string;
}

/** What the work took: seconds of CPU, of user and system together, and the most memory that the process has held. */
export interface WorkAnswer {
  readonly cpu: number;
  /** Of staging alone: what its pre-scan took. */
  readonly prescanCpu: number;
  readonly wall: number;
  readonly peakBytes: number;
  /** Rows read, good or not. */
  readonly rows: number;
  readonly setAside: number;
}

/** What DuckDB is given, whoever uses it. */
const limits = { threads: 2, memoryLimit: '1GB' };

async function perform({ work, file, scratch }: WorkTask): Promise<WorkAnswer> {
  const engine = { ...limits, temporaryDirectory: join(scratch, 'spill') };
  const target = join(scratch, 'written');
  const request =
    work === 'stage' || work === 'stage keyed'
      ? await ledgerRequest(limits, file, work === 'stage keyed')
      : null;
  const started = performance.now();
  const began = cpuSeconds();
  const answer = (counts: { rows: number; setAside?: number }, from = began): WorkAnswer => ({
    cpu: cpuSeconds() - from,
    prescanCpu: from - began,
    wall: (performance.now() - started) / 1000,
    peakBytes: process.resourceUsage().maxRSS * 1024,
    setAside: 0,
    ...counts,
  });
  if (request !== null) {
    const facts = await scanSent(request);
    const scanned = cpuSeconds();
    const { relations } = await stageScanned(request, facts);
    const setAside = relations['staging.quarantined_rows']?.rows ?? 0;
    const told = answer({ rows: facts.records, setAside }, scanned);
    await rm(request.directory, { recursive: true });
    return told;
  }
  if (work === 'scan') return answer({ rows: await scanPlainly(engine, file) });
  if (work === 'zod') return answer(await checkWithZod(file, target));
  return answer({ rows: await ingestPlainly(engine, file, target) });
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

process.on('message', (task: WorkTask) => {
  perform(task).then(
    (answer) => process.send?.(answer),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
