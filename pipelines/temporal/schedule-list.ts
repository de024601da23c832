import {
  type Client,
  type ScheduleDescription,
  type ScheduleExecutionResult,
  WorkflowFailedError,
  WorkflowNotFoundError,
} from '@temporalio/client';
import { cronText } from '../../transforms/schedules/cron.ts';
import { calendarOf } from '../../transforms/schedules/calendar-of.ts';
import { firingTimes } from '../../transforms/schedules/firing-times.ts';
import type { ScheduledOutcome, ScheduledStart } from './payloads.ts';
import {
  arrivalsId,
  declarationsOf,
  type Declaring,
  type Folders,
} from './schedule-declaration.ts';
import { describeOurs, digestOf, idsOf } from './our-schedules.ts';

/** What became of one start of a schedule. */
export interface StartOutcome {
  readonly at: Date;
  readonly workflow: string;
  readonly outcome: ScheduledOutcome['outcome'] | 'running' | 'failed' | 'stopped' | 'not kept';
  /** The edition, why it was skipped, or what went wrong. */
  readonly what: string | null;
}

/** A schedule as district.yaml declares it beside what the server has. */
export interface ListedSchedule {
  readonly id: string;
  /** As a cron line; null of the look for new files, and when it is declared no more. */
  readonly cron: string | null;
  /** Of the look for new files: how often it is taken, in seconds. */
  readonly every: number | null;
  readonly state: 'running' | 'paused' | 'not applied' | 'declared no more';
  /** Whether district.yaml says something else since it was applied. */
  readonly changed: boolean;
  /** Why it is paused. */
  readonly note: string | null;
  readonly next: readonly Date[];
  /** The newest first. */
  readonly last: readonly StartOutcome[];
  /** Starts that the server did not make because the one before went on, and because they came too late. */
  readonly skipped: number;
  readonly missed: number;
}

const mostOutcomes = 5;
const mostTimes = 3;

/** The schedules that a district declares, and those of ours that the server has. */
export async function listSchedules(
  client: Client,
  declaring: Declaring,
  now: Date,
): Promise<readonly ListedSchedule[]> {
  const { district } = declaring;
  const listed: ListedSchedule[] = [];
  const declared = declaredTimes(declaring, now);
  for (const [id, { cron, every, next }] of declared) {
    const description = await describeOurs(client, district.id, id);
    if (description) {
      const declarations = declarationsOf(declaring, foldersIn(description), false);
      const changed = digestOf(description) !== declarations.get(id)?.digest;
      listed.push({ ...(await describe(client, id, description)), cron, every, changed });
    } else listed.push({ ...notApplied, id, cron, every, next });
  }
  for (const id of await idsOf(client, district.id)) {
    const description = declared.has(id) ? undefined : await describeOurs(client, district.id, id);
    if (!description) continue;
    listed.push({ ...(await describe(client, id, description)), state: 'declared no more' });
  }
  return listed;
}

type Times = Pick<ListedSchedule, 'cron' | 'every' | 'next'>;

/** When each of what a district declares starts, by id. */
function declaredTimes(
  { district, schedules, arrivals }: Declaring,
  now: Date,
): ReadonlyMap<string, Times> {
  const times = new Map<string, Times>(
    schedules.map((schedule) => {
      const next = firingTimes(schedule, district.time_zone, now, mostTimes);
      return [schedule.id, { cron: cronText(calendarOf(schedule)), every: null, next }];
    }),
  );
  if (arrivals) times.set(arrivalsId, { cron: null, every: arrivals.look_every, next: [] });
  return times;
}

/** Where it was told to read the district: not what the person who lists it would say. */
function foldersIn({ action }: ScheduleDescription): Folders {
  const [start] = action.args as readonly ScheduledStart[];
  const { districtFolder = '', extractsFolder = '' } = start?.request ?? {};
  return { districtFolder, extractsFolder };
}

const notApplied = {
  state: 'not applied' as const,
  changed: false,
  note: null,
  last: [],
  skipped: 0,
  missed: 0,
};

async function describe(
  client: Client,
  id: string,
  { state, info }: ScheduleDescription,
): Promise<ListedSchedule> {
  const recent = info.recentActions.slice(-mostOutcomes).reverse();
  return {
    id,
    cron: null,
    every: null,
    state: state.paused ? 'paused' : 'running',
    changed: false,
    note: state.paused ? (state.note ?? null) : null,
    next: info.nextActionTimes.slice(0, mostTimes),
    last: await Promise.all(recent.map((action) => outcomeOf(client, action))),
    skipped: info.numActionsSkippedOverlap,
    missed: info.numActionsMissedCatchupWindow,
  };
}

async function outcomeOf(
  client: Client,
  { takenAt, action }: ScheduleExecutionResult,
): Promise<StartOutcome> {
  const { workflowId, firstExecutionRunId } = action.workflow;
  const told = (outcome: StartOutcome['outcome'], what: string | null): StartOutcome => ({
    at: takenAt,
    workflow: workflowId,
    outcome,
    what,
  });
  try {
    const handle = client.workflow.getHandle(workflowId, firstExecutionRunId);
    const { status } = await handle.describe();
    if (status.name === 'RUNNING') return told('running', null);
    if (status.name === 'CANCELLED' || status.name === 'TERMINATED') return told('stopped', null);
    const { outcome, what } = (await handle.result()) as ScheduledOutcome;
    return told(outcome, what);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return told('not kept', null);
    if (!(error instanceof WorkflowFailedError)) throw error;
    return told('failed', innermost(error));
  }
}

/** A failure of a child is told by its causes, the last of which says what happened. */
function innermost(error: Error): string {
  return error.cause instanceof Error ? innermost(error.cause) : error.message;
}
