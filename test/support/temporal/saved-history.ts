import type { WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { hostname } from 'node:os';
import { repository } from '../repository.ts';

/**
 * The history of a run as text that a replay reads, without what it says of the machine: `place` is a folder that
 * stands in it, as those of the program and of the host's name do.
 */
export async function historyText(handle: WorkflowHandle, place: string): Promise<string> {
  const history: unknown = JSON.parse(historyToJSON(await handle.fetchHistory()));
  const scrub = (text: string): string =>
    text
      .replaceAll(place, '/districts')
      .replaceAll(repository, '/resource-map/')
      .replaceAll(/\/[\w./-]+\/node_modules\//g, '/resource-map/node_modules/')
      .replaceAll(`@${hostname()}`, '@host');
  return JSON.stringify(scrubbed(history, scrub));
}

/** What nothing of a replay depends on. */
const idle = new Set(['taskId', 'requestId', 'workerInstanceKey']);

function scrubbed(value: unknown, scrub: (text: string) => string): unknown {
  if (typeof value === 'string') return scrub(value);
  if (Array.isArray(value)) return value.map((member) => scrubbed(member, scrub));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([name]) => !idle.has(name));
  const isPayload = 'metadata' in value && 'data' in value;
  return Object.fromEntries(
    members.map(([name, member]) => [
      name,
      isPayload && name === 'data' && typeof member === 'string'
        ? toBase64(scrub(fromBase64(member)))
        : scrubbed(member, scrub),
    ]),
  );
}

const fromBase64 = (data: string): string => Buffer.from(data, 'base64').toString('utf8');
const toBase64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
