import type { Answer } from '../../sql/answers.ts';
import type { District } from '../../transforms/config/district.ts';
import type { PlannedStep } from '../graph/plan.ts';
import type { ConfigurationFiles } from '../runtime/configuration-files.ts';
import type { EngineOptions, RelationFiles } from '../runtime/duckdb.ts';
import type { SourceFile } from '../runtime/sources.ts';
import type { Acceptance } from './accepted-checks.ts';
import type { EarlierYear } from './earlier-year.ts';

/** What a step may use besides its inputs; nothing in here may change an output without being part of the step's key. */
export interface MakeContext {
  readonly district: District;
  /** Rule tables, lookups and lists: the district's own, and those that every district shares. */
  readonly configuration: ConfigurationFiles;
  readonly sourceFiles: readonly SourceFile[];
  /** The fiscal years that the district's ledger covers, in order. */
  readonly fiscalYears: readonly number[];
  /** What each extract lets the district see, by the models that read it. */
  readonly answers: readonly Answer[];
  /** The key of the pseudonyms; a fixed public one for an invented district. */
  readonly secret: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** What of checks a person has let pass, now or earlier; those that fit nothing that is found now change nothing. */
  readonly acceptances: readonly Acceptance[];
  /** The year before the first one, of a published edition. */
  readonly earlier: EarlierYear | null;
  /** Threads, memory and the signal of the run; `withEngine` adds the folder to spill to. */
  readonly engine: EngineOptions;
  /** The digest of the report site's pages, as its step's key names it. */
  readonly pages: string;
  readonly signal: AbortSignal;
  /** Told what goes on inside a long step; shown to a person, kept nowhere. */
  readonly say: (line: string) => void;
}

/** One step to make: read `inputs`, write files into `directory`, say what was written. */
export interface MakeRequest {
  readonly step: PlannedStep;
  readonly inputs: readonly RelationFiles[];
  /** Private to this step and empty; it becomes the step's place in the store. */
  readonly directory: string;
  readonly context: MakeContext;
}

export interface MadeRelation {
  /** File name inside the step's directory, as a rule `<relation>.parquet`. */
  readonly file: string;
  readonly rows: number;
  /** The columns by which the file is sorted and in which no two rows agree. */
  readonly key: readonly string[];
}

/** What a step wrote. */
export interface Made {
  readonly relations: Readonly<Record<string, MadeRelation>>;
  /** Of a check: how many rows break it. */
  readonly offenders?: number;
  /** Sentences for the person who runs it, never with a value of a person's row. */
  readonly messages?: readonly string[];
}

/** How one kind of asset is made. It may be called again for the same step, always with an empty directory. */
export type Make = (request: MakeRequest) => Promise<Made>;
