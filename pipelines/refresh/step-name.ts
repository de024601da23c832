import type { PlannedStep } from '../graph/plan.ts';
import type { MakeContext } from '../materialize/make.ts';
import { stagedSource } from '../materialize/staged-source.ts';

/** How a person calls a step: `ledger GL_FY2024.csv`, `core.sites 2024`, `package`. */
export function stepName(
  step: PlannedStep,
  of: Pick<MakeContext, 'district' | 'sourceFiles'>,
): string {
  if (step.kind === 'staging') {
    const { file } = stagedSource(step, of);
    return `${file.sourceId} ${file.name}`;
  }
  return step.partition === 'all' ? step.asset : `${step.asset} ${step.partition}`;
}
