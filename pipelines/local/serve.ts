import { Problem } from '../../transforms/problem.ts';
import { factsOf } from '../refresh/failure.ts';
import type { EmbeddedPlace, RefreshRequest } from '../refresh/request.ts';
import { aboutThisProcess, newRunId, type RunEvent, RunLog } from '../runtime/run-log.ts';
import type { refresh } from './refresh.ts';
import { programChangedCode } from './steady-refresh.ts';
import type { ServeEvent } from './serve-events.ts';
import { openRun } from './serve-open-run.ts';
import type { Folders, Occasion, OccasionSource } from './serve-occasion.ts';
import { ServedDistricts } from './served-districts.ts';

/** The time, and waiting for it. */
export interface Clock {
  now(): Date;
  /** Returns after so many milliseconds, or as soon as the signal is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export interface ServeOptions {
  readonly districts: readonly Folders[];
  readonly place: EmbeddedPlace;
  readonly clock: Clock;
  readonly tell: (event: ServeEvent) => void;
  /** What makes a refresh. */
  readonly refresh: typeof refresh;
}

/** An edit, and the end of a computer's sleep, are noticed after so long at the latest. */
const longestSleep = 60_000;

/**
 * Keeps the schedules of districts in this process until it is stopped: starts each refresh at its time, one after the
 * other, and makes up once for times that were missed.
 */
export async function serve(options: ServeOptions): Promise<void> {
  const server = new Server(options);
  try {
    await server.districts.openFirst();
    await server.run();
  } finally {
    await server.districts.close();
  }
}

class Server {
  private readonly waiting: Occasion[] = [];
  private running: Occasion | undefined;
  private ended: Promise<void> = Promise.resolve();
  private wake = new AbortController();
  private fault: unknown;

  readonly districts: ServedDistricts;

  constructor(private readonly options: ServeOptions) {
    const tell = this.tell.bind(this);
    this.districts = new ServedDistricts(options.districts, options.place.home, tell);
  }

  private tell(
    { district }: Pick<OccasionSource, 'district'>,
    schedule: string | null,
    news: ServeEvent['news'],
  ): void {
    this.options.tell({ at: this.options.clock.now(), district, schedule, news });
  }

  async run(): Promise<void> {
    const { signal } = this.options.place;
    signal.addEventListener('abort', () => this.wake.abort());
    try {
      while (!signal.aborted && this.fault === undefined) await this.round();
    } finally {
      await this.ended;
    }
    if (this.fault !== undefined) throw this.fault;
  }

  /** From one wake-up to the next. */
  private async round(): Promise<void> {
    const { clock } = this.options;
    this.wake = new AbortController();
    let wakeAt = clock.now().getTime() + longestSleep;
    for (const source of await this.districts.all()) {
      await this.districts.guard(source, 'looking', async () => {
        const { due, next } = await source.look(clock.now());
        for (const occasion of due) await this.take(occasion);
        wakeAt = Math.min(wakeAt, next?.getTime() ?? wakeAt);
      });
    }
    await this.startNext();
    await clock.sleep(Math.max(0, wakeAt - clock.now().getTime()), this.wake.signal);
  }

  /** Puts a refresh in line, or skips it when one of its district goes on or waits. */
  private async take(occasion: Occasion): Promise<void> {
    const { from } = occasion;
    const other = [this.running, ...this.waiting].find((one) => one?.from === from);
    const why =
      other === undefined
        ? await openRun(from, this.options.clock.now())
        : `the refresh ${other.schedule === null ? 'for new files' : `of schedule ${other.schedule}`} ${other === this.running ? 'goes on' : 'waits for its turn'}`;
    if (why !== undefined) {
      // Files stay where they are: they are found again when that refresh has ended.
      if (occasion.schedule === null) return;
      await from.pass(occasion);
      await this.skip(occasion, why);
      return;
    }
    await from.accept(occasion);
    this.waiting.push(occasion);
  }

  private async skip({ from, schedule, nominal, request }: Occasion, why: string): Promise<void> {
    this.tell(from, schedule, { kind: 'skipped', nominal, why });
    await this.districts.guard(from, 'noting', async () => {
      this.log(from, request, 'run_skipped', why);
    });
  }

  /** Starts what has waited longest, when nothing goes on here. */
  private async startNext(): Promise<void> {
    const { place } = this.options;
    for (const occasion of this.waiting.slice()) {
      if (this.running || this.fault !== undefined || place.signal.aborted) return;
      const { from } = occasion;
      await this.districts.guard(from, 'starting', async () => {
        // It may have waited for its turn.
        const why = await openRun(from, this.options.clock.now());
        if (why !== undefined) await from.ended(occasion);
        this.waiting.splice(this.waiting.indexOf(occasion), 1);
        if (why === undefined) this.start(occasion);
        else if (occasion.schedule !== null) await this.skip(occasion, why);
      });
    }
  }

  private start(occasion: Occasion): void {
    this.running = occasion;
    this.ended = this.make(occasion)
      .catch((error: unknown) => {
        this.fault = error;
      })
      .finally(() => {
        this.running = undefined;
        this.wake.abort();
      });
  }

  private async make(occasion: Occasion): Promise<void> {
    const { from, schedule, nominal, request } = occasion;
    this.tell(from, schedule, { kind: 'started', nominal, trigger: request.trigger });
    await this.refresh(occasion);
    // One that was stopped is gone on with when this command starts again in time.
    if (this.options.place.signal.aborted) return;
    await this.districts.guard(from, 'noting', () => from.ended(occasion));
  }

  private async refresh({ from, schedule, request }: Occasion): Promise<void> {
    const { place } = this.options;
    let logged = false;
    const follow: EmbeddedPlace['follow'] = (event, steps) => {
      logged = true;
      place.follow(event, steps);
    };
    try {
      const result = await this.options.refresh(request, { ...place, follow });
      this.tell(from, schedule, { kind: 'ended', result });
    } catch (error) {
      if (place.signal.aborted) return;
      if (error instanceof Problem && error.code === programChangedCode) throw error;
      const facts = factsOf(error);
      this.tell(from, schedule, { kind: 'failed', facts });
      if (logged) return;
      await this.districts.guard(from, 'noting', async () => {
        this.log(from, request, 'run_started').write('run_ended', failed(facts.message));
      });
    }
  }

  /** A log for a run that has none of its own. */
  private log(
    from: OccasionSource,
    request: RefreshRequest,
    event: RunEvent['event'],
    why?: string,
  ) {
    const now = (): Date => this.options.clock.now();
    const log = new RunLog(from.home, newRunId(now()), undefined, now);
    const { trigger, schedule, files } = request;
    const about = aboutThisProcess(trigger, schedule, null, files);
    log.write(event, why === undefined ? { about } : { about, why });
    return log;
  }
}

const failed = (error: string) => ({ state: 'failed' as const, error });
