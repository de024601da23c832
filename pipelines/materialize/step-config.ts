import { hasPersons, isLedger } from '../../transforms/contract/contract.ts';
import { extractNamed } from '../../transforms/extracts/index.ts';
import type { PlannedStep } from '../graph/plan.ts';
import { asJson, hashJson } from '../runtime/canonical-json.ts';
import { hashesOf } from '../runtime/configuration-files.ts';
import { lateSources } from '../runtime/late-sources.ts';
import { secretFingerprint } from '../runtime/secret.ts';
import type { SourceFile } from '../runtime/sources.ts';
import { acceptedChecks } from './accepted-checks.ts';
import { correctionsOf } from './corrections.ts';
import { codingTables, lookupFiles } from './declared-files.ts';
import type { MakeContext } from './make.ts';
import { fileTexts } from './staging/file-text.ts';
import { stagedSource } from './staged-source.ts';
import type { StepSituation } from './step-inputs.ts';

const hash = (value: unknown): string => hashJson(asJson(value));

/** The settings and tables that a step's kind declares, by how a person calls them, each as a hash. */
export async function configOf(situation: StepSituation): Promise<Record<string, string>> {
  const { step, context, models } = situation;
  const { district } = context;
  switch (step.kind) {
    case 'staging':
      return stagingConfig(step, context);
    case 'settings':
      return settingsConfig(context);
    case 'earlier':
      return { 'the edition of the year before': hash(context.earlier) };
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

async function stagingConfig(
  step: PlannedStep,
  context: MakeContext,
): Promise<Record<string, string>> {
  const { district } = context;
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

function settingsConfig(context: MakeContext): Record<string, string> {
  const { district } = context;
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

function hashesRead({ inputs }: StepSituation): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(inputs).map(([relation, files]) => [relation, files.map((f) => f.sha256)]),
  );
}

/** Only those of the file's kind, so that a correction of payroll reads no ledger again. */
async function correctionsHash(
  extract: string,
  context: MakeContext,
): Promise<Readonly<Record<string, string>>> {
  const corrections = await correctionsOf(extract, context);
  return corrections.length === 0 ? {} : { 'coding/corrections.csv': hash(corrections) };
}

/** What of the map's fiscal years decides whether a ledger file's rows belong to them; a further year need not re-make it. */
function yearsFor({ year }: SourceFile, { fiscalYears }: MakeContext): unknown {
  return year === null ? fiscalYears : fiscalYears.includes(year);
}

function extractsSent({ sourceFiles }: MakeContext): readonly string[] {
  return [...new Set(sourceFiles.map(({ extract }) => extract))].sort();
}
