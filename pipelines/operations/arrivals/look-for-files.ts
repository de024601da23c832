import type { Arrivals } from '../../../transforms/config/arrivals.ts';
import type { District } from '../../../transforms/config/district.ts';
import { resolveParameters } from '../../../transforms/config/parameters.ts';
import type { RefreshRequest } from '../../refresh/request.ts';
import { digestOf, FileHashes, type FileSet, lyingFiles } from './file-set.ts';
import { findLastRead, type LastRead } from './last-read.ts';

/** What a look at the folder of extracts has found. */
export type Arrival =
  /** What lies there is what the last refresh read, or what an arrival has started one for. */
  | { readonly state: 'nothing_new' }
  /** Files came, and the youngest has not lain still for long enough. */
  | { readonly state: 'settling'; readonly until: Date }
  /** Files came, and these sources have no new one yet. */
  | { readonly state: 'waiting'; readonly for: readonly string[]; readonly until: Date }
  /** A complete set: its digest, and the names of the files that are new. */
  | { readonly state: 'arrived'; readonly set: string; readonly names: readonly string[] };

export interface LookedAt {
  readonly district: District;
  readonly declared: Arrivals;
  /** What the arrival of files asks for. */
  readonly request: Pick<RefreshRequest, 'extractsFolder' | 'set'>;
  /** The folder of the district's outputs. */
  readonly home: string;
}

/** A refresh that was cut off is started once more for the same files. */
const mostStarts = 2;

/** Looks at the folder of extracts of one district, again and again; what has not changed is not read again. */
export class FileLook {
  private readonly hashes = new FileHashes();
  /** The marks of all files when nothing was new. */
  private quiet = '';

  async look({ district, declared, request, home }: LookedAt, now: Date): Promise<Arrival> {
    const parameters = resolveParameters(district, request.set);
    const list = () => lyingFiles(district, request.extractsFolder, parameters);
    const files = await list();
    const marks = marksOf(files);
    if (files.length === 0 || marks === this.quiet) return nothingNew;
    const still = Math.max(...files.map(({ since }) => since)) + declared.settle * 1000;
    if (still > now.getTime()) return { state: 'settling', until: new Date(still) };
    const read = await this.hashes.setOf(files);
    // One that changed while it was read has not lain still.
    if (marksOf(await list()) !== marks) {
      return { state: 'settling', until: new Date(now.getTime() + declared.settle * 1000) };
    }
    const arrival = judge(read, await findLastRead(home), declared, now);
    if (arrival.state === 'nothing_new') this.quiet = marks;
    return arrival;
  }
}

const nothingNew = { state: 'nothing_new' } as const;

function marksOf(files: readonly { readonly name: string; readonly mark: string }[]): string {
  return files.map(({ name, mark }) => `${name} ${mark}`).join('\n');
}

function judge(
  set: FileSet,
  { started, labels, interrupted }: LastRead,
  { wait_for: waitFor, wait_at_most: atMost }: Arrivals,
  now: Date,
): Arrival {
  const digest = digestOf(set.keys());
  const names = [...set.values()].map(({ name }) => name);
  const starts = started.get(digest) ?? 0;
  if (starts > 0) {
    return interrupted && starts < mostStarts
      ? { state: 'arrived', set: digest, names: names.sort() }
      : nothingNew;
  }
  const fresh = [...set].flatMap(([label, file]) => (labels?.has(label) === true ? [] : [file]));
  if (fresh.length === 0) return nothingNew;
  const missing = waitFor.filter((id) => !fresh.some(({ source }) => source === id));
  const until = Math.min(...fresh.map(({ since }) => since)) + atMost * 1000;
  if (missing.length > 0 && until > now.getTime()) {
    return { state: 'waiting', for: missing, until: new Date(until) };
  }
  return { state: 'arrived', set: digest, names: fresh.map(({ name }) => name).sort() };
}
