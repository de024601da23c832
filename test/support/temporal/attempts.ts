import type { Client } from '@temporalio/client';

/** How often an activity was tried in a run of a workflow, by its id; the last try of each is what the server keeps. */
export async function attemptsOf(
  client: Client,
  workflowId: string,
): Promise<ReadonlyMap<string, number>> {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  const attempts = new Map<string, number>();
  for (const { activityTaskStartedEventAttributes: started } of events ?? []) {
    if (!started) continue;
    const scheduled = events?.find(({ eventId }) => eventId?.eq(started.scheduledEventId ?? 0));
    const about = scheduled?.activityTaskScheduledEventAttributes;
    const name = about?.activityType?.name ?? '';
    // Steps are told by their ids, what a run has once by its type.
    const id = name === 'makeStep' ? (about?.activityId ?? '') : name;
    attempts.set(id, Math.max(attempts.get(id) ?? 0, started.attempt ?? 0));
  }
  return attempts;
}
