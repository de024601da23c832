import type { Model } from '../../sql/catalog.ts';
import { hasPersons, isLedger } from '../../transforms/contract/contract.ts';
import { extractNamed } from '../../transforms/extracts/index.ts';
import type { PlannedStep } from '../graph/plan.ts';
import { asJson, hashJson, sha256 } from '../runtime/canonical-json.ts';
import type { CodeFingerprints } from '../runtime/product.ts';
import { secretFingerprint } from '../runtime/secret.ts';
import { lateSources } from '../runtime/late-sources.ts';
import type { SourceFile } from '../runtime/sources.ts';
import type { StepInput, StepInputs } from '../runtime/step-key.ts';
import { hashesOf } from '../runtime/configuration-files.ts';
import { acceptedChecks } from './accepted-checks.ts';
import { correctionsOf } from './corrections.ts';
import { codingTables, lookupFiles, referenceFile } from './declared-files.ts';
import { emptyRelation } from './empty-relation.ts';
import type { MakeContext } from './make.ts';
import { fileTexts } from './staging/file-text.ts';
import { nameOfSource, stagedSource } from './staged-source.ts';

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

async function configOf(situation: StepSituation): Promise<Record<string, string>> {
  const { step, context, models } = situation;
  const { district } = context;
  const hash = (value: unknown): string => hashJson(asJson(value));
  switch (step.kind) {
    case 'staging': {
      const { file, source } = stagedSource(step, context);
      // How new a file is expected to be, whether it must be there and what may be set aside change nothing in it.
      const { freshness: _, required: _required, tolerances: _tolerances, ...reading } = source;
      const contract = extractNamed(file.extract);
      return {
        [`the source ${file.sourceId} in district.yaml`]: hash([
          reading,
          file.year,
          ...fileTexts(source, file.name),
        ]),
        'the missing values in district.yaml': hash(district.missing),
        'the chart in district.yaml': hash(district.map.chart),
        parameters: hash(context.parameters),
        ...hashesOf(await lookupFiles(context, source)),
        ...(await correctionsHash(file.extract, context)),
        ...(isLedger(contract) ? { 'the fiscal years': hash(yearsFor(file, context)) } : {}),
        ...(hasPersons(contract) ? { 'the secret': secretFingerprint(context.secret) } : {}),
      };
    }
    case 'settings': {
      const { district: about, invented, map, tolerances, need_weights, minimum_n } = district;
      const sources = district.sources.map(({ id, extract, already_public, tolerances: own }) => [
        id,
        extract,
        already_public,
        own,
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
        'the quality settings in district.yaml': hash(district.quality),
        'the sources in district.yaml': hash(sources),
        'the fiscal years': hash(context.fiscalYears),
        'the extracts that were sent': hash(extractsSent(context)),
        'the files that have not come': hash(
          lateSources(district, context.sourceFiles, context.fiscalYears),
        ),
        'what extracts answer': hash(context.answers),
      };
    }
    case 'coding':
      return {
        'the map in district.yaml': hash(district.map),
        ...hashesOf(await codingTables(context)),
      };
    case 'acceptances': {
      const accepted = acceptedChecks(step, hashesRead(situation), models, context.acceptances);
      return { 'the acceptances of checks': hash(accepted) };
    }
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
    const { file } = stagedSource(step, context);
    return { ...inputs, file: [{ name: nameOfSource(file), sha256: file.sha256 }] };
  }
  if (step.kind === 'reference') {
    const found = await referenceFile(step.asset, context);
    return { ...inputs, file: found ? [{ name: found.name, sha256: found.sha256 }] : [] };
  }
  return inputs;
}

function hashesRead({ inputs }: StepSituation): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(inputs).map(([relation, files]) => [relation, files.map((f) => f.sha256)]),
  );
}

/** What a relation is that no file was sent for: its columns, which are the contract's. */
function columnsOfUnsent({ step }: StepSituation): Readonly<Record<string, string>> {
  const unsent = step.inputs.filter(({ steps }) => steps.length === 0);
  return Object.fromEntries(
    unsent.map(({ relation }) => [`the columns of ${relation}`, sha256(emptyRelation(relation))]),
  );
}

/** Only those of the file's kind, so that a correction of payroll reads no ledger again. */
async function correctionsHash(
  extract: string,
  context: MakeContext,
): Promise<Readonly<Record<string, string>>> {
  const corrections = await correctionsOf(extract, context);
  return corrections.length === 0
    ? {}
    : { 'coding/corrections.csv': hashJson(asJson(corrections)) };
}

/** What of the map's fiscal years decides whether a ledger file's rows belong to them; a further year need not re-make it. */
function yearsFor({ year }: SourceFile, { fiscalYears }: MakeContext): unknown {
  return year === null ? fiscalYears : fiscalYears.includes(year);
}

function extractsSent({ sourceFiles }: MakeContext): readonly string[] {
  return [...new Set(sourceFiles.map(({ extract }) => extract))].sort();
}
