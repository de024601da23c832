import type { Model } from '../../sql/catalog.ts';
import { makeAcceptedChecks } from './accepted-checks.ts';
import { makeCheck } from './check.ts';
import { makeCoding } from './coding.ts';
import { makeDatabase } from './database.ts';
import { makeEarlierYear } from './earlier-year.ts';
import type { Made, MakeRequest } from './make.ts';
import { makePackage } from './package.ts';
import { makeReferenceTable } from './reference-table.ts';
import { makeSettings } from './settings.ts';
import { makeSite } from './site-step.ts';
import { makeModel } from './sql-model.ts';
import { makeStaging } from './staging.ts';

/** Makes one step that lives in the store: each kind of asset has its own way. */
export async function makeStep(
  request: MakeRequest,
  models: ReadonlyMap<string, Model>,
): Promise<Made> {
  const { step } = request;
  switch (step.kind) {
    case 'staging':
      return makeStaging(request);
    case 'reference':
      return makeReferenceTable(request);
    case 'settings':
      return makeSettings(request);
    case 'earlier':
      return makeEarlierYear(request);
    case 'coding':
      return makeCoding(request);
    case 'model':
    case 'check': {
      const model = models.get(step.asset);
      if (!model) throw new Error(`There is no model ${step.asset}`);
      return model.kind === 'check' ? makeCheck(request, model) : makeModel(request, model);
    }
    case 'acceptances':
      return makeAcceptedChecks(request, models);
    case 'package':
      return makePackage(request, models);
    case 'database':
      return makeDatabase(request);
    case 'site':
      return makeSite(request);
    case 'publish':
      throw new Error('Publishing moves a pointer and has no place in the store');
  }
}
