import { durationWords } from '../../transforms/config/duration.ts';
import type { District } from '../../transforms/config/district.ts';
import { localWords } from '../../transforms/schedules/time-zone.ts';
import type { ListedSchedule, StartOutcome } from '../temporal/schedule-list.ts';
import type { AppliedSchedule } from '../temporal/schedules.ts';
import { countOf } from '../runtime/words.ts';

const mostTimes = 3;

/** What `schedule apply` has done, and when each schedule starts next. */
export function appliedLines(
  { district: { name, time_zone } }: Pick<District, 'district'>,
  applied: readonly AppliedSchedule[],
): readonly string[] {
  if (applied.length === 0) {
    return [`${name} declares no schedules, and the server has none of it. See data/README.md.`];
  }
  return applied.flatMap(({ id, change, paused, next }) => {
    const state = paused ? ' It is paused: nothing starts until it is resumed.' : '';
    const gone = change === 'deleted' ? ', because district.yaml declares it no more' : '';
    return [
      `${name}, ${id}: ${change}${gone}.${state}`,
      ...(change === 'deleted' || paused ? [] : nextLines(next, time_zone)),
    ];
  });
}

/** The schedules of a district, as they are declared and as the server has them. */
export function listedLines(
  { district: { name, time_zone } }: Pick<District, 'district'>,
  listed: readonly ListedSchedule[],
): readonly string[] {
  if (listed.length === 0) return [`${name} declares no schedules, and the server has none of it.`];
  return listed.flatMap((one) => [
    `${name}, ${one.id}${timesWords(one)}: ${stateWords(one)}.`,
    ...(one.state === 'running' && one.every === null ? nextLines(one.next, time_zone) : []),
    ...one.last.map((outcome) => `  ${outcomeWords(outcome, time_zone)}`),
    // That a look falls out while the refresh that one has started goes on is as it should be.
    ...(one.every === null ? countWords(one) : []),
  ]);
}

function timesWords({ cron, every }: ListedSchedule): string {
  if (every !== null) return ` (looked for every ${durationWords(every)})`;
  return cron === null ? '' : ` (${cron})`;
}

function stateWords({ state, changed, note }: ListedSchedule): string {
  const words = {
    running: 'on',
    paused: `paused${note === null ? '' : ` (${note})`}`,
    'not applied': 'not on the server yet: run schedule apply',
    'declared no more': 'on the server, but district.yaml declares it no more: run schedule apply',
  }[state];
  return changed ? `${words}; district.yaml has changed since: run schedule apply` : words;
}

function nextLines(next: readonly Date[], zone: string): readonly string[] {
  return next.slice(0, mostTimes).map((time) => `  starts ${localWords(zone, time)}`);
}

function outcomeWords({ at, outcome, what }: StartOutcome, zone: string): string {
  const words = {
    made: `done${what === null ? '' : `, edition ${what}`}`,
    blocked: 'blocked by a check; status tells which',
    skipped: `skipped, because ${what ?? 'a refresh was going on'}`,
    running: 'goes on',
    failed: `failed: ${what ?? ''}`,
    stopped: 'stopped',
    nothing_new: what ?? 'no new files',
    'not kept': 'the server keeps its outcome no longer',
  }[outcome];
  return `${localWords(zone, at)}: ${words}`;
}

function countWords({ skipped, missed }: ListedSchedule): readonly string[] {
  return [
    ...(skipped > 0
      ? [`  ${countOf(skipped, 'start')} skipped so far, because the one before went on`]
      : []),
    ...(missed > 0
      ? [`  ${countOf(missed, 'start')} missed so far, too long ago to be made up for`]
      : []),
  ];
}
