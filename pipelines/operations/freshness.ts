import type { District } from '../../transforms/config/district.ts';
import type { Expectation } from '../../transforms/config/freshness.ts';
import type { LastTimes } from './last-times.ts';

export type FreshnessState = 'fresh' | 'late' | 'stale';

/** How new something is, and whether that is as new as the district expects. */
export interface Freshness {
  readonly topic: 'refresh' | 'data' | 'source';
  /** The id of the source. */
  readonly source: string | null;
  /** A time in UTC, or of the data a day; null when there never was one. */
  readonly since: string | null;
  readonly age_seconds: number | null;
  /** Null where the district declares no expectation. */
  readonly state: FreshnessState | null;
  readonly late_after_seconds: number | null;
  readonly stale_after_seconds: number | null;
}

export interface FreshnessFacts {
  readonly district: Pick<District, 'district' | 'freshness' | 'sources'>;
  readonly now: Date;
  readonly times: LastTimes;
  /** The day that the map which readers see is as of. */
  readonly asOf: string | null;
}

/** What is fresh, late or stale; what is not declared has its age and no judgement. */
export function describeFreshness(facts: FreshnessFacts): readonly Freshness[] {
  const { district, now, times, asOf } = facts;
  const timed = (
    topic: 'refresh' | 'source',
    source: string | null,
    since: string | null,
    expected: Expectation | undefined,
  ): Freshness => ({
    topic,
    source,
    ...judge(since, since === null ? null : ageOf(since, now), expected),
  });
  const today = dayIn(now, district.district.time_zone);
  return [
    timed('refresh', null, times.refresh, district.freshness.refresh),
    {
      topic: 'data',
      source: null,
      ...judge(
        asOf,
        asOf === null ? null : daysBetween(asOf, today) * 86_400,
        district.freshness.data,
      ),
    },
    ...district.sources.map(({ id, freshness }) =>
      timed('source', id, times.sources.get(id) ?? null, freshness),
    ),
  ];
}

/** What was never there is as stale as can be, where something is expected. */
function judge(
  since: string | null,
  age: number | null,
  expected: Expectation | undefined,
): Omit<Freshness, 'topic' | 'source'> {
  const seconds = age === null ? null : Math.max(0, age);
  return {
    since,
    age_seconds: seconds,
    state: expected ? stateOf(seconds ?? Number.POSITIVE_INFINITY, expected) : null,
    late_after_seconds: expected?.late_after ?? null,
    stale_after_seconds: expected?.stale_after ?? null,
  };
}

function stateOf(age: number, { late_after, stale_after }: Expectation): FreshnessState {
  if (age > stale_after) return 'stale';
  return age > late_after ? 'late' : 'fresh';
}

function ageOf(since: string, now: Date): number {
  return Math.floor((now.getTime() - Date.parse(since)) / 1000);
}

/** The day that the district's calendar shows. */
function dayIn(now: Date, timeZone: string): string {
  // Canada writes a day as the standard does: 2026-11-22.
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
