import type { CheckModel, Model } from '../../sql/catalog.ts';
import { Problem } from '../../transforms/problem.ts';
import type { PlannedStep } from '../graph/plan.ts';
import { grouped } from '../runtime/words.ts';
import type { StepRecord } from '../runtime/store.ts';

/** What a check that blocks has to say when rows break it; undefined when nothing is in the way. */
export function blockedBy(
  model: Model | undefined,
  record: Pick<StepRecord, 'offenders' | 'messages'>,
): Problem | undefined {
  const offenders = record.offenders ?? 0;
  if (model?.kind !== 'check' || model.header.severity !== 'block' || offenders === 0) {
    return undefined;
  }
  return new Problem({
    code: `check_${model.name}`,
    what: `Blocked: ${tellCheck(model, record)}`,
    fix: model.header.fix,
    exit: 3,
  });
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
