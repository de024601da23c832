import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { shareMachine } from '../../../pipelines/refresh/capacity.ts';
import { readDistrict } from '../../../pipelines/refresh/read-district.ts';
import { shareWorker } from '../../../pipelines/temporal/capacity.ts';
import type { District } from '../../../transforms/config/district.ts';
import { refreshRequest } from '../../support/refresh-request.ts';
import { repository } from '../../support/repository.ts';
import { type BenchChild, startProgram, startScript } from '../child.ts';
import { addNamespace, startBenchServer } from './server.ts';

const districtFolder = join(repository, 'data/districts/riverbend');
/** A refresh of the sample district without its site. */
export const request = refreshRequest(districtFolder, { site: false });

/** What the rounds are played with: a server, a worker for each namespace, and a process for the embedded runner. */
export interface Stage {
  readonly address: string;
  readonly embedded: BenchChild;
  readonly threads: number;
  readonly slots: number;
  readonly district: District['district'];
}

/** Starts all of it; what it has started is in `children`, also when it fails. */
export async function setStage(scratch: string, children: BenchChild[]): Promise<Stage> {
  forgetServer();
  const threads = availableParallelism();
  const { limits, engine } = shareMachine(threads, undefined, 0);
  const slots = limits.compute;
  const worker = shareWorker({ slots, memory: undefined, site: false }, threads);
  if (worker.engine.threads !== engine.threads) throw new Error('E and T have other threads.');
  const { address, server } = await startBenchServer(join(scratch, 'temporal.db'));
  children.push(server);
  for (const namespace of ['real', 'instant']) await addNamespace(address, namespace);
  const environment = (namespace: string): NodeJS.ProcessEnv => ({
    ...process.env,
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
  });
  const command = [join(repository, 'pipelines/cli/resource-map.mjs'), 'worker'];
  const wishes = ['--home', join(scratch, 'temporal'), '--slots', String(slots), '--no-site'];
  const real = startProgram(process.execPath, [...command, ...wishes], environment('real'));
  children.push(real);
  await real.says(/^Working for/m);
  const script = join(import.meta.dirname, 'instant-worker.ts');
  const instantArgs = ['--import', 'tsx', script, JSON.stringify(request), String(slots)];
  const instant = startProgram(process.execPath, instantArgs, environment('instant'));
  children.push(instant);
  await instant.says(/^Working/m);
  const embedded = startScript(join(import.meta.dirname, 'embedded.ts'), process.env);
  children.push(embedded);
  const { district } = await readDistrict(districtFolder);
  return { address, embedded, threads, slots, district };
}

/** Leads clients of this process to a namespace of the server. */
export function useServer(address: string, namespace: string): void {
  process.env['TEMPORAL_ADDRESS'] = address;
  process.env['TEMPORAL_NAMESPACE'] = namespace;
}

/** Settings of Temporal that a person has in the environment are of another server. */
function forgetServer(): void {
  for (const name of Object.keys(process.env)) {
    if (name.startsWith('TEMPORAL_') && name !== 'TEMPORAL_CLI') delete process.env[name];
  }
}
