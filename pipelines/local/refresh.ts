import { join } from 'node:path';
import type { District } from '../../transforms/config/district.ts';
import { executePlan, type StepState } from '../graph/execute.ts';
import type { PlannedStep } from '../graph/plan.ts';
import { publishEdition, type PublishedEdition } from '../materialize/publish.ts';
import { Editions } from '../runtime/editions.ts';
import type { Pointer } from '../runtime/pointer.ts';
import { type EventDetails, RunLog } from '../runtime/run-log.ts';
import { safeMessage } from '../runtime/safe-message.ts';
import { Store, type StoredStep } from '../runtime/store.ts';
import { editionManifest } from './edition-manifest.ts';
import { tellCheck } from './outcomes.ts';
import { type Preparation, prepare, readDistrict } from './prepare.ts';
import type { RefreshRequest } from './request.ts';
import { stepName } from './step-name.ts';
import { type StepResult, StepRunner } from './step-runner.ts';

/** What a refresh came to. */
export interface RefreshResult {
  readonly runId: string;
  readonly district: District;
  /** The folder of the district's outputs. */
  readonly home: string;
  readonly states: Readonly<Partial<Record<StepState, number>>>;
  /** What went wrong, and in which step; empty when all is well. */
  readonly failures: readonly Failure[];
  /** Sentences of checks that warn, with their first offenders. */
  readonly warnings: readonly string[];
  readonly cancelled: boolean;
  readonly published: PublishedEdition | undefined;
  /** The package's step, for what a person is told in the end. */
  readonly package: StoredStep | undefined;
  readonly siteBuilt: boolean;
}

export interface Failure {
  /** The step's id, and how a person calls it. */
  readonly step: string;
  readonly name: string;
  readonly error: unknown;
}

/** Runs one refresh in this process: from the district's files to a published edition, or to the reason why not. */
export async function refresh(request: RefreshRequest): Promise<RefreshResult> {
  const district = await readDistrict(request.districtFolder);
  const home = join(request.home, district.district.id);
  const editions = new Editions(home);
  const seen = await editions.open();
  const store = new Store(join(home, 'store'));
  await store.open();
  const log = new RunLog(home);
  let steps = 0;
  const write: RunLog['write'] = (event, details) => {
    const line = log.write(event, details);
    request.follow(line, steps);
    return line;
  };
  try {
    write('run_started');
    const preparation = await prepare(request, district);
    steps = preparation.plan.steps.length;
    const outputs = await run(request, preparation, { editions, seen, store, write });
    return { runId: log.runId, district, home, ...outputs };
  } catch (error) {
    const state = request.signal.aborted ? 'cancelled' : 'failed';
    write('run_ended', { state, error: safeMessage(error) });
    throw error;
  } finally {
    log.close();
  }
}

interface Outputs {
  readonly editions: Editions;
  readonly seen: Pointer | undefined;
  readonly store: Store;
  readonly write: RunLog['write'];
}

async function run(
  request: RefreshRequest,
  preparation: Preparation,
  { editions, seen, store, write }: Outputs,
): Promise<Omit<RefreshResult, 'runId' | 'district' | 'home'>> {
  const started = performance.now();
  let published: PublishedEdition | undefined;
  const stepLog = (step: PlannedStep, details: EventDetails): void => {
    const { asset, partition } = step;
    write('step', { asset, partition, name: stepName(step, preparation.context), ...details });
  };
  const publish = async (results: ReadonlyMap<string, StepResult>) => {
    const { manifest, parts } = await editionManifest(request, preparation, results);
    published = await publishEdition({
      editions,
      seen,
      manifest,
      ...parts,
      district: preparation.context.district,
      label: request.label,
      now: new Date().toISOString(),
    });
    const { edition, outcome } = published;
    const end = outcome === 'already published' ? ('reused' as const) : ('made' as const);
    return { end, details: { key: edition, why: outcome } };
  };
  const runner = new StepRunner(preparation, store, stepLog, publish, () => performance.now());
  const states = await executePlan(preparation.plan, preparation.capacity.limits, runner);
  const cancelled = request.signal.aborted;
  const failures = [...runner.results].flatMap(([step, { error }]) =>
    error === undefined ? [] : [{ step, name: runner.nameOf(step), error }],
  );
  write('run_ended', {
    state: cancelled ? 'cancelled' : failures.length > 0 ? 'failed' : 'made',
    key: published?.edition ?? null,
    ms: Math.round(performance.now() - started),
  });
  return {
    states: countStates(states),
    failures: cancelled ? [] : failures,
    warnings: warningsOf(preparation, runner.results),
    cancelled,
    published,
    package: runner.results.get('package@all')?.stored,
    siteBuilt: published !== undefined && (await editions.hasSite(published.edition)),
  };
}

function countStates(
  states: ReadonlyMap<string, StepState>,
): Readonly<Partial<Record<StepState, number>>> {
  const counts: Partial<Record<StepState, number>> = {};
  for (const state of states.values()) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

/** Of checks that warn: their sentences; of staged files: what a careful clerk would want to know. */
function warningsOf(
  { plan, models }: Preparation,
  results: ReadonlyMap<string, StepResult>,
): readonly string[] {
  return plan.steps.flatMap((step) => {
    const model = models.get(step.asset);
    const record = results.get(step.id)?.stored?.record;
    if (!record) return [];
    if (step.kind === 'staging') return record.messages ?? [];
    if (model?.kind !== 'check' || model.header.severity !== 'warn') return [];
    return (record.offenders ?? 0) === 0 ? [] : [`${tellCheck(model, record)} ${model.header.fix}`];
  });
}
