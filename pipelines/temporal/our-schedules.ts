import {
  type Client,
  type ScheduleDescription,
  type ScheduleHandle,
  ScheduleNotFoundError,
} from '@temporalio/client';
import { Problem } from '../../transforms/problem.ts';
import { owner, scheduleIdOf } from './schedule-declaration.ts';

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
