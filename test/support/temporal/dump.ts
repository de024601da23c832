import type { Client } from '@temporalio/client';

/** What a server keeps of one run of a workflow. */
export interface KeptRun {
  readonly workflowId: string;
  readonly runId: string;
  readonly type: string;
  readonly status: string;
  readonly events: number;
  /** Bytes of its history, as the server counts them. */
  readonly bytes: number;
  /** Bytes of its largest payload. */
  readonly largestPayload: number;
  /** Every text in it: ids, failures with their stacks, memo, search attributes, and payloads decoded. */
  readonly text: string;
}

/** Everything that a server keeps of the workflows of a namespace: what its operators could read. */
export async function keptRuns(client: Client): Promise<readonly KeptRun[]> {
  const runs: KeptRun[] = [];
  for await (const { workflowId, runId } of client.workflow.list()) {
    const handle = client.workflow.getHandle(workflowId, runId);
    const about = await handle.describe();
    const found: Found = { texts: [], largest: 0 };
    collect(await handle.fetchHistory(), found);
    collect(about.raw, found);
    runs.push({
      workflowId,
      runId,
      type: about.type,
      status: about.status.name,
      events: about.historyLength,
      bytes: about.historySize ?? 0,
      largestPayload: found.largest,
      text: found.texts.join('\n'),
    });
  }
  return runs;
}

/** What a server keeps of the schedules of a namespace, as one text. */
export async function keptSchedules(client: Client): Promise<string> {
  const found: Found = { texts: [], largest: 0 };
  for await (const { scheduleId } of client.schedule.list()) {
    collect((await client.schedule.getHandle(scheduleId).describe()).raw, found);
  }
  return found.texts.join('\n');
}

interface Found {
  readonly texts: string[];
  largest: number;
}

/** Payloads are bytes: they are the only ones in these messages beside ids, and are read as the JSON that they hold. */
function collect(value: unknown, found: Found): void {
  if (typeof value === 'string') found.texts.push(value);
  else if (value instanceof Uint8Array) {
    found.largest = Math.max(found.largest, value.byteLength);
    found.texts.push(Buffer.from(value).toString('utf8'));
  } else if (Array.isArray(value)) for (const member of value) collect(member, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      found.texts.push(name);
      collect(member, found);
    }
  }
}
