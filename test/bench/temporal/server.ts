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
  const { TEMPORAL_ADDRESS: _, ...environment } = process.env;
  const { program, how } = await findSource(environment);
  if (program === undefined) throw new Error(how);
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const place = ['--ip', '127.0.0.1', '--port', String(port), '--db-filename', database];
  const args = ['server', 'start-dev', '--headless', '--log-level', 'error', ...place];
  const server = startProgram(program, args, environment);
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

/** What the server keeps of the last refresh of a district. */
export async function keptOf(
  address: string,
  namespace: string,
  workflowId: string,
): Promise<{ readonly events: number; readonly bytes: number }> {
  const connection = await Connection.connect({ address });
  const { workflow } = new Client({ connection, namespace });
  const about = await workflow.getHandle(workflowId).describe();
  await connection.close();
  return { events: about.historyLength, bytes: about.historySize ?? 0 };
}
