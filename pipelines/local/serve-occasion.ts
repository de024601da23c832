import type { District } from '../../transforms/config/district.ts';
import type { RefreshRequest } from '../refresh/request.ts';

export type Folders = Pick<RefreshRequest, 'districtFolder' | 'extractsFolder'>;

/** A refresh whose time has come. */
export interface Occasion {
  readonly from: OccasionSource;
  /** The id of the schedule; null of files that have arrived, which wait for a refresh that goes on. */
  readonly schedule: string | null;
  /** The declared time that it is for; of files, when they were found. */
  readonly nominal: Date;
  /** With it, all declared times up to this one are dealt with. */
  readonly handled: Date;
  /** 1 the first time that it is started. */
  readonly tries: number;
  readonly request: RefreshRequest;
}

/**
 * What starts refreshes of a district, its schedules and the arrival of files: asked at each wake-up, it tells what is
 * due, and when to ask again at the latest.
 */
export interface OccasionSource {
  readonly district: District['district'];
  /** The folder of the district's outputs. */
  readonly home: string;
  look(now: Date): Promise<{ readonly due: readonly Occasion[]; readonly next: Date | null }>;
  /** Told that the refresh will be made, before it starts. */
  accept(occasion: Occasion): Promise<void>;
  /** Told that it will not. */
  pass(occasion: Occasion): Promise<void>;
  /** Told that it has ended, well or not; not told when it was stopped. */
  ended(occasion: Occasion): Promise<void>;
  close(): Promise<void>;
}
