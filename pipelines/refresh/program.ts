import { type Answer, answersOf } from '../../sql/answers.ts';
import { readCatalog, type Model } from '../../sql/catalog.ts';
import { EXTRACTS } from '../../transforms/extracts/index.ts';
import { Problem } from '../../transforms/problem.ts';
import { asJson, hashJson } from '../runtime/canonical-json.ts';
import { type CodeFingerprints, readCodeFingerprints } from '../runtime/product.ts';
import { readAllReferences } from '../runtime/sql-references.ts';

/** The program as this process has loaded it. */
export interface Program {
  readonly models: ReadonlyMap<string, Model>;
  /** The relations that each model reads, by the model's relation. */
  readonly references: ReadonlyMap<string, readonly string[]>;
  /** What each extract lets a district see. */
  readonly answers: readonly Answer[];
  readonly code: CodeFingerprints;
  /** One digest of all that decides what a refresh makes: workers of one run have the same. */
  readonly version: string;
}

/** Reads the models and digests the sources, once per process. */
export async function readProgram(): Promise<Program> {
  const catalog = readCatalog();
  const references = await readAllReferences(
    catalog.map((model) => ({ ...model, file: `sql/${model.schema}/${model.name}.sql` })),
  );
  const code = await readCodeFingerprints();
  return {
    models: new Map(catalog.map((model) => [model.relation, model])),
    references,
    answers: answersOf([...EXTRACTS.keys()], catalog, references),
    code,
    version: versionOf(catalog, code),
  };
}

/**
 * Refuses to go on when the files of the program are no longer those that this process has loaded, as after an update
 * under a worker that goes on: half of it would be old, half new.
 */
export async function refuseChangedProgram(loaded: Program): Promise<void> {
  if (versionOf(readCatalog(), await readCodeFingerprints()) === loaded.version) return;
  throw new Problem({
    code: 'program_changed',
    what: 'The files of this program were changed after it was started.',
    fix: 'Start it again.',
  });
}

function versionOf(catalog: readonly Model[], code: CodeFingerprints): string {
  return hashJson(asJson([code, catalog]));
}
