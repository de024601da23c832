import type { Model } from '../../sql/catalog.ts';
import { hasPersons } from '../../transforms/contract/contract.ts';
import { extractNamed } from '../../transforms/extracts/index.ts';
import type { PlannedStep } from '../graph/plan.ts';
import { asJson, hashJson } from '../runtime/canonical-json.ts';
import type { CodeFingerprints } from '../runtime/product.ts';
import { secretFingerprint } from '../runtime/secret.ts';
import type { SourceFile } from '../runtime/sources.ts';
import type { StepInput, StepInputs } from '../runtime/step-key.ts';
import { codingTables, hashIfThere, lookupFiles, referenceFile } from './declared-files.ts';
import type { MakeContext } from './make.ts';

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
    config: await configOf(situation),
    inputs: await inputsOf(situation),
  };
}

function codeOf({ step, models, code }: StepSituation): string {
  switch (step.kind) {
    case 'staging':
    case 'reference':
    case 'settings':
    case 'coding':
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

async function configOf({ step, context }: StepSituation): Promise<Record<string, string>> {
  const { district } = context;
  const hash = (value: unknown): string => hashJson(asJson(value));
  switch (step.kind) {
    case 'staging': {
      const file = sourceFileOf(step, context);
      const source = district.sources.find(({ id }) => id === file.sourceId);
      return {
        [`the source ${file.sourceId} in district.yaml`]: hash([source, file.year]),
        'the missing values in district.yaml': hash(district.missing),
        'the chart in district.yaml': hash(district.map.chart),
        parameters: hash(context.parameters),
        ...(await hashIfThere(lookupFiles(district, source, context.districtFolder))),
        ...(hasPersons(extractNamed(file.extract))
          ? { 'the secret': secretFingerprint(context.secret) }
          : {}),
      };
    }
    case 'settings': {
      const { district: about, invented, map, tolerances, need_weights, minimum_n } = district;
      const sources = district.sources.map(({ id, extract, already_public }) => [
        id,
        extract,
        already_public,
      ]);
      return {
        'the settings in district.yaml': hash([
          about,
          invented,
          map,
          tolerances,
          need_weights,
          minimum_n,
        ]),
        'the sources in district.yaml': hash(sources),
        'the fiscal years': hash(context.fiscalYears),
        'the extracts that were sent': hash(extractsSent(context)),
      };
    }
    case 'coding':
      return {
        'the map in district.yaml': hash(district.map),
        ...(await hashIfThere(codingTables(context.districtFolder))),
      };
    case 'package':
      return { 'the district in district.yaml': hash([district.district, district.invented]) };
    case 'reference':
    case 'model':
    case 'check':
    case 'database':
    case 'site':
    case 'publish':
      return {};
  }
}

async function inputsOf({ step, context, inputs }: StepSituation): Promise<StepInputs['inputs']> {
  if (step.kind === 'staging') {
    const file = sourceFileOf(step, context);
    return { ...inputs, file: [{ name: nameOfSource(file), sha256: file.sha256 }] };
  }
  if (step.kind === 'reference') {
    const hashes = await hashIfThere(referenceFile(step.asset, context));
    const file = Object.entries(hashes).map(([name, sha256]) => ({ name, sha256 }));
    return { ...inputs, file };
  }
  return inputs;
}

/** The file of a staging step. */
export function sourceFileOf(step: PlannedStep, context: MakeContext): SourceFile {
  const file = context.sourceFiles.find(
    ({ sourceId, fileKey, extract }) =>
      step.partition === `${sourceId}/${fileKey}` && step.asset === `staging.${extract}`,
  );
  if (!file) throw new Error(`${step.id} has no source file`);
  return file;
}

/** How a person calls a source file: `ledger FY2024`. */
export function nameOfSource(file: Pick<SourceFile, 'sourceId' | 'year'>): string {
  return file.year === null ? file.sourceId : `${file.sourceId} FY${file.year}`;
}

function extractsSent({ sourceFiles }: MakeContext): readonly string[] {
  return [...new Set(sourceFiles.map(({ extract }) => extract))].sort();
}
