import {
  type CalendarSpec,
  DAYS_OF_WEEK,
  MONTHS,
  type Range as UnitRange,
  type ScheduleOptions,
  ScheduleOverlapPolicy,
  type ScheduleUpdateOptions,
} from '@temporalio/client';
import type { District } from '../../transforms/config/district.ts';
import type { Schedule } from '../../transforms/config/schedule.ts';
import { type Calendar, type Field, restricts } from '../../transforms/schedules/calendar.ts';
import { calendarOf } from '../../transforms/schedules/calendar-of.ts';
import { rangesOf } from '../../transforms/schedules/ranges.ts';
import { catchUpWindow } from '../../transforms/schedules/starts.ts';
import type { RefreshRequest } from '../refresh/request.ts';
import { scheduledRequest } from '../refresh/scheduled-request.ts';
import { asJson, hashJson } from '../runtime/canonical-json.ts';
import type { ScheduledStart } from './payloads.ts';
import { computeQueue } from './workflows/names.ts';
import { startAttributes } from './workflows/search-attributes.ts';

/** Where a district is read from, by every worker. */
export type Folders = Pick<RefreshRequest, 'districtFolder' | 'extractsFolder'>;

/** Tells a schedule of ours from one that somebody else has made. */
export const owner = 'resource-map';

/** How a server calls a schedule of a district, and the refreshes that it starts. */
export function scheduleIdOf(district: string, id: string): string {
  return `${owner}/${district}/${id}`;
}

/** A schedule as a server is given it. `digest` changes when what is declared does. */
export interface Declaration {
  readonly digest: string;
  readonly options: ScheduleUpdateOptions;
}

/** What a server must know to keep a declared schedule. */
export function declarationOf(
  schedule: Schedule,
  { id, name, time_zone }: District['district'],
  folders: Folders,
  searchable: boolean,
): Declaration {
  const start: ScheduledStart = {
    district: id,
    request: scheduledRequest(schedule, folders, 'schedule'),
    jitter: schedule.jitter,
    catch_up: schedule.catch_up,
  };
  const spec = {
    calendars: [calendarSpec(calendarOf(schedule))],
    timezone: time_zone,
    jitter: schedule.jitter * 1000,
  };
  const policies = {
    overlap: ScheduleOverlapPolicy.SKIP,
    catchupWindow: catchUpWindow(schedule),
    pauseOnFailure: false,
  };
  const action = {
    type: 'startWorkflow' as const,
    workflowType: 'scheduledRefresh',
    workflowId: scheduleIdOf(id, schedule.id),
    taskQueue: computeQueue,
    args: [start],
    staticSummary: `Scheduled refresh of ${name}: ${schedule.id}`,
  };
  const digest = hashJson(asJson({ spec, policies, action }));
  return {
    digest,
    options: {
      spec,
      policies,
      // The memo of the schedule itself cannot be changed later, so the digest stands in that of its workflows.
      action: {
        ...action,
        memo: { declared: digest },
        ...(searchable ? { typedSearchAttributes: startAttributes(id, 'schedule') } : {}),
      },
      state: {},
    },
  };
}

/** The memo by which a schedule is known to be ours. */
export function memoOf(district: string, id: string): NonNullable<ScheduleOptions['memo']> {
  return { owner, district, schedule: id };
}

/** The same local times, as a server has them. */
export function calendarSpec(calendar: Calendar): CalendarSpec {
  const ranges = <Unit>(field: Field, unitOf: (value: number) => Unit): UnitRange<Unit>[] | '*' =>
    restricts(calendar, field)
      ? rangesOf(calendar[field]).map(({ start, end, step }) => ({
          start: unitOf(start),
          end: unitOf(end),
          step,
        }))
      : '*';
  const same = (value: number): number => value;
  return {
    minute: ranges('minute', same),
    hour: ranges('hour', same),
    dayOfMonth: ranges('day_of_month', same),
    month: ranges('month', (value) => MONTHS[value - 1] ?? 'JANUARY'),
    dayOfWeek: ranges('day_of_week', (value) => DAYS_OF_WEEK[value] ?? 'SUNDAY'),
  };
}
