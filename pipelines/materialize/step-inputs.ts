import type { Model } from '../../sql/catalog.ts';
import type { PlannedStep } from '../graph/plan.ts';
import { asJson, hashJson, sha256 } from '../runtime/canonical-json.ts';
import type { CodeFingerprints } from '../runtime/product.ts';
import type { StepInput, StepInputs } from '../runtime/step-key.ts';
import { referenceFile } from './declared-files.ts';
import { emptyRelation } from './empty-relation.ts';
import type { MakeContext } from './make.ts';
import { nameOfSource, stagedSource } from './staged-source.ts';
import { configOf } from './step-config.ts';

/** What the run knows about a step that is about to be made. */
export interface StepSituation {
  readonly step: PlannedStep;
  readonly context: MakeContext;
  readonly models: ReadonlyMap<string, Model>;
  readonly code: CodeFingerprints;
  /** The bytes of each relation that it reads. */
  readonly inputs: Readonly<Record<string, readonly StepInput[]>>;
}

/** All that the step's output follows from: its code, the settings that its kind declares, and what it reads. */
export async function stepInputs(situation: StepSituation): Promise<StepInputs> {
  return {
    code: codeOf(situation),
    config: { ...(await configOf(situation)), ...columnsOfUnsent(situation) },
    inputs: await inputsOf(situation),
  };
}

function codeOf({ step, models, code }: StepSituation): string {
  switch (step.kind) {
    case 'staging':
    case 'reference':
    case 'settings':
    case 'earlier':
    case 'coding':
    case 'acceptances':
    case 'database':
      return code.typescript;
    case 'model':
    case 'check': {
      const model = models.get(step.asset);
      if (!model) throw new Error(`There is no model ${step.asset}`);
      const { key, partition, lookback } = model.header;
      return hashJson([code.sql, model.sql, key, partition, lookback]);
    }
    case 'package':
      return hashJson([code.typescript, code.fields, wordsOf(models)]);
    case 'site':
      return code.site;
    case 'publish':
      return '';
  }
}

/** The headers of what is published: their sentences stand in the dictionary. */
function wordsOf(models: ReadonlyMap<string, Model>): string {
  const headers = [...models.values()].map(({ relation, header }) => [relation, asJson(header)]);
  return hashJson(asJson(headers));
}

async function inputsOf({ step, context, inputs }: StepSituation): Promise<StepInputs['inputs']> {
  if (step.kind === 'staging') {
    const { file } = stagedSource(step, context);
    const again = file.sentAgain.map(({ sha256: hash }) => ({
      name: `${nameOfSource(file)}, rows sent again`,
      sha256: hash,
    }));
    return { ...inputs, file: [{ name: nameOfSource(file), sha256: file.sha256 }, ...again] };
  }
  if (step.kind === 'reference') {
    const found = await referenceFile(step.asset, context);
    return { ...inputs, file: found ? [{ name: found.name, sha256: found.sha256 }] : [] };
  }
  return inputs;
}

/** What a relation is that no file was sent for: its columns, which are the contract's. */
function columnsOfUnsent({ step }: StepSituation): Readonly<Record<string, string>> {
  const unsent = step.inputs.filter(({ steps }) => steps.length === 0);
  return Object.fromEntries(
    unsent.map(({ relation }) => [`the columns of ${relation}`, sha256(emptyRelation(relation))]),
  );
}
