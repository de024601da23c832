import type { District } from '../../transforms/config/district.ts';
import type { RunAbout } from '../runtime/run-log.ts';
import type { BatchItem } from './batch.ts';
import { isYearByYear, yearParameter } from './ledger-years.ts';

/** Which years of a range a backfill makes: all, those that it has not made well, or those that failed or are blocked. */
export type WhichYears = 'all' | 'missing' | 'failed';

/** The last backfill of a year. */
export interface LastTry {
  readonly engine: RunAbout['engine'];
  /** `stopped`: by a person or a power cut; `silent`: it has not ended, and nothing was heard of it for long. */
  readonly state: 'made' | 'failed' | 'blocked' | 'stopped' | 'silent' | 'running';
}

/** Whether a backfill makes a year, and why, or why not. */
export interface YearDecision {
  readonly year: number;
  readonly make: boolean;
  readonly why: string;
}

/** Decides by what became of the last backfill of each year. A year of which one goes on is left to it. */
export function decideYears(
  years: readonly number[],
  which: WhichYears,
  last: ReadonlyMap<number, LastTry>,
  engine: LastTry['engine'],
): readonly YearDecision[] {
  return years.map((year) => {
    const state = stateOf(last.get(year), engine);
    return { year, make: MADE_BY[which].includes(state), why: WHY[state] };
  });
}

type YearState = LastTry['state'] | 'never';

function stateOf(last: LastTry | undefined, engine: LastTry['engine']): YearState {
  if (!last) return 'never';
  // Whether it goes on, the server knows better than its log: it refuses a second one by itself.
  if (last.state === 'running' && last.engine === 'temporal' && engine === 'temporal') {
    return 'silent';
  }
  return last.state;
}

const MADE_BY: Readonly<Record<WhichYears, readonly YearState[]>> = {
  all: ['never', 'made', 'failed', 'blocked', 'stopped', 'silent'],
  missing: ['never', 'failed', 'blocked', 'stopped', 'silent'],
  failed: ['failed', 'blocked'],
};

const WHY: Readonly<Record<YearState, string>> = {
  never: 'it was never backfilled',
  made: 'its last backfill ended well',
  failed: 'its last backfill failed',
  blocked: 'its last backfill was blocked by a check',
  stopped: 'its last backfill was stopped before its end',
  silent: 'its last backfill has not told of its end',
  running: 'a backfill of it is going on',
};

/** The years to make, each as a refresh of its own. */
export function yearItems(
  district: District,
  set: Readonly<Record<string, string>>,
  decisions: readonly YearDecision[],
): readonly BatchItem[] {
  return decisions
    .filter(({ make }) => make)
    .map(({ year }) => ({
      district: district.district.id,
      year,
      name: `Fiscal year ${year}`,
      asks: {
        years: [year],
        ...(isYearByYear(district) ? { set: { ...set, [yearParameter]: String(year) } } : {}),
      },
    }));
}
