import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** How the live tests come to a Temporal server. */
export interface ServerSource {
  /** One that runs already, from TEMPORAL_ADDRESS. Tests that end their server never use it. */
  readonly address: string | undefined;
  /** The `temporal` program, which tests start servers of their own with. */
  readonly program: string | undefined;
  /** In words, for who reads the tier's output. */
  readonly how: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    readonly temporal: ServerSource;
  }
}

/** Set-up of the tier: finds a server once, says how, and hands it to the files of tests. */
export async function setup(project: TestProject): Promise<void> {
  const source = await findSource(process.env);
  project.provide('temporal', source);
  console.log(source.how);
}

/** TEMPORAL_ADDRESS, then a program that is here, then what Temporal's SDK downloads. */
export async function findSource(environment: NodeJS.ProcessEnv): Promise<ServerSource> {
  const address = environment['TEMPORAL_ADDRESS'] || undefined;
  const here = programHere(environment);
  if (address !== undefined) {
    const others = here === undefined ? 'tests that end their server are skipped' : `also ${here}`;
    return { address, program: here, how: `Temporal server at ${address}; ${others}.` };
  }
  if (here !== undefined) return { address, program: here, how: `Temporal server from ${here}.` };
  try {
    const program = await downloadProgram();
    return { address, program, how: `Temporal server from ${program}, downloaded by its SDK.` };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      address,
      program: undefined,
      how: `Live tests are skipped. No TEMPORAL_ADDRESS, no temporal program on the PATH, and none to be downloaded: ${why}`,
    };
  }
}

function programHere(environment: NodeJS.ProcessEnv): string | undefined {
  const named = environment['TEMPORAL_CLI'];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`TEMPORAL_CLI names ${named}, which is not there.`);
  }
  const name = process.platform === 'win32' ? 'temporal.exe' : 'temporal';
  return (environment['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/** The SDK downloads the program when it starts a server of its own; that one is ended at once. */
async function downloadProgram(): Promise<string> {
  const folder = join(tmpdir(), 'resource-map-temporal-program');
  mkdirSync(folder, { recursive: true });
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  const executable = { type: 'cached-download', downloadDir: folder } as const;
  const environment = await TestWorkflowEnvironment.createLocal({ server: { executable } });
  await environment.teardown();
  const [program] = readdirSync(folder).filter((name) => name.startsWith('temporal'));
  if (program === undefined) throw new Error(`nothing was left in ${folder}`);
  return join(folder, program);
}
