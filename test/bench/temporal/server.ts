import { Client, Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { setTimeout as pause } from 'node:timers/promises';
import { findSource } from '../../support/temporal/find-server.ts';
import { freePort } from '../../support/temporal/free-port.ts';
import { type BenchChild, startProgram } from '../child.ts';

/** Starts a Temporal server of one's own, with its database on disk; gives its address. */
export async function startBenchServer(
  database: string,
): Promise<{ readonly address: string; readonly server: BenchChild }> {
  const { program } = await findSource(process.env);
  if (program === undefined) {
    throw new Error('No temporal program on the PATH; set TEMPORAL_CLI to one.');
  }
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const place = ['--ip', '127.0.0.1', '--port', String(port), '--db-filename', database];
  const args = ['server', 'start-dev', '--headless', '--log-level', 'error', ...place];
  const server = startProgram(program, args, process.env);
  const until = Date.now() + 30_000;
  for (;;) {
    try {
      const connection = await Connection.connect({ address, connectTimeout: 1000 });
      await connection.workflowService.describeNamespace({ namespace: 'default' });
      await connection.close();
      return { address, server };
    } catch (error) {
      if (Date.now() > until) throw error;
      await pause(50);
    }
  }
}

/** A new namespace of the server. */
export async function addNamespace(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address });
  const workflowExecutionRetentionPeriod = msToTs('1 day');
  const request = { namespace, workflowExecutionRetentionPeriod };
  await connection.workflowService.registerNamespace(request);
  await connection.close();
}

/** What the server keeps of a refresh. */
export interface KeptRefresh {
  readonly activities: number;
  readonly events: number;
  readonly bytes: number;
}

/** What the server keeps of the last run of a workflow. */
export async function keptOf(
  address: string,
  namespace: string,
  workflowId: string,
): Promise<KeptRefresh> {
  const connection = await Connection.connect({ address });
  const handle = new Client({ connection, namespace }).workflow.getHandle(workflowId);
  const { historySize: bytes = 0 } = await handle.describe();
  const { events } = await handle.fetchHistory();
  await connection.close();
  const all = events ?? [];
  const scheduled = all.filter((event) => event.activityTaskScheduledEventAttributes);
  return { activities: scheduled.length, events: all.length, bytes };
}
