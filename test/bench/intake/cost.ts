import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grouped } from '../../../pipelines/runtime/words.ts';
import type { BenchOptions } from '../bench.ts';
import type { Measured } from '../results.ts';
import { ledger, measure } from './measure.ts';
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
