import { join } from 'node:path';
import type { Model } from '../../sql/catalog.ts';
import type { PlannedStep } from '../graph/plan.ts';
import { emptyRelation } from '../materialize/empty-relation.ts';
import { makeStep } from '../materialize/kinds.ts';
import { nameOfSource, stagedSource } from '../materialize/staged-source.ts';
import { stepInputs } from '../materialize/step-inputs.ts';
import type { RelationFiles } from '../runtime/duckdb.ts';
import { keyOf, type StepInput, type StepInputs, whyMade } from '../runtime/step-key.ts';
import type { StepRecord, Store, StoredStep } from '../runtime/store.ts';
import { withFileNames } from './file-names.ts';
import { acceptanceFor, blockedBy, missingFromStore, wasAccepted } from './outcomes.ts';
import type { Run } from './run.ts';
import { stepName } from './step-name.ts';
import type { Problem } from '../../transforms/problem.ts';

/** How a step came to be in the store. */
export interface StepOutcome {
  readonly end: 'made' | 'reused' | 'blocked';
  readonly stored: StoredStep;
  /** In words: what changed since it was last used. */
  readonly why: string;
  /** Rows written; of a check, the offending ones. */
  readonly rows: number | null;
  /** Of a check that blocks: what it has to say. */
  readonly block?: Problem;
}

/** Where the steps that a step reads are in the store, by id. */
export type StoredSteps = (id: string) => StoredStep | undefined;

/** Makes the steps of one run, from the store and into it, or finds them there. */
export class StepMaker {
  private readonly steps: ReadonlyMap<string, PlannedStep>;

  constructor(
    readonly run: Run,
    private readonly store: Store,
  ) {
    this.steps = new Map(run.plan.steps.map((step) => [step.id, step]));
  }

  step(id: string): PlannedStep {
    const step = this.steps.get(id);
    if (!step) throw new Error(`${id} is not in the plan`);
    return step;
  }

  /** How a person calls a step. */
  nameOf(id: string): string {
    const step = this.steps.get(id);
    return step ? stepName(step, this.run.context) : id;
  }

  /** Makes or finds one step; `run` may differ from the maker's own in threads and signal. */
  async make(step: PlannedStep, stored: StoredSteps, run: Run = this.run): Promise<StepOutcome> {
    const { context, models, code } = run;
    const inputs = Object.fromEntries(
      step.inputs.map((input) => [
        input.where === undefined ? input.relation : `${input.relation} where ${input.where}`,
        input.steps.map((id) => this.inputOf(id, input.relation, stored)),
      ]),
    );
    const madeFrom = await stepInputs({ step, context, models, code, inputs });
    const key = keyOf(step.asset, step.partition, madeFrom);
    const slot = this.slotOf(step);
    const before = await this.store.last(step.asset, slot);
    const found = await this.store.find(step.asset, step.partition, key);
    const why = whyOf(before?.madeFrom, madeFrom, before?.key === key, found !== undefined);
    if (!found && step.reuseOnly === true) throw missingFromStore(step, this.nameOf(step.id), why);
    if (found) await this.store.markUse(found);
    const made = found ?? (await this.add(step, madeFrom, stored, run));
    await this.store.setLast(step.asset, slot, made.record);
    const block = this.blockOf(models.get(step.asset), made.record);
    const rows = rowsOf(made, step);
    if (block) return { end: 'blocked', stored: made, why, rows, block };
    return { end: found ? 'reused' : 'made', stored: made, why, rows };
  }

  private blockOf(model: Model | undefined, record: StepRecord): Problem | undefined {
    const { acceptances, sourceFiles } = this.run.context;
    if (acceptanceFor(model, record, acceptances)) return undefined;
    const found = withFileNames(record, sourceFiles);
    return blockedBy(model, found, wasAccepted(model, record, acceptances));
  }

  private async add(
    step: PlannedStep,
    madeFrom: StepInputs,
    stored: StoredSteps,
    { context, models }: Run,
  ): Promise<StoredStep> {
    const inputs: RelationFiles[] = step.inputs.map(({ relation, steps, where }) => ({
      relation,
      files: steps.map((id) => {
        const { folder, record } = storedOf(id, stored);
        return join(folder, record.relations[relation]?.file ?? `${relation}.parquet`);
      }),
      ...(where === undefined ? {} : { where }),
      ...(steps.length > 0 ? {} : { empty: emptyRelation(relation) }),
    }));
    return this.store.add(step.asset, step.partition, madeFrom, (directory) =>
      makeStep({ step, inputs, directory, context }, models),
    );
  }

  private inputOf(id: string, relation: string, stored: StoredSteps): StepInput {
    const { record } = storedOf(id, stored);
    const file = record.relations[relation]?.file ?? `${relation}.parquet`;
    const sha256 = record.files[file]?.sha256;
    if (sha256 === undefined) throw new Error(`${id} did not write ${relation}`);
    return { name: this.reasonOf(id), sha256 };
  }

  /** How a person calls what a step makes, in a reason: `ledger FY2024`, `core.sites FY2024`, `marts.results`. */
  private reasonOf(id: string): string {
    const step = this.steps.get(id);
    if (!step) return id;
    if (step.kind === 'staging') return nameOfSource(stagedSource(step, this.run.context).file);
    return step.year === null ? step.asset : `${step.asset} FY${step.year}`;
  }

  /** A changed file has another partition, since that is its key; what it replaces is known by its name. */
  private slotOf(step: PlannedStep): string {
    if (step.kind !== 'staging') return step.partition;
    const { file } = stagedSource(step, this.run.context);
    return `${file.sourceId}/${file.name}`;
  }
}

function storedOf(id: string, stored: StoredSteps): StoredStep {
  const found = stored(id);
  if (!found) throw new Error(`${id} has not been made`);
  return found;
}

function whyOf(
  before: StepInputs | undefined,
  now: StepInputs,
  sameKey: boolean,
  found: boolean,
): string {
  if (sameKey)
    return found ? 'nothing changed' : 'it was missing from the store or not whole there';
  const why = whyMade(before, now);
  if (!found) return why;
  return before
    ? `${why}, and it was made from the same before`
    : 'it was made from the same before';
}

function rowsOf({ record }: StoredStep, step: PlannedStep): number | null {
  const [relation] = step.makes;
  return relation === undefined ? null : (record.relations[relation]?.rows ?? null);
}
