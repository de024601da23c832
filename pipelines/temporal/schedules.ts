import {
  type Client,
  ScheduleAlreadyRunning,
  type ScheduleDescription,
  type ScheduleHandle,
  ScheduleNotFoundError,
  ScheduleOverlapPolicy,
} from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { District } from '../../transforms/config/district.ts';
import { Problem } from '../../transforms/problem.ts';
import { attributesAreRegistered } from './registration.ts';
import {
  type Declaration,
  declarationOf,
  type Folders,
  memoOf,
  owner,
  scheduleIdOf,
} from './schedule-declaration.ts';
import { isRegistered } from './workflows/search-attributes.ts';

/** What `apply` has done with a schedule. */
export interface AppliedSchedule {
  readonly id: string;
  readonly change: 'created' | 'updated' | 'unchanged' | 'deleted';
  readonly paused: boolean;
  /** The server's own next times. */
  readonly next: readonly Date[];
}

/**
 * Makes the server's schedules of a district those that it declares. Whether they are paused stays as it is. Schedules
 * that are not ours are never touched: when one has an id of ours, nothing is changed at all.
 */
export async function applySchedules(
  client: Client,
  { district, schedules }: Pick<District, 'district' | 'schedules'>,
  folders: Folders,
): Promise<readonly AppliedSchedule[]> {
  const searchable = await attributesAreRegistered(client);
  for (const { id } of schedules) await describeOurs(client, district.id, id);
  const applied: AppliedSchedule[] = [];
  for (const schedule of schedules) {
    const declaration = declarationOf(schedule, district, folders, searchable);
    applied.push(await applyOne(client, district.id, schedule.id, declaration, searchable));
  }
  const declared = new Set(schedules.map(({ id }) => id));
  for (const id of await idsOf(client, district.id)) {
    if (declared.has(id)) continue;
    await handleOf(client, district.id, id).delete();
    applied.push({ id, change: 'deleted', paused: false, next: [] });
  }
  return applied;
}

async function applyOne(
  client: Client,
  district: string,
  id: string,
  declaration: Declaration,
  searchable: boolean,
): Promise<AppliedSchedule> {
  const { digest, options } = declaration;
  const before = await describeOurs(client, district, id);
  const handle = handleOf(client, district, id);
  const same = digestOf(before) === digest && isSearchable(before) === searchable;
  if (!before) {
    try {
      await client.schedule.create({
        ...options,
        scheduleId: handle.scheduleId,
        memo: memoOf(district, id),
        state: {},
      });
    } catch (error) {
      // Somebody was faster: theirs is looked at in its turn.
      if (!(error instanceof ScheduleAlreadyRunning)) throw error;
      return applyOne(client, district, id, declaration, searchable);
    }
  } else if (!same) {
    await handle.update(({ state: { paused, note } }) => ({
      ...options,
      state: { paused, ...(note === undefined ? {} : { note }) },
    }));
  }
  const { info, state } = await handle.describe();
  const change = before ? (same ? 'unchanged' : 'updated') : 'created';
  return { id, change, paused: state.paused, next: info.nextActionTimes };
}

function isSearchable(description: ScheduleDescription | undefined): boolean {
  const attributes = description?.action.typedSearchAttributes;
  return attributes instanceof TypedSearchAttributes && isRegistered(attributes);
}

/** The digest of the declaration that a schedule was applied with. */
export function digestOf(description: ScheduleDescription | undefined): unknown {
  return description?.action.memo?.['declared'];
}

export function handleOf(client: Client, district: string, id: string): ScheduleHandle {
  return client.schedule.getHandle(scheduleIdOf(district, id));
}

/** A schedule of ours as the server has it; undefined when it has none. Refused when it is somebody else's. */
export async function describeOurs(
  client: Client,
  district: string,
  id: string,
): Promise<ScheduleDescription | undefined> {
  const description = await describeIfThere(handleOf(client, district, id));
  if (!description || isOurs(description.memo, district)) return description;
  throw new Problem({
    code: 'schedule_of_another',
    what: `The server has a schedule ${description.scheduleId} that this program has not made.`,
    fix: 'Give the schedule another id in district.yaml, or have its owner remove it.',
  });
}

async function describeIfThere(handle: ScheduleHandle): Promise<ScheduleDescription | undefined> {
  try {
    return await handle.describe();
  } catch (error) {
    if (error instanceof ScheduleNotFoundError) return undefined;
    throw error;
  }
}

/** The ids of our schedules of a district that the server has, whether they are declared or not. */
export async function idsOf(client: Client, district: string): Promise<readonly string[]> {
  const prefix = scheduleIdOf(district, '');
  const ids: string[] = [];
  for await (const { scheduleId } of client.schedule.list({ pageSize: 200 })) {
    if (!scheduleId.startsWith(prefix)) continue;
    // The list lags behind: what it says of memos, and of what is there, is asked again.
    const description = await describeIfThere(client.schedule.getHandle(scheduleId));
    if (isOurs(description?.memo, district)) ids.push(scheduleId.slice(prefix.length));
  }
  return ids.sort();
}

function isOurs(memo: ScheduleDescription['memo'], district: string): boolean {
  return memo?.['owner'] === owner && memo['district'] === district;
}

/** One start that a person asks of a schedule now: what came of it. */
export async function triggerSchedule(
  client: Client,
  { id: district, name }: District['district'],
  id: string,
): Promise<{ readonly started: boolean }> {
  const handle = handleOf(client, district, id);
  const before = (await described(client, district, name, id)).info;
  await handle.trigger(ScheduleOverlapPolicy.SKIP);
  for (let waited = 0; waited < 10_000; waited += 200) {
    const { info } = await handle.describe();
    if (info.numActionsTaken > before.numActionsTaken) return { started: true };
    if (info.numActionsSkippedOverlap > before.numActionsSkippedOverlap) return { started: false };
    await pause(200);
  }
  throw new Problem({
    code: 'trigger_unanswered',
    what: 'The server has taken the request and has started nothing yet.',
    fix: 'Look at: resource-map schedule list',
  });
}

/** Pauses, resumes or deletes one schedule of a district. */
export async function changeSchedule(
  client: Client,
  { id: district, name }: District['district'],
  id: string,
  change: 'pause' | 'resume' | 'delete',
  note: string | undefined,
): Promise<void> {
  await described(client, district, name, id);
  const handle = handleOf(client, district, id);
  if (change === 'pause') await handle.pause(note ?? 'Paused by resource-map');
  else if (change === 'resume') await handle.unpause(note ?? 'Resumed by resource-map');
  else await handle.delete();
}

async function described(
  client: Client,
  district: string,
  name: string,
  id: string,
): Promise<ScheduleDescription> {
  const description = await describeOurs(client, district, id);
  if (description) return description;
  throw new Problem({
    code: 'schedule_not_applied',
    what: `The server has no schedule ${id} of ${name}.`,
    fix: 'Run: resource-map schedule apply, or look at what it has: resource-map schedule list.',
    exit: 2,
  });
}
