import { type CheckModel, mayBeAccepted, type Model } from '../../sql/catalog.ts';
import { Problem } from '../../transforms/problem.ts';
import type { PlannedStep } from '../graph/plan.ts';
import { type Acceptance, acceptanceOf, type Found } from '../materialize/accepted-checks.ts';
import { grouped } from '../runtime/words.ts';
import type { StepRecord } from '../runtime/store.ts';

/**
 * What a check that blocks has to say when rows break it; undefined when nothing is in the way. `before` tells that
 * something else that it once found was accepted.
 */
export function blockedBy(
  model: Model | undefined,
  record: Pick<StepRecord, 'offenders' | 'messages'>,
  before = false,
): Problem | undefined {
  const offenders = record.offenders ?? 0;
  if (model?.kind !== 'check' || model.header.severity !== 'block' || offenders === 0) {
    return undefined;
  }
  return new Problem({
    code: `check_${model.name}`,
    what: `Blocked: ${tellCheck(model, record)}${before ? otherFindings : ''}`,
    fix: model.header.fix,
    exit: 3,
  });
}

const otherFindings =
  ' What it found when it was accepted before was something else, so that does not count for this.';

/** What a stored step of a check has found. */
export function foundIn({ asset, partition, relations, files }: StepRecord): Found {
  const findings = files[relations[asset]?.file ?? '']?.sha256;
  if (findings === undefined) throw new Error(`${asset}@${partition} did not write what it found`);
  return { check: asset.replace(/^checks\./, ''), partition, findings };
}

/** The acceptance that lets a check pass; undefined when it has found nothing, or something that nobody has accepted. */
export function acceptanceFor(
  model: Model | undefined,
  record: StepRecord,
  acceptances: readonly Acceptance[],
): Acceptance | undefined {
  if (!mayBeAccepted(model) || (record.offenders ?? 0) === 0) return undefined;
  return acceptanceOf(foundIn(record), acceptances);
}

/** Whether a check was ever accepted for this fiscal year. */
export function wasAccepted(
  model: Model | undefined,
  { partition }: StepRecord,
  acceptances: readonly Acceptance[],
): boolean {
  return acceptances.some((a) => a.check === model?.name && a.partition === partition);
}

/** A check's sentence with the first of the rows that break it. */
export function tellCheck(
  check: CheckModel,
  { offenders = 0, messages = [] }: Pick<StepRecord, 'offenders' | 'messages'>,
): string {
  const more = offenders - messages.length;
  const rest = more > 0 ? [`And ${grouped(more)} more.`] : [];
  return [check.header.title, ...messages, ...rest]
    .map((part) => part.replace(/\.?$/, '.'))
    .join(' ');
}

/** A selection makes only what it names, and something that it needs was never made from the files as they are. */
export function missingFromStore(step: PlannedStep, name: string, why: string): Problem {
  return new Problem({
    code: 'not_in_store',
    what: `${name} is needed and is not in the store for the files as they are now: ${why}.`,
    fix: `Refresh without --select first, or select +${step.asset} too.`,
  });
}
