import type { Model } from '../../sql/catalog.ts';
import { Problem } from '../../transforms/problem.ts';
import type { Plan } from '../graph/plan.ts';
import type { MakeContext } from '../materialize/make.ts';
import { ConfigurationFiles } from '../runtime/configuration-files.ts';
import type { EngineOptions } from '../runtime/duckdb.ts';
import type { CodeFingerprints } from '../runtime/product.ts';
import { secretFingerprint, secretFor } from '../runtime/secret.ts';
import type { Order } from './order.ts';
import type { Program } from './program.ts';
import type { Place } from './request.ts';

/** A run whose steps can be made here. */
export interface Run {
  readonly order: Order;
  readonly plan: Plan;
  readonly context: MakeContext;
  readonly models: ReadonlyMap<string, Model>;
  readonly code: CodeFingerprints;
}

/** Opens an order for work in this process. Throws when this process would make something else of it. */
export function openRun(
  order: Order,
  program: Program,
  place: Pick<Place, 'environment' | 'signal' | 'say'>,
  engine: EngineOptions,
): Run {
  if (order.program !== program.version) throw codeChanged();
  const secret = secretFor(order.district, place.environment);
  if (secretFingerprint(secret) !== order.secret) throw otherSecret();
  const { district, sourceFiles, fiscalYears, parameters } = order;
  return {
    order,
    plan: order.plan,
    context: {
      district,
      configuration: ConfigurationFiles.frozen(order.configuration),
      sourceFiles,
      fiscalYears,
      answers: program.answers,
      secret,
      parameters,
      acceptances: order.acceptances,
      earlier: order.earlier,
      engine,
      pages: program.code.pages,
      signal: place.signal,
      say: place.say,
    },
    models: program.models,
    code: program.code,
  };
}

/** The code by which a run knows that it must be planned again. */
const codeChangedCode = 'CodeChanged';

function codeChanged(): Problem {
  return new Problem({
    code: codeChangedCode,
    what: 'This refresh was planned by another version of the program than this worker runs.',
    fix: 'Run the same version on every worker.',
  });
}

function otherSecret(): Problem {
  return new Problem({
    code: 'secret_differs',
    what: 'The RESOURCE_MAP_SECRET of this worker is not the one that the refresh was planned with.',
    fix: 'Give every worker the same secret.',
    exit: 2,
  });
}
