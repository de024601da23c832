import { durationWords } from '../../transforms/config/duration.ts';
import type { Freshness } from './freshness.ts';
import type { Run, RunState } from './run.ts';
import type { Accepted } from './status.ts';
import type { MadeByBackfill } from './unapproved.ts';

/** A time as the district's clocks show it: `Nov 22, 2026, 4:39 AM EST`. */
export function timeWords(at: string, timeZone: string): string {
  const form = { dateStyle: 'medium', timeStyle: 'long', timeZone } as const;
  return new Intl.DateTimeFormat('en-US', form)
    .format(new Date(at))
    .replace(/:\d\d(?= ?[AP]M)/, '')
    .replaceAll('\u202f', ' ');
}

/** A day: `June 30, 2026`. */
function dayWords(day: string): string {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(day),
  );
}

/** How long a step or a run took: `0.4 s`, `12 s`, `3 min 20 s`, `1 h 5 min`. */
export function tookWords(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const [minutes, hours] = [Math.floor(whole / 60), Math.floor(whole / 3600)];
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min ${whole % 60} s`;
}

/** An age in its largest unit, which is enough to judge by: `3 days ago`. */
export function agoWords(seconds: number): string {
  const size = [86_400, 3600, 60].find((unit) => seconds >= unit);
  return size === undefined ? 'just now' : `${durationWords(seconds - (seconds % size))} ago`;
}

/** What started a run, as a person would say it. */
export function triggerWords({ trigger, schedule, years }: Run): string {
  const plan = schedule === null ? 'schedule' : `schedule ${schedule}`;
  switch (trigger) {
    case 'manual':
      return 'by hand';
    case 'schedule':
      return plan;
    case 'catch_up':
      return `${plan}, caught up`;
    case 'backfill':
      return years === null ? 'backfill' : `backfill of ${years.join(', ')}`;
    case 'batch':
      return 'with other districts';
    case 'check':
      return 'a check alone';
    case 'files':
      return 'new files';
  }
}

/** How a run ended, in a word or two. */
export const STATE_WORDS: Readonly<Record<RunState, string>> = {
  made: 'done',
  failed: 'failed',
  blocked: 'blocked by a check',
  cancelled: 'stopped',
  running: 'running',
  interrupted: 'interrupted',
  no_news: 'no news',
  skipped: 'skipped',
};

/** How new something is: what, since when, and whether that is as expected. */
export interface FreshnessWords {
  readonly what: string;
  readonly since: string;
  readonly age: string;
  readonly expected: string;
}

export function freshnessWords(line: Freshness, timeZone: string): FreshnessWords {
  const what = {
    refresh: 'Last refresh that ended well',
    data: 'Data as of',
    source: `Last new file of ${line.source ?? ''}`,
  }[line.topic];
  const { since, age_seconds: age, late_after_seconds: late, stale_after_seconds: stale } = line;
  return {
    what,
    since: sinceWords(line, timeZone),
    age: age === null || since === null ? '' : ageWords(line.topic, age),
    expected:
      late === null || stale === null
        ? ''
        : `late after ${durationWords(late)}, stale after ${durationWords(stale)}`,
  };
}

function sinceWords({ topic, since }: Freshness, timeZone: string): string {
  if (since === null) return topic === 'data' ? 'not known' : 'none yet';
  return topic === 'data' ? dayWords(since) : timeWords(since, timeZone);
}

/** The data are as of a day, so their age is told in days. */
function ageWords(topic: Freshness['topic'], age: number): string {
  if (topic !== 'data') return agoWords(age);
  return age < 86_400 ? 'today' : `${durationWords(age - (age % 86_400))} ago`;
}

/** `Accepted by Jane Doe: not yet assigned limit 2025 (new codes are on their way)` */
export function acceptedWords({ check, partition, reason, by }: Accepted): string {
  const who = by === null ? '' : ` by ${by}`;
  const year = partition === 'all' ? '' : ` ${partition}`;
  return `Accepted${who}: ${check.replaceAll('_', ' ')}${year} (${reason})`;
}

/** `Also made and not approved: edition 0123456789ab (fiscal year 2021), ...` */
export function alsoMadeWords(also: readonly MadeByBackfill[]): string {
  const each = also.map(({ edition, years }) => {
    const what = years.length === 1 ? 'fiscal year' : 'fiscal years';
    return `edition ${edition} (${what} ${years.join(', ')})`;
  });
  return `Also made and not approved: ${each.join(', ')}.`;
}
