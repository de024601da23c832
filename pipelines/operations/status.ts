import type { District } from '../../transforms/config/district.ts';
import type { StepState } from '../graph/execute.ts';
import { Editions } from '../runtime/editions.ts';
import { readAsOf } from './as-of.ts';
import type { Acceptance } from '../materialize/accepted-checks.ts';
import type { Pointer } from '../runtime/pointer.ts';
import { readEditionFacts } from '../refresh/edition-facts.ts';
import { describeFreshness, type Freshness } from './freshness.ts';
import { findLastTimes } from './last-times.ts';
import { readLateFiles } from './late-in-edition.ts';
import type { Run } from './run.ts';
import { countStates } from '../refresh/result.ts';
import { readLastRun, readRuns } from './run-history.ts';
import { findUnapproved, type MadeByBackfill, type Waiting } from './unapproved.ts';

/** A check's findings that a person let pass, and who that was. */
export interface Accepted extends Pick<Acceptance, 'check' | 'partition' | 'reason'> {
  readonly by: string | null;
  readonly at: string | null;
}

/** What readers see, and who let them see it. */
export interface ReadersSee {
  readonly edition: string;
  readonly label: string | null;
  readonly approved_at: string;
  /** `automatic` where the district lets a refresh that has passed be seen at once. */
  readonly by: string;
  readonly note: string | null;
  readonly acceptances: readonly Accepted[];
  readonly site_built: boolean;
  /** Files that it was made without. */
  readonly late_files: readonly string[];
}

/** A district's outputs and how they came to be, as far as its home tells; nothing is changed by asking. */
export interface Status {
  readonly district: District['district'];
  readonly readersSee: ReadersSee | null;
  readonly waiting: Waiting | null;
  /** What backfills have made and nobody has approved. */
  readonly also: readonly MadeByBackfill[];
  readonly freshness: readonly Freshness[];
  /** The newest first; with skipped ones. */
  readonly runs: readonly Run[];
  /** The newest run that started to work, also where it is none of `runs`; a skipped one did not. */
  readonly lastRun: Run | undefined;
}

export interface StatusRequest {
  /** The folder of the district's outputs. */
  readonly home: string;
  readonly district: District;
  /** How many runs to tell of. */
  readonly runs: number;
  readonly now: Date;
}

/** Reads what stands in the files of a home. */
export async function describeStatus(request: StatusRequest): Promise<Status> {
  const { home, district, now } = request;
  const editions = new Editions(home);
  const current = await editions.pointer.read();
  const folder = current && editions.folder(current.edition);
  const facts = folder === undefined ? undefined : await readEditionFacts(folder);
  const runs = await readRuns(home, request.runs, now);
  const sourceIds = district.sources.map(({ id }) => id);
  return {
    district: district.district,
    readersSee: current
      ? {
          edition: current.edition,
          label: facts?.label ?? null,
          approved_at: current.approved_at,
          by: current.by,
          note: current.note,
          acceptances: (facts?.acceptances ?? []).map((found) => acceptedBy(found, current)),
          site_built: await editions.hasSite(current.edition),
          late_files: await readLateFiles(editions.folder(current.edition)),
        }
      : null,
    ...(await findUnapproved(home, current?.edition)),
    freshness: describeFreshness({
      district,
      now,
      times: await findLastTimes(home, sourceIds),
      asOf: folder === undefined ? null : await readAsOf(folder),
    }),
    runs,
    lastRun: runs.find(({ state }) => state !== 'skipped') ?? (await readLastRun(home, now)),
  };
}

/** What was accepted stands in the manifest, who accepted it beside the pointer. */
function acceptedBy({ check, partition, reason }: Acceptance, { accepted }: Pointer): Accepted {
  const word = accepted?.find((one) => one.check === check && one.partition === partition);
  return { check, partition, reason, by: word?.by ?? null, at: word?.at ?? null };
}

/** How many steps of a run are in each state. */
export function countSteps({ steps }: Run): Readonly<Partial<Record<StepState, number>>> {
  return countStates(steps.map(({ state }) => state));
}
