import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { District } from '../../transforms/config/district.ts';
import { resolveParameters } from '../../transforms/config/parameters.ts';
import { Problem } from '../../transforms/problem.ts';
import { buildGraph } from '../assets.ts';
import { GraphError } from '../graph/graph.ts';
import { type Plan, planGraph } from '../graph/plan.ts';
import { selectKeys, selectPlan } from '../graph/select.ts';
import { selectYears } from '../graph/years.ts';
import type { Acceptance } from '../materialize/accepted-checks.ts';
import { districtCorrections } from '../materialize/corrections.ts';
import { readDeclaredFiles } from '../materialize/declared-files.ts';
import type { EarlierYear } from '../materialize/earlier-year.ts';
import { hashJson } from '../runtime/canonical-json.ts';
import { ConfigurationFiles, type FrozenFile } from '../runtime/configuration-files.ts';
import { readTextIfThere, replaceFile } from '../runtime/files.ts';
import { planYears } from '../runtime/plan-years.ts';
import { standardsFolder } from '../runtime/product.ts';
import { secretFingerprint, secretFor } from '../runtime/secret.ts';
import { bytesOf, findSourceFiles, type SourceFile } from '../runtime/sources.ts';
import { findEarlierYear } from './find-earlier-year.ts';
import { isYearByYear, refuseUnknownYears } from './ledger-years.ts';
import { type AcceptancePlace, takeAcceptances } from './acceptances-asked.ts';
import { type Program, refuseChangedProgram } from './program.ts';
import type { RefreshRequest } from './request.ts';

/**
 * A refresh as it was planned: what to do, and the configuration that all its steps see, whoever saves a file while
 * it goes on. Plain data, so that any worker that sees the store can make any of its steps.
 */
export interface Order {
  readonly format: 1;
  readonly request: RefreshRequest;
  readonly district: District;
  readonly parameters: Readonly<Record<string, string>>;
  readonly sourceFiles: readonly SourceFile[];
  readonly sourceBytes: number;
  /** The fiscal years that the district's ledger covers, in order. */
  readonly fiscalYears: readonly number[];
  /** Rule tables, lookups and lists, by name. */
  readonly configuration: Readonly<Record<string, FrozenFile>>;
  /** What of checks a person has let pass, now or earlier. */
  readonly acceptances: readonly Acceptance[];
  /** The year before the first one, as a published edition has it; whatever is published meanwhile. */
  readonly earlier: EarlierYear | null;
  /** The program that planned; another refuses to make the steps. */
  readonly program: string;
  /** Tells whether a worker has the same secret, without telling it. */
  readonly secret: string;
  readonly plan: Plan;
}

/** What planning asks of the place where it happens. */
export interface OrderPlace extends AcceptancePlace {
  readonly environment: NodeJS.ProcessEnv;
}

/** Finds the files of a district, hashes them, reads its configuration, and plans the run. */
export async function drawUpOrder(
  request: RefreshRequest,
  district: District,
  program: Program,
  place: OrderPlace,
): Promise<Order> {
  await refuseChangedProgram(program);
  const parameters = resolveParameters(district, request.set);
  const secret = secretFor(district, place.environment);
  const sourceFiles = await findSourceFiles(district, request.extractsFolder, parameters);
  const fiscalYears = planYears(district, sourceFiles, parameters);
  const whole = planSteps(request, program, sourceFiles, fiscalYears);
  const plan = isYearByYear(district) ? whole : planOfYears(whole, request, fiscalYears);
  const configuration = ConfigurationFiles.in(
    request.districtFolder,
    standardsFolder,
    district.coding_of,
  );
  await districtCorrections({ configuration });
  await readDeclaredFiles(plan, { district, configuration, sourceFiles });
  return {
    format: 1,
    request,
    district,
    parameters,
    sourceFiles,
    sourceBytes: await bytesOf(sourceFiles),
    fiscalYears,
    configuration: await configuration.freeze(),
    acceptances: await takeAcceptances(request.accept, program.models, place),
    earlier: await findEarlierYear({
      home: place.home,
      fiscalYears,
      amountType: district.map.amount_type,
    }),
    program: program.version,
    secret: secretFingerprint(secret),
    plan,
  };
}

/** Keeps an order where every worker of the store finds it; returns what it is called there. */
export async function keepOrder(store: string, order: Order): Promise<string> {
  const text = JSON.stringify(order);
  const name = hashJson(text).slice(0, 32);
  await mkdir(join(store, 'orders'), { recursive: true, mode: 0o700 });
  await replaceFile(orderFile(store, name), text);
  return name;
}

/** The order of this name. */
export async function readOrder(store: string, name: string): Promise<Order> {
  const text = await readTextIfThere(orderFile(store, name));
  if (text !== undefined) return parseOrder(text);
  throw new Problem({
    code: 'order_missing',
    what: 'The plan of this refresh is not in the folder of outputs that this worker works in.',
    fix: 'Start every worker with the same --home, on a folder that all of them see.',
    where: { file: orderFile(store, name) },
  });
}

/** Of a map of several years, a backfill makes the part of its own. */
function planOfYears(whole: Plan, { years }: RefreshRequest, known: readonly number[]): Plan {
  if (years === null) return whole;
  refuseUnknownYears(years, known);
  return selectYears(whole, years);
}

function parseOrder(text: string): Order {
  const order = JSON.parse(text) as Order;
  if (order.format === 1) return order;
  throw new Problem({
    code: 'order_unknown',
    what: 'This refresh was planned by a newer version of the program.',
    fix: 'Run the same version on every worker.',
  });
}

function orderFile(store: string, name: string): string {
  return join(store, 'orders', `${name}.json`);
}

function planSteps(
  { site, select }: RefreshRequest,
  { models, references }: Program,
  sourceFiles: readonly SourceFile[],
  fiscalYears: readonly number[],
): Plan {
  const graph = buildGraph({
    models: [...models.values()],
    references,
    sourceFiles,
    fiscalYears,
    site,
  });
  const whole = planGraph(graph);
  if (select === null) return whole;
  try {
    return selectPlan(whole, selectKeys(graph, select));
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
