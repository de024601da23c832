import type { District } from '../../transforms/config/district.ts';
import type { FailureFacts } from '../refresh/failure.ts';
import type { RefreshResult } from '../refresh/result.ts';
import type { Trigger } from '../runtime/run-log.ts';

/** Something that has happened while the schedules of districts were kept. */
export interface ServeEvent {
  readonly at: Date;
  readonly district: District['district'];
  /** The id of the schedule that it is about. */
  readonly schedule: string | null;
  readonly news: News;
}

export type News =
  /** The schedule is as it is declared now, and starts next at this time. */
  | { readonly kind: 'watching'; readonly next: Date | null; readonly warnings: readonly string[] }
  /** New files in this folder start a refresh. */
  | { readonly kind: 'watching_files'; readonly folder: string }
  /** New files are there, but of these sources none, so that they wait until this time. */
  | {
      readonly kind: 'waiting_for_files';
      readonly sources: readonly string[];
      readonly until: Date;
    }
  /** A complete set of files, of which these are new. */
  | { readonly kind: 'files_arrived'; readonly names: readonly string[] }
  /** The district declares no schedule, and nothing about files. */
  | { readonly kind: 'nothing_declared' }
  | { readonly kind: 'started'; readonly nominal: Date; readonly trigger: Trigger }
  | { readonly kind: 'ended'; readonly result: RefreshResult }
  /** The refresh could not start or did not come to its end. */
  | { readonly kind: 'failed'; readonly facts: FailureFacts }
  | { readonly kind: 'skipped'; readonly nominal: Date; readonly why: string }
  /** Times came while nobody kept the clock, longer ago than the schedule makes up for. */
  | { readonly kind: 'missed'; readonly count: number; readonly last: Date }
  /** The district's configuration cannot be read; its schedules stay as they were. */
  | { readonly kind: 'problem'; readonly facts: FailureFacts };
