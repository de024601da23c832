import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grouped } from '../../../pipelines/runtime/words.ts';
import type { BenchOptions } from '../bench.ts';
import { startScript } from '../child.ts';
import type { Measured } from '../results.ts';
import { writeLedger } from './ledger.ts';
import { measurePeers } from './peers.ts';
import { type Pair, verdict } from './verdict.ts';
import type { WorkAnswer, WorkTask } from './work.ts';

/**
 * What taking a ledger in costs, in CPU, as ratios of work on the same file: staging with all checks over a plain
 * typed ingest, the same over a damaged ledger with repeated lines, and the pre-scan over a plain scan. Beside them
 * the plain ingest over itself, which says how far a ratio can be trusted. Each piece of work has a process of its
 * own, and the order changes from pair to pair, so that what else the machine does falls on all of them.
 */
export async function benchIntake(
  { rounds, rows, peers }: BenchOptions,
  say: (line: string) => void,
): Promise<Measured> {
  const scratch = mkdtempSync(join(tmpdir(), 'resource-map-bench-'));
  try {
    const good = await ledger(scratch, 'good', rows, false);
    const damaged = await ledger(scratch, 'damaged', rows, true);
    say(`Two ledgers of ${grouped(rows)} lines are written.`);
    const pairs: Pair[] = [];
    for (let number = 1; number <= rounds; number += 1) {
      const pair = await playPair(number, { good, damaged }, scratch);
      pairs.push(pair);
      say(`Pair ${number} of ${rounds}: staging ${(pair.stage.cpu / pair.plain.cpu).toFixed(2)}.`);
    }
    const beside = peers ? await measurePeers(scratch, Math.ceil(rows / 10), say) : [];
    return verdict(rows, pairs, beside);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Each ledger has a folder of its own, as a district's extracts have. */
export async function ledger(
  scratch: string,
  name: string,
  rows: number,
  damaged: boolean,
): Promise<string> {
  const folder = join(scratch, name);
  mkdirSync(folder);
  const file = join(folder, 'ledger.csv');
  await writeLedger(file, rows, damaged);
  return file;
}

/** Does a piece of work in a fresh process. */
export async function measure(task: WorkTask): Promise<WorkAnswer> {
  const child = startScript(join(import.meta.dirname, 'work.ts'), process.env);
  try {
    return await child.ask<WorkAnswer>(task);
  } finally {
    await child.stop();
  }
}

async function playPair(
  number: number,
  { good, damaged }: { readonly good: string; readonly damaged: string },
  scratch: string,
): Promise<Pair> {
  const tasks: readonly (readonly [keyof Pair, WorkTask['work'], string])[] = [
    ['plain', 'plain', good],
    ['stage', 'stage', good],
    ['again', 'plain', good],
    ['scan', 'scan', good],
    ['plainDamaged', 'plain', damaged],
    ['stageDamaged', 'stage keyed', damaged],
  ];
  const found: Partial<Record<keyof Pair, WorkAnswer>> = {};
  for (let turn = 0; turn < tasks.length; turn += 1) {
    const task = tasks[(number + turn) % tasks.length];
    if (task === undefined) continue;
    const [name, work, file] = task;
    found[name] = await measure({ work, file, scratch });
  }
  return found as Pair;
}
