import type { Acceptance } from '../materialize/accepted-checks.ts';
import { manifestText } from '../materialize/manifest.ts';
import { asJson, hashJson } from '../runtime/canonical-json.ts';
import { hashesOfFrozen } from '../runtime/configuration-files.ts';
import { keyOf } from '../runtime/step-key.ts';
import type { StoredStep } from '../runtime/store.ts';
import { acceptanceFor } from './outcomes.ts';
import type { Run } from './run.ts';
import type { StoredSteps } from './step-maker.ts';

/** An edition as the steps of this run have made it. */
export interface EditionParts {
  readonly package: StoredStep;
  readonly database: StoredStep;
  readonly site: StoredStep | undefined;
}

/** The manifest of what this run has made, and where its parts are in the store. */
export function editionManifest(
  run: Run,
  stored: StoredSteps,
): { manifest: string; parts: EditionParts; acceptances: readonly Acceptance[] } {
  const { order, code, models, plan } = run;
  const found = (id: string): StoredStep => {
    const step = stored(id);
    if (!step) throw new Error(`${id} has not been made`);
    return step;
  };
  const parts = {
    package: found('package@all'),
    database: found('database@all'),
    site: stored('site@all'),
  };
  const checks = [...models.values()].flatMap((check) => {
    if (check.kind !== 'check') return [];
    const steps = plan.steps.filter(({ asset }) => asset === check.relation);
    const offenders = steps.reduce((sum, s) => sum + (found(s.id).record.offenders ?? 0), 0);
    return [{ check, offenders }];
  });
  const acceptances = plan.steps.flatMap(({ id, asset, kind }) => {
    if (kind !== 'check') return [];
    return acceptanceFor(models.get(asset), found(id).record, order.acceptances) ?? [];
  });
  const manifest = manifestText({
    district: order.district.district.id,
    fiscalYears: order.fiscalYears,
    label: order.request.label,
    configuration: hashConfiguration(run),
    code: hashJson([code.typescript, code.sql, code.fields, modelsText(run)]),
    package: parts.package.record,
    database: parts.database.record,
    siteKey: siteKey(run, parts.package),
    checks,
    acceptances,
    earlier: order.earlier,
  });
  return { manifest, parts, acceptances };
}

/** The key under which the site is stored, whether it is built in this run or not. */
function siteKey({ code }: Run, made: StoredStep): string {
  const { inputs } = made.record.madeFrom;
  return keyOf('site', 'all', { code: code.site, config: {}, inputs });
}

/** When a district is refreshed, who lets readers see it, and how new it expects to be: nothing of it is in its map. */
const unrelated = { schedules: undefined, freshness: undefined, publish: undefined };

/** Of what this run has read, which is what its steps were made from, whatever the files say by now. */
function hashConfiguration({ order }: Run): string {
  const { district } = order;
  const sources = district.sources.map((source) => ({ ...source, freshness: undefined }));
  return hashJson({
    district: asJson({ ...district, sources, ...unrelated }),
    parameters: asJson(order.parameters),
    files: hashesOfFrozen(order.configuration),
  });
}

function modelsText({ models }: Run): string {
  return hashJson(asJson([...models.values()].map(({ relation, sql }) => [relation, sql])));
}
