import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCatalog, type Model } from '../../sql/catalog.ts';
import type { District } from '../../transforms/config/district.ts';
import { loadDistrict } from '../../transforms/config/load-district.ts';
import { resolveParameters } from '../../transforms/config/parameters.ts';
import { Problem } from '../../transforms/problem.ts';
import { buildGraph } from '../assets.ts';
import { GraphError } from '../graph/graph.ts';
import { type Plan, planGraph } from '../graph/plan.ts';
import { selectKeys, selectPlan } from '../graph/select.ts';
import type { MakeContext } from '../materialize/make.ts';
import { ConfigurationFiles } from '../runtime/configuration-files.ts';
import { isFailure } from '../runtime/files.ts';
import {
  type CodeFingerprints,
  readCodeFingerprints,
  standardsFolder,
} from '../runtime/product.ts';
import { secretFor } from '../runtime/secret.ts';
import { planYears } from '../runtime/plan-years.ts';
import { bytesOf, findSourceFiles } from '../runtime/sources.ts';
import { readAllReferences } from '../runtime/sql-references.ts';
import { type Capacity, shareMachine } from './capacity.ts';
import type { RefreshRequest } from './request.ts';

/** A run that can start: what to do, and all that its steps may use. */
export interface Preparation {
  readonly plan: Plan;
  readonly context: MakeContext;
  readonly capacity: Capacity;
  readonly models: ReadonlyMap<string, Model>;
  readonly code: CodeFingerprints;
}

/** Reads `district.yaml` of a folder. */
export async function readDistrict(folder: string): Promise<District> {
  const file = join(folder, 'district.yaml');
  try {
    return loadDistrict(await readFile(file, 'utf8'), file);
  } catch (error) {
    if (!isFailure(error, 'ENOENT', 'ENOTDIR')) throw error;
    throw new Problem({
      code: 'district_missing',
      what: 'There is no district.yaml in this folder.',
      fix: 'Name the folder of a district, such as data/districts/riverbend.',
      where: { file: folder },
      exit: 2,
      cause: error,
    });
  }
}

/** Finds the files of a district, hashes them, and plans the run. */
export async function prepare(request: RefreshRequest, district: District): Promise<Preparation> {
  const parameters = resolveParameters(district, request.set);
  const secret = secretFor(district, request.environment);
  const sourceFiles = await findSourceFiles(district, request.extractsFolder, parameters);
  const bytes = await bytesOf(sourceFiles);
  const capacity = shareMachine(request.threads, request.memoryLimit, bytes);
  const fiscalYears = planYears(district, sourceFiles, parameters);
  const catalog = readCatalog();
  const references = await readAllReferences(
    catalog.map((model) => ({ ...model, file: `sql/${model.schema}/${model.name}.sql` })),
  );
  const graph = buildGraph({
    models: catalog,
    references,
    sourceFiles,
    fiscalYears,
    site: request.site,
  });
  const whole = planGraph(graph);
  const { threads, memoryLimit } = capacity;
  return {
    plan:
      request.select === undefined
        ? whole
        : narrow(whole, () => selectKeys(graph, request.select ?? '')),
    context: {
      district,
      configuration: new ConfigurationFiles(request.districtFolder, standardsFolder),
      sourceFiles,
      fiscalYears,
      secret,
      parameters,
      engine: { threads, ...(memoryLimit === undefined ? {} : { memoryLimit }) },
      signal: request.signal,
      say: request.say,
    },
    capacity,
    models: new Map(catalog.map((model) => [model.relation, model])),
    code: await readCodeFingerprints(),
  };
}

function narrow(plan: Plan, keys: () => ReadonlySet<string>): Plan {
  try {
    return selectPlan(plan, keys());
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    throw new Problem({
      code: 'selection_unknown',
      what: error.message,
      fix: 'Name assets as schema.table, such as marts.schools; marts.* names all of a schema.',
      exit: 2,
      cause: error,
    });
  }
}
