import {
  type CalendarSpec,
  DAYS_OF_WEEK,
  MONTHS,
  type Range as UnitRange,
  type ScheduleOptions,
  ScheduleOverlapPolicy,
  type ScheduleUpdateOptions,
} from '@temporalio/client';
import type { Arrivals } from '../../transforms/config/arrivals.ts';
import type { District } from '../../transforms/config/district.ts';
import type { Schedule } from '../../transforms/config/schedule.ts';
import { type Calendar, type Field, restricts } from '../../transforms/schedules/calendar.ts';
import { calendarOf } from '../../transforms/schedules/calendar-of.ts';
import { rangesOf } from '../../transforms/schedules/ranges.ts';
import { catchUpWindow } from '../../transforms/schedules/starts.ts';
import type { RefreshRequest } from '../refresh/request.ts';
import { arrivalRequest, scheduledRequest } from '../refresh/scheduled-request.ts';
import { asJson, hashJson } from '../runtime/canonical-json.ts';
import type { ArrivalStart, ScheduledStart } from './payloads.ts';
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

/** The id of the schedule that looks for new files; no schedule of a district can be called so, because of the hyphen. */
export const arrivalsId = 'new-files';

/** A schedule as a server is given it. `digest` changes when what is declared does. */
export interface Declaration {
  readonly digest: string;
  readonly options: ScheduleUpdateOptions;
}

/** What of a district says when it is refreshed by itself. */
export type Declaring = Pick<District, 'district' | 'schedules' | 'arrivals'>;

/** All that a server must keep of a district, by id: its schedules, and the look for new files. */
export function declarationsOf(
  { district, schedules, arrivals }: Declaring,
  folders: Folders,
  searchable: boolean,
): ReadonlyMap<string, Declaration> {
  const all = new Map(
    schedules.map((one) => [one.id, declarationOf(one, district, folders, searchable)]),
  );
  if (arrivals) all.set(arrivalsId, arrivalsDeclaration(arrivals, district, folders, searchable));
  return all;
}

/** What a server must know to keep a declared schedule. */
function declarationOf(
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
  return sealed({ spec, policies, action }, searchable ? startAttributes(id, 'schedule') : null);
}

/** What a server must know to look for new files of a district. */
function arrivalsDeclaration(
  declared: Arrivals,
  { id, name }: District['district'],
  folders: Folders,
  searchable: boolean,
): Declaration {
  const start: ArrivalStart = {
    district: id,
    request: arrivalRequest(declared, folders, null),
  };
  const spec = { intervals: [{ every: declared.look_every * 1000 }] };
  const policies = {
    overlap: ScheduleOverlapPolicy.SKIP,
    // A look that was missed is made up for by the next one.
    catchupWindow: 10_000,
    pauseOnFailure: false,
  };
  const action = {
    type: 'startWorkflow' as const,
    workflowType: 'refreshOnArrival',
    workflowId: scheduleIdOf(id, arrivalsId),
    taskQueue: computeQueue,
    args: [start],
    staticSummary: `New files of ${name}`,
  };
  return sealed({ spec, policies, action }, searchable ? startAttributes(id, 'files') : null);
}

type Parts = Pick<ScheduleUpdateOptions, 'spec' | 'action'> &
  Required<Pick<ScheduleUpdateOptions, 'policies'>>;

/** With the digest of what is declared, and with search attributes where they are registered. */
function sealed(
  { spec, policies, action }: Parts,
  attributes: ReturnType<typeof startAttributes> | null,
): Declaration {
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
        ...(attributes === null ? {} : { typedSearchAttributes: attributes }),
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
