import type { RunEvent, Trigger } from '../runtime/run-log.ts';

/** What a person or a schedule asks of a refresh: plain data, so that it can travel and be kept. */
export interface RefreshRequest {
  readonly format: 1;
  readonly districtFolder: string;
  readonly extractsFolder: string;
  /** Values of the parameters of district.yaml. */
  readonly set: Readonly<Record<string, string>>;
  /** Keys of assets to make; everything, and publishing, when it is null. */
  readonly select: string | null;
  readonly label: string | null;
  readonly site: boolean;
  readonly trigger: Trigger;
  /** The id of the schedule that asks. */
  readonly schedule: string | null;
  /** The digest of the set of files whose arrival asks. */
  readonly files: string | null;
  /**
   * The fiscal years that a backfill makes. Of a map of several years, only their part of it is made, and no edition;
   * everything when it is null.
   */
  readonly years: readonly number[] | null;
  /** False: the edition waits for a person's approval, also where the district publishes by itself. */
  readonly publish: boolean;
  /** Checks whose findings, as the last refresh told them, a person accepts. */
  readonly accept: readonly AcceptanceRequest[];
}

/** What is asked of a refresh, with the defaults of all that is not said: everything, by a person, and published. */
export function fullRequest(
  asked: Pick<RefreshRequest, 'districtFolder' | 'extractsFolder'> & Partial<RefreshRequest>,
): RefreshRequest {
  return { ...defaults, ...asked, format: 1 };
}

const defaults = {
  set: {},
  select: null,
  label: null,
  site: true,
  trigger: 'manual',
  schedule: null,
  files: null,
  years: null,
  publish: true,
  accept: [],
} as const satisfies Partial<RefreshRequest>;

/** A person's word that what a check has found may stand. */
export interface AcceptanceRequest {
  /** The check's name, such as `not_yet_assigned_limit`; behind an `@` the mark of what the person was shown. */
  readonly check: string;
  readonly by: string;
  readonly reason: string;
}

/** Where a run works, and what it may use there. */
export interface Place {
  /** The folder that holds a folder of outputs for each district. */
  readonly home: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  /** Told what goes on inside a long step. */
  readonly say: (line: string) => void;
}

/** What the embedded runner is told besides. */
export interface EmbeddedPlace extends Place {
  readonly threads: number;
  /** For the whole run, in DuckDB's own notation, such as `1GB`. */
  readonly memoryLimit: string | undefined;
  /** Told every event of the run log, with the number of steps. */
  readonly follow: (event: RunEvent, steps: number) => void;
}
