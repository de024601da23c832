import { join } from 'node:path';
import type { Driver, StepEnd, StepState } from '../graph/execute.ts';
import type { PlannedStep } from '../graph/plan.ts';
import { emptyRelation } from '../materialize/empty-relation.ts';
import { makeStep } from '../materialize/kinds.ts';
import { nameOfSource, stagedSource } from '../materialize/staged-source.ts';
import { stepInputs } from '../materialize/step-inputs.ts';
import type { RelationFiles } from '../runtime/duckdb.ts';
import { safeMessage } from '../runtime/safe-message.ts';
import type { EventDetails } from '../runtime/run-log.ts';
import { keyOf, type StepInput, type StepInputs, whyMade } from '../runtime/step-key.ts';
import type { Store, StoredStep } from '../runtime/store.ts';
import { blockedBy, missingFromStore } from './outcomes.ts';
import { stepName } from './step-name.ts';
import type { Preparation } from './prepare.ts';

/** How one step went. */
export interface StepResult {
  readonly state: StepState;
  readonly stored?: StoredStep;
  readonly error?: unknown;
}

type Log = (step: PlannedStep, details: EventDetails) => void;
/** The one step that has no place in the store: it moves the pointer, or finds that it need not. */
type Publish = (
  results: ReadonlyMap<string, StepResult>,
) => Promise<{ readonly end: StepEnd; readonly details: EventDetails }>;

/** Makes the steps of a plan in this process, from the store and into it. */
export class StepRunner implements Driver {
  readonly results = new Map<string, StepResult>();
  private readonly steps: ReadonlyMap<string, PlannedStep>;
  /** What the line of a step's end says, kept until the executor has ended it. */
  private readonly details = new Map<string, EventDetails>();

  constructor(
    private readonly preparation: Preparation,
    private readonly store: Store,
    private readonly log: Log,
    private readonly publish: Publish,
    private readonly clock: () => number,
  ) {
    this.steps = new Map(preparation.plan.steps.map((step) => [step.id, step]));
  }

  cancelled(): boolean {
    return this.preparation.context.signal.aborted;
  }

  changed(step: PlannedStep, state: StepState, cause?: string): void {
    this.results.set(step.id, { ...this.results.get(step.id), state });
    const why = cause === undefined ? {} : { why: `${this.nameOf(cause)} did not end well` };
    this.log(step, { ...this.details.get(step.id), ...why, state });
  }

  async make(step: PlannedStep): Promise<StepEnd> {
    const started = this.clock();
    const note = (details: EventDetails): void => {
      const known = this.details.get(step.id);
      this.details.set(step.id, { ...known, ...details, ms: Math.round(this.clock() - started) });
    };
    try {
      if (step.kind !== 'publish') return await this.makeStored(step, note);
      const { end, details } = await this.publish(this.results);
      note(details);
      return end;
    } catch (error) {
      this.results.set(step.id, { ...this.results.get(step.id), state: 'failed', error });
      note({ error: safeMessage(error) });
      return this.cancelled() ? 'cancelled' : 'failed';
    }
  }

  private async makeStored(step: PlannedStep, note: (d: EventDetails) => void): Promise<StepEnd> {
    const { context, models, code } = this.preparation;
    const inputs = Object.fromEntries(
      step.inputs.map((input) => [
        input.where === undefined ? input.relation : `${input.relation} where ${input.where}`,
        input.steps.map((id) => this.inputOf(id, input.relation)),
      ]),
    );
    const madeFrom = await stepInputs({ step, context, models, code, inputs });
    const key = keyOf(step.asset, step.partition, madeFrom);
    const slot = this.slotOf(step);
    const before = await this.store.last(step.asset, slot);
    const found = await this.store.find(step.asset, step.partition, key);
    const why = whyOf(before?.madeFrom, madeFrom, before?.key === key, found !== undefined);
    note({ key, why });
    if (!found && step.reuseOnly === true) throw missingFromStore(step, this.nameOf(step.id), why);
    const stored = found ?? (await this.add(step, madeFrom));
    await this.store.setLast(step.asset, slot, stored.record);
    this.results.set(step.id, { state: 'running', stored });
    note({ rows: rowsOf(stored, step) });
    const block = blockedBy(models.get(step.asset), stored.record);
    if (block) throw block;
    return found ? 'reused' : 'made';
  }

  private async add(step: PlannedStep, madeFrom: StepInputs): Promise<StoredStep> {
    const { context, models } = this.preparation;
    const inputs: RelationFiles[] = step.inputs.map(({ relation, steps, where }) => ({
      relation,
      files: steps.map((id) => this.fileOf(id, relation)),
      ...(where === undefined ? {} : { where }),
      ...(steps.length > 0 ? {} : { empty: emptyRelation(relation) }),
    }));
    return this.store.add(step.asset, step.partition, madeFrom, (directory) =>
      makeStep({ step, inputs, directory, context }, models),
    );
  }

  private storedOf(id: string): StoredStep {
    const stored = this.results.get(id)?.stored;
    if (!stored) throw new Error(`${id} has not been made`);
    return stored;
  }

  private fileOf(id: string, relation: string): string {
    const { folder, record } = this.storedOf(id);
    return join(folder, record.relations[relation]?.file ?? `${relation}.parquet`);
  }

  private inputOf(id: string, relation: string): StepInput {
    const { record } = this.storedOf(id);
    const file = record.relations[relation]?.file ?? `${relation}.parquet`;
    const sha256 = record.files[file]?.sha256;
    if (sha256 === undefined) throw new Error(`${id} did not write ${relation}`);
    return { name: this.reasonOf(id), sha256 };
  }

  /** How a person calls a step. */
  nameOf(id: string): string {
    const step = this.steps.get(id);
    return step ? stepName(step, this.preparation.context) : id;
  }

  /** How a person calls what a step makes, in a reason: `ledger FY2024`, `core.sites FY2024`, `marts.results`. */
  private reasonOf(id: string): string {
    const step = this.steps.get(id);
    if (!step) return id;
    if (step.kind === 'staging') {
      return nameOfSource(stagedSource(step, this.preparation.context).file);
    }
    return step.year === null ? step.asset : `${step.asset} FY${step.year}`;
  }

  /** A changed file has another partition, since that is its key; what it replaces is known by its name. */
  private slotOf(step: PlannedStep): string {
    if (step.kind !== 'staging') return step.partition;
    const { file } = stagedSource(step, this.preparation.context);
    return `${file.sourceId}/${file.name}`;
  }
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
