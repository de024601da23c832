import type { CheckModel } from '../../sql/catalog.ts';
import type { District } from '../../transforms/config/district.ts';
import { type RunEnd, type StepState } from '../graph/execute.ts';
import type { Acceptance } from '../materialize/accepted-checks.ts';
import type { PublishedEdition } from '../materialize/publish.ts';
import { type LateSource, lateSources } from '../runtime/late-sources.ts';
import type { StepRecord } from '../runtime/store.ts';
import type { Failure } from './failure.ts';
import { withFileNames } from './file-names.ts';
import { acceptanceFor, tellCheck } from './outcomes.ts';
import type { Run } from './run.ts';
import type { StoredSteps } from './step-maker.ts';

/** What a refresh came to, wherever it ran. */
export interface RefreshResult {
  readonly runId: string;
  readonly district: District['district'];
  /** The folder of the district's outputs. */
  readonly home: string;
  readonly end: RunEnd;
  readonly states: Readonly<Partial<Record<StepState, number>>>;
  /** What went wrong, and what blocks; empty when all is well. */
  readonly failures: readonly Failure[];
  /** Sentences of checks that warn, with their first offenders. */
  readonly warnings: readonly string[];
  /** Sources whose newest file has not come. */
  readonly late: readonly LateSource[];
  readonly published: Pick<PublishedEdition, 'edition' | 'outcome'> | null;
  readonly siteBuilt: boolean;
}

/** The sources that an order found no newest file of. */
export function lateIn({
  district,
  sourceFiles,
  fiscalYears,
}: Run['order']): readonly LateSource[] {
  return lateSources(district, sourceFiles, fiscalYears);
}

/** How many steps are in each state. */
export function countStates(
  states: Iterable<StepState>,
): Readonly<Partial<Record<StepState, number>>> {
  const counts: Partial<Record<StepState, number>> = {};
  for (const state of states) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

/** Of checks that warn or were accepted: their sentences; of staged files: what a careful clerk would want to know. */
export function warningsOf(
  { order, plan, models }: Pick<Run, 'order' | 'plan' | 'models'>,
  stored: StoredSteps,
): readonly string[] {
  return plan.steps.flatMap((step) => {
    const model = models.get(step.asset);
    const found = stored(step.id)?.record;
    if (!found) return [];
    const record = withFileNames(found, order.sourceFiles);
    if (step.kind === 'staging') return record.messages ?? [];
    if (model?.kind !== 'check') return [];
    const accepted = acceptanceFor(model, record, order.acceptances);
    if (accepted) return [acceptedWords(model, record, accepted)];
    if (model.header.severity !== 'warn') return [];
    return (record.offenders ?? 0) === 0 ? [] : [`${tellCheck(model, record)} ${model.header.fix}`];
  });
}

function acceptedWords(check: CheckModel, record: StepRecord, { reason }: Acceptance): string {
  return `Accepted: ${tellCheck(check, record)} The reason given: ${reason.replace(/\.?$/, '.')}`;
}
