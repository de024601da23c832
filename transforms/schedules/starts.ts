import { createHash } from 'node:crypto';
import type { Schedule } from '../config/schedule.ts';
import { firingsAfter } from './firing-times.ts';

/** One start of a schedule. */
export interface Start {
  /** The time that is declared. */
  readonly nominal: Date;
  /** When it comes: so much later as the schedule's jitter makes it. */
  readonly due: Date;
}

/** All starts of a schedule after a declared time, in order; each comes before the next one is declared. */
export function* startsAfter(
  district: string,
  schedule: Pick<Schedule, 'id' | 'cron' | 'calendar' | 'jitter'>,
  zone: string,
  after: Date,
): Generator<Start> {
  let nominal: Date | undefined;
  for (const following of firingsAfter(schedule, zone, after)) {
    if (nominal) {
      const gap = following.getTime() - nominal.getTime();
      const most = Math.min(schedule.jitter * 1000, gap);
      const share = shareOf(`${district}/${schedule.id}/${nominal.toISOString()}`);
      yield { nominal, due: new Date(nominal.getTime() + Math.floor(share * most)) };
    }
    nominal = following;
  }
}

/** From 0 to 1, the same for the same text: who starts again finds the same time. */
function shareOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32;
}

/** The starts that are due by now, and the next one. */
export interface Look {
  /** Those that are still worth making up for, in order. */
  readonly due: readonly Start[];
  /** Those that are not. */
  readonly missed: readonly Start[];
  readonly next: Start | undefined;
}

/** A start that comes so late, in seconds, is on time, whatever `catch_up` says: a Temporal server has the same limit. */
const shortest = 10;

/** For how long a start of a schedule is made up for, in milliseconds. */
export function catchUpWindow({ catch_up }: Pick<Schedule, 'catch_up'>): number {
  return Math.max(catch_up, shortest) * 1000;
}

/** What has become of a schedule since the last of its times that was dealt with. */
export function lookAt(
  district: string,
  schedule: Pick<Schedule, 'id' | 'cron' | 'calendar' | 'jitter' | 'catch_up'>,
  zone: string,
  handled: Date,
  now: Date,
): Look {
  const oldest = now.getTime() - catchUpWindow(schedule);
  const due: Start[] = [];
  const missed: Start[] = [];
  for (const start of startsAfter(district, schedule, zone, handled)) {
    if (start.due > now) return { due, missed, next: start };
    (start.due.getTime() < oldest ? missed : due).push(start);
  }
  return { due, missed, next: undefined };
}
