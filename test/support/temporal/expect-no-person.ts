import type { Client } from '@temporalio/client';
import { expect } from 'vitest';
import { canaries } from './canaries.ts';
import { keptRuns, keptSchedules } from './dump.ts';

const mostPayload = 64 * 1024;

/** What the server keeps of a namespace names no person and no pseudonym, and no payload of it is large. */
export async function expectNoPerson(
  client: Client,
  /** Numbers and pseudonyms of persons. */
  persons: readonly string[] = [],
): Promise<void> {
  const runs = await keptRuns(client);
  const kept = [...runs.map(({ text }) => text), await keptSchedules(client)].join('\n');
  for (const canary of canaries) expect(canary.exec(kept)?.[0]).toBeUndefined();
  expect(persons.filter((person) => kept.includes(person))).toEqual([]);
  for (const run of runs) expect(run.largestPayload, run.workflowId).toBeLessThan(mostPayload);
}
