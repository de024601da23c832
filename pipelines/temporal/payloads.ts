import type { Pool } from '../graph/asset.ts';
import type { RunEnd, StepEnd, StepState } from '../graph/execute.ts';
import type { ItemResult } from '../graph/batch.ts';
import type { PublishedEdition } from '../materialize/publish.ts';
import type { Failure } from '../refresh/failure.ts';
import type { Pointer } from '../runtime/pointer.ts';
import type { RefreshRequest } from '../refresh/request.ts';

/**
 * All that travels between workflows and activities: names of things in the store, counts and sentences. No row, no
 * value of a student or a person, and nothing over 64 KB.
 */

/** Which planned run a message is about. */
export interface RunReference {
  readonly district: string;
  readonly runId: string;
  /** The order's name in the district's store. */
  readonly order: string;
}

/** What `planRun` is asked. */
export interface PlanTask {
  readonly request: RefreshRequest;
  /** The id of the run, when it is planned again. */
  readonly runId: string | null;
}

/** A step as the workflow sees it: its id, its pool, and the places in the list of the steps that come before it. */
export type SlimStep = readonly [id: string, pool: Pool, after: readonly number[]];

/** What `planRun` has planned. */
export interface PlannedRun extends RunReference {
  readonly format: 1;
  /** The number of the edition that readers saw; null when they saw none. */
  readonly seen: number | null;
  /** Those that the run is of. */
  readonly fiscalYears: readonly number[];
  /** The version of the program that planned. */
  readonly program: string;
  /** The first of the steps; `readPlan` gives those that follow. */
  readonly steps: readonly SlimStep[];
  readonly count: number;
}

/** The steps of a plan from a place in the list on. */
export interface PlanPageTask extends RunReference {
  readonly from: number;
}

/** The keys in the store of steps that were made, by id. */
export type Keys = readonly (readonly [id: string, key: string])[];

export interface StepTask extends RunReference {
  readonly step: string;
  /** Of the steps that it reads. */
  readonly inputs: Keys;
}

export interface StepReceipt {
  readonly end: StepEnd;
  readonly key: string;
  /** Of a check that blocks: its title and what to do; the rows that it found stand in the run log alone. */
  readonly failure: Failure | null;
}

export interface PublishTask extends RunReference {
  readonly seen: number | null;
  readonly keys: Keys;
}

export interface PublishReceipt {
  readonly end: StepEnd;
  readonly edition: string;
  readonly outcome: PublishedEdition['outcome'];
  readonly siteBuilt: boolean;
}

/** What only the workflow knows of a run that has ended. */
export interface EndTask extends RunReference {
  readonly end: RunEnd;
  readonly edition: string | null;
  /** Steps that were never tried, by their places in the plan, and the step that is to blame. */
  readonly untried: readonly (readonly [place: number, state: StepState, cause: number | null])[];
  /** Steps that were tried and made nothing: the worker may not have been able to write so into the log. */
  readonly lost: readonly (readonly [id: string, state: StepState, error: string | null])[];
  readonly ms: number;
}

/** What a refresh came to, as the workflow's result. */
export interface RefreshReport {
  readonly format: 1;
  readonly run: RunReference;
  readonly end: RunEnd;
  readonly states: Readonly<Partial<Record<StepState, number>>>;
  readonly failures: readonly Failure[];
  readonly published: Pick<PublishedEdition, 'edition' | 'outcome'> | null;
  readonly siteBuilt: boolean;
}

/** A person's word that readers may see an edition. */
export interface ApprovalTask {
  readonly district: string;
  /** The id of an edition, or the first letters of it. */
  readonly edition: string;
  readonly by: string;
  readonly note: string | null;
}

export interface ApprovalReceipt {
  readonly pointer: Pointer;
  /** Whether readers saw it already. */
  readonly already: boolean;
}

/** What a schedule starts. */
export interface ScheduledStart {
  readonly district: string;
  readonly request: RefreshRequest;
  /** By how many seconds the schedule may start it later than it is declared. */
  readonly jitter: number;
  /** For how many seconds it is still worth making. */
  readonly catch_up: number;
}

/** A look at the folder of extracts, and what the arrival of files asks for. */
export interface ArrivalStart {
  readonly district: string;
  readonly request: RefreshRequest;
}

/** What a look has found: the digest of a complete set of new files, or why there is none. */
export interface ArrivalFound {
  readonly set: string | null;
  readonly why: string;
}

/** What came of a scheduled start. */
export interface ScheduledOutcome {
  readonly outcome: 'made' | 'blocked' | 'skipped' | 'nothing_new';
  /** The edition, or why nothing was started. */
  readonly what: string | null;
}

/** A scheduled start that found a refresh going on, for the run log. */
export interface SkipTask extends Omit<ScheduledStart, 'jitter' | 'catch_up'> {
  readonly why: string;
}

/** Where a refresh is, as the query `progress` tells it. */
export interface RefreshProgress {
  readonly runId: string | null;
  readonly steps: number;
  readonly states: Readonly<Partial<Record<StepState, number>>>;
  readonly running: readonly string[];
}

/** What a batch of refreshes is asked, beside its items, which travel in pages of their own. */
export interface BatchInput {
  readonly format: 1;
  /** What all of them ask. */
  readonly request: RefreshRequest;
  readonly window: number;
  /** How many there are, with those that have ended. */
  readonly count: number;
  /** Whether search attributes are registered. */
  readonly searchable: boolean;
  /** Of those that have ended. */
  readonly results: readonly ItemResult[];
}

/** Where a batch is, as the query `batchProgress` tells it. */
export interface BatchProgress {
  readonly count: number;
  /** The places of the items that go on. */
  readonly running: readonly number[];
  readonly results: readonly ItemResult[];
}
