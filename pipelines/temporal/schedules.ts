import {
  type Client,
  ScheduleAlreadyRunning,
  type ScheduleDescription,
  ScheduleOverlapPolicy,
} from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { District } from '../../transforms/config/district.ts';
import { Problem } from '../../transforms/problem.ts';
import { attributesAreRegistered } from './registration.ts';
import {
  type Declaration,
  declarationsOf,
  type Declaring,
  type Folders,
  memoOf,
} from './schedule-declaration.ts';
import { describeOurs, digestOf, handleOf, idsOf } from './our-schedules.ts';
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
  declaring: Declaring,
  folders: Folders,
): Promise<readonly AppliedSchedule[]> {
  const { district } = declaring;
  const searchable = await attributesAreRegistered(client);
  const declarations = declarationsOf(declaring, folders, searchable);
  for (const id of declarations.keys()) await describeOurs(client, district.id, id);
  const applied: AppliedSchedule[] = [];
  for (const [id, declaration] of declarations) {
    applied.push(await applyOne(client, district.id, id, declaration, searchable));
  }
  const declared = new Set(declarations.keys());
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
