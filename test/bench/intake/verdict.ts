import { grouped } from '../../../pipelines/runtime/words.ts';
import { type Measured, median, megabytes } from '../results.ts';
import type { WorkAnswer } from './work.ts';

/** What one pair, with its control and companions, took. */
export interface Pair {
  readonly plain: WorkAnswer;
  readonly again: WorkAnswer;
  readonly stage: WorkAnswer;
  readonly scan: WorkAnswer;
  readonly plainDamaged: WorkAnswer;
  readonly stageDamaged: WorkAnswer;
}

/** What is judged, at most. */
const BOUNDS = { stage: 1.3, damaged: 1.45, prescan: 1, peakBytes: 1.3e9 } as const;

interface Ratios {
  readonly control: number;
  readonly stage: number;
  readonly damaged: number;
  readonly prescan: number;
}

function ratiosOf(pair: Pair): Ratios {
  return {
    control: pair.again.cpu / pair.plain.cpu,
    stage: pair.stage.cpu / pair.plain.cpu,
    damaged: pair.stageDamaged.cpu / pair.plainDamaged.cpu,
    prescan: pair.stage.prescanCpu / pair.scan.cpu,
  };
}

/** The table of ratios, and whether each is within its bound. */
export function verdict(rows: number, pairs: readonly Pair[], beside: readonly string[]): Measured {
  const ratios = pairs.map(ratiosOf);
  const middle = (of: (one: Ratios) => number): number => median(ratios.map(of));
  const medians: Ratios = {
    control: middle(({ control }) => control),
    stage: middle(({ stage }) => stage),
    damaged: middle(({ damaged }) => damaged),
    prescan: middle(({ prescan }) => prescan),
  };
  const cells = ({ control, stage, damaged, prescan }: Ratios): string[] =>
    [control, stage, damaged, prescan].map((ratio) => ratio.toFixed(2));
  const staged = pairs.flatMap(({ stage, stageDamaged }) => [stage, stageDamaged]);
  const peakBytes = Math.max(...staged.map((answer) => answer.peakBytes));
  const plain = median(pairs.map((pair) => pair.plain.cpu));
  const wall = median(pairs.map(({ stage, plain: { wall: of } }) => stage.wall / of));
  const setAside = pairs[0]?.stageDamaged.setAside ?? 0;
  return {
    title: `Taking in a ledger of ${grouped(rows)} lines: CPU as ratios of work on the same file`,
    columns: ['pair', 'plain again', 'staging', 'staging, damaged', 'pre-scan / scan'],
    rows: [
      ...ratios.map((ratio, at) => [String(at + 1), ...cells(ratio)]),
      ['median', ...cells(medians)],
    ],
    notes: [
      `Staging with all checks takes ${medians.stage.toFixed(2)} x the CPU of a plain typed ingest; at most ${BOUNDS.stage} is asked.`,
      `With repeated lines looked for and ${grouped(setAside)} reasons to set rows aside: ${medians.damaged.toFixed(2)} x; at most ${BOUNDS.damaged} is asked.`,
      `The pre-scan takes ${medians.prescan.toFixed(2)} x the CPU of a plain scan; at most ${BOUNDS.prescan} is asked.`,
      `At most ${megabytes(peakBytes)} MB of memory with DuckDB limited to 1 GB; at most ${megabytes(BOUNDS.peakBytes)} MB is asked.`,
      `The plain ingest took ${plain.toFixed(1)} s of CPU; pre-scan and staging ${wall.toFixed(2)} x its time by the clock on 2 threads.`,
      ...beside,
    ],
    good:
      medians.stage <= BOUNDS.stage &&
      medians.damaged <= BOUNDS.damaged &&
      medians.prescan <= BOUNDS.prescan &&
      peakBytes <= BOUNDS.peakBytes,
  };
}
