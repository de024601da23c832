import { Client, Connection } from '@temporalio/client';
import { type ClientConnectConfig, loadClientConnectConfig } from '@temporalio/envconfig';
import { NativeConnection } from '@temporalio/worker';
import { Problem } from '../../transforms/problem.ts';
import { isAway } from './away.ts';
import { explainRefusal } from './server-refusal.ts';

/** How long a server may take to answer the first time. */
const patience = 5_000;

/**
 * Where the server is, by Temporal's own standard: the environment (TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE,
 * TEMPORAL_API_KEY, TEMPORAL_TLS_...) or a profile in its configuration file.
 */
function serverSettings(): ClientConnectConfig & { address: string; namespace: string } {
  const config = loadClientConnectConfig();
  const { address = 'localhost:7233' } = config.connectionOptions;
  return { ...config, address, namespace: config.namespace ?? 'default' };
}

/** A client of the server. Close its connection in the end. */
async function connectClient(): Promise<Client> {
  const { connectionOptions, address, namespace } = serverSettings();
  const connection = await answered(
    address,
    Connection.connect({ ...connectionOptions, address, connectTimeout: patience }),
  );
  return new Client({ connection, namespace });
}

/** Gives a client to `use`, and closes its connection in the end. */
export async function withClient<T>(use: (client: Client) => Promise<T>): Promise<T> {
  const client = await connectClient();
  try {
    return await use(client);
  } catch (error) {
    throw explainRefusal(error, serverSettings().address);
  } finally {
    await client.connection.close();
  }
}

/** A connection that a worker polls through. */
export async function connectWorker(): Promise<{
  readonly connection: NativeConnection;
  readonly address: string;
  readonly namespace: string;
}> {
  const { connectionOptions, address, namespace } = serverSettings();
  const connection = await answered(
    address,
    NativeConnection.connect({ ...connectionOptions, address }),
  );
  return { connection, address, namespace };
}

async function answered<T>(address: string, connecting: Promise<T>): Promise<T> {
  try {
    return await connecting;
  } catch (error) {
    const refusal = explainRefusal(error, address);
    if (refusal !== error && !isAway(error)) throw refusal;
    throw new Problem({
      code: 'temporal_unreachable',
      what: `No Temporal server answers at ${address}.`,
      fix: 'Start one (temporal server start-dev), or set TEMPORAL_ADDRESS to the one that you have.',
      cause: error,
    });
  }
}
