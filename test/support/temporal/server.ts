import { Client, Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { setTimeout as pause } from 'node:timers/promises';
import { type Child, environmentWithoutTemporal, startChild } from './children.ts';
import { freePort } from './free-port.ts';
import { source } from './live.ts';

/** A Temporal server for tests. */
export interface TestServer {
  readonly address: string;
  readonly namespace: string;
  /** What a program must find in its environment to use this server. */
  readonly environment: NodeJS.ProcessEnv;
  /** A client of it; the same one each time. */
  client(): Promise<Client>;
  /** A new namespace of this server, in which a test is alone with its workflows, and a client of it. */
  addNamespace(name: string): Promise<Client>;
  /** Ends it as `temporal` is ended by a person, and its client. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again at the same address, on the same database file. */
  restart(): Promise<void>;
}

export interface ServerOptions {
  /** A file that keeps what the server knows; without one it forgets all when it ends. */
  readonly database?: string;
  readonly dynamicConfig?: Readonly<Record<string, unknown>>;
  /** Search attributes to register, such as `{ District: 'Keyword' }`. */
  readonly searchAttributes?: Readonly<Record<string, string>>;
}

/**
 * Starts a server of one's own on a free port of this machine, and waits until it answers. Where TEMPORAL_ADDRESS names
 * a server and nothing is asked of it that only an own server has, it is that one.
 */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  if (source.address !== undefined && Object.keys(options).length === 0) return givenServer();
  if (source.program === undefined) throw new Error('This test needs a temporal program.');
  const program = source.program;
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const args = [...argumentsOf(options), '--port', String(port)];
  const start = (): Child => startChild(program, args, environmentWithoutTemporal());
  let child = start();
  let opened: Promise<Client> | undefined;
  const client = (): Promise<Client> => (opened ??= connect({ address }));
  await untilItAnswers(address, () => child);
  return {
    address,
    namespace: 'default',
    environment: { ...environmentWithoutTemporal(), TEMPORAL_ADDRESS: address },
    client,
    addNamespace: async (name) => addNamespace(await client(), name),
    async stop() {
      await (await opened)?.connection.close();
      await child.kill('SIGTERM');
    },
    async kill() {
      await child.kill('SIGKILL');
    },
    async restart() {
      child = start();
      await untilItAnswers(address, () => child);
    },
  };
}

function argumentsOf(options: ServerOptions): string[] {
  return [
    'server',
    'start-dev',
    '--headless',
    '--ip',
    '127.0.0.1',
    '--log-level',
    'error',
    ...(options.database === undefined ? [] : ['--db-filename', options.database]),
    ...Object.entries(options.dynamicConfig ?? {}).flatMap(([name, value]) => [
      '--dynamic-config-value',
      `${name}=${JSON.stringify(value)}`,
    ]),
    ...Object.entries(options.searchAttributes ?? {}).flatMap(([name, kind]) => [
      '--search-attribute',
      `${name}=${kind}`,
    ]),
  ];
}

/** The server that a person has named in the environment; it is theirs, so it is never ended. */
function givenServer(): TestServer {
  const { connectionOptions, namespace } = loadClientConnectConfig();
  let opened: Promise<Client> | undefined;
  const client = (): Promise<Client> => (opened ??= connect(connectionOptions, namespace));
  const refuse = async (): Promise<void> => {
    throw new Error('The server of TEMPORAL_ADDRESS is not ended by tests.');
  };
  return {
    address: source.address ?? '',
    namespace: namespace ?? 'default',
    environment: process.env,
    client,
    addNamespace: async (name) => addNamespace(await client(), name),
    async stop() {
      await (await opened)?.connection.close();
    },
    kill: refuse,
    restart: refuse,
  };
}

/** A client of a server, in a namespace of it. */
export async function connect(
  options: NonNullable<Parameters<typeof Connection.connect>[0]>,
  namespace = 'default',
): Promise<Client> {
  return new Client({ connection: await Connection.connect(options), namespace });
}

async function addNamespace({ connection }: Client, namespace: string): Promise<Client> {
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: msToTs('1 day'),
  });
  return new Client({ connection, namespace });
}

async function untilItAnswers(address: string, child: () => Child): Promise<void> {
  const until = Date.now() + 60_000;
  for (;;) {
    const connection = Connection.lazy({ address });
    try {
      await connection.withDeadline(Date.now() + 1000, async () => {
        await connection.workflowService.describeNamespace({ namespace: 'default' });
      });
      return;
    } catch (error) {
      const { exitCode, signalCode } = child().process;
      if (exitCode !== null || signalCode !== null || Date.now() > until) {
        throw new Error(`The Temporal server does not answer:\n${child().output()}`, {
          cause: error,
        });
      }
      await pause(50);
    } finally {
      await connection.close();
    }
  }
}
