import { manifestText } from '../materialize/manifest.ts';
import { asJson, hashJson } from '../runtime/canonical-json.ts';
import { keyOf } from '../runtime/step-key.ts';
import type { StoredStep } from '../runtime/store.ts';
import type { Preparation } from './prepare.ts';
import type { RefreshRequest } from './request.ts';
import type { StepResult } from './step-runner.ts';

/** An edition as the steps of this run have made it. */
export interface EditionParts {
  readonly package: StoredStep;
  readonly database: StoredStep;
  readonly site: StoredStep | undefined;
}

/** The manifest of what this run has made, and where its parts are in the store. */
export async function editionManifest(
  request: RefreshRequest,
  preparation: Preparation,
  results: ReadonlyMap<string, StepResult>,
): Promise<{ manifest: string; parts: EditionParts }> {
  const { context, code, models, plan } = preparation;
  const stored = (id: string): StoredStep => {
    const step = results.get(id)?.stored;
    if (!step) throw new Error(`${id} has not been made`);
    return step;
  };
  const parts = {
    package: stored('package@all'),
    database: stored('database@all'),
    site: results.get('site@all')?.stored,
  };
  const checks = [...models.values()].flatMap((check) => {
    if (check.kind !== 'check') return [];
    const steps = plan.steps.filter(({ asset }) => asset === check.relation);
    const offenders = steps.reduce((sum, s) => sum + (stored(s.id).record.offenders ?? 0), 0);
    return [{ check, offenders }];
  });
  const manifest = manifestText({
    district: context.district.district.id,
    fiscalYears: context.fiscalYears,
    label: request.label,
    configuration: await hashConfiguration(preparation),
    code: hashJson([code.typescript, code.sql, code.fields, modelsText(preparation)]),
    package: parts.package.record,
    database: parts.database.record,
    siteKey: siteKey(preparation, parts.package),
    checks,
  });
  return { manifest, parts };
}

/** The key under which the site is stored, whether it is built in this run or not. */
function siteKey({ code }: Preparation, made: StoredStep): string {
  const { inputs } = made.record.madeFrom;
  return keyOf('site', 'all', { code: code.site, config: {}, inputs });
}

/** Of what this run has read, which is what its steps were made from, whatever the files say by now. */
async function hashConfiguration({ context }: Preparation): Promise<string> {
  return hashJson({
    district: asJson(context.district),
    parameters: asJson(context.parameters),
    files: await context.configuration.hashes(),
  });
}

function modelsText({ models }: Preparation): string {
  return hashJson(asJson([...models.values()].map(({ relation, sql }) => [relation, sql])));
}
