import { join } from 'node:path';
import type { District } from '../../transforms/config/district.ts';
import type { Schedule } from '../../transforms/config/schedule.ts';
import { Problem } from '../../transforms/problem.ts';
import { catchUpWindow, type Look, lookAt } from '../../transforms/schedules/starts.ts';
import { scheduleWarnings } from '../../transforms/schedules/warnings.ts';
import { factsOf } from '../refresh/failure.ts';
import { readDistrict } from '../refresh/read-district.ts';
import { scheduledRequest } from '../refresh/scheduled-request.ts';
import { asJson, hashJson } from '../runtime/canonical-json.ts';
import { ArrivalWatch } from './serve-arrivals.ts';
import type { Folders, Occasion, OccasionSource } from './serve-occasion.ts';
import { Memory, type Remembered } from './serve-memory.ts';
import type { News } from './serve-events.ts';

type Tell = (from: ServedDistrict, schedule: string | null, news: News) => void;

/** A start that comes later than this was missed. */
const punctual = 60_000;

/** A refresh that was interrupted, by a power cut or a stop, is started once more. */
const mostTries = 2;

/** One district whose schedules and folder of extracts are watched. Its configuration is read again at each look, so that an edit takes effect. */
export class ServedDistrict implements OccasionSource {
  private declared = '';
  private trouble = '';
  private firstLook = true;
  private readonly arrivals: ArrivalWatch;

  private constructor(
    private readonly folders: Folders,
    readonly home: string,
    private readonly memory: Memory,
    private configuration: District,
    private readonly tell: Tell,
  ) {
    this.arrivals = new ArrivalWatch(this, folders, (news) => this.tell(this, null, news));
  }

  static async open(folders: Folders, home: string, tell: Tell): Promise<ServedDistrict> {
    const configuration = await readDistrict(folders.districtFolder);
    const own = join(home, configuration.district.id);
    return new ServedDistrict(folders, own, await Memory.open(own), configuration, tell);
  }

  get district(): District['district'] {
    return this.configuration.district;
  }

  async look(now: Date): Promise<{ due: readonly Occasion[]; next: Date | null }> {
    await this.readAgain();
    await this.sayWhatIsDeclared(now);
    const due: Occasion[] = [];
    let next: Date | null = null;
    for (const schedule of this.configuration.schedules) {
      const known = await this.memory.of(schedule, this.district, now);
      const look = this.lookAt(schedule, new Date(known.handled), now);
      const occasion = await this.occasion(schedule, known, look, now);
      if (occasion) due.push(occasion);
      next = earlier(next, look.next?.due ?? null);
    }
    this.firstLook = false;
    const files = await this.arrivals.look(this.configuration, now);
    if (files.occasion) due.push(files.occasion);
    return { due, next: earlier(next, files.next) };
  }

  async accept({ schedule, nominal, handled, tries }: Occasion): Promise<void> {
    if (schedule === null) return;
    // Before it starts, so that a refresh which ends this process is not repeated for ever.
    const open = { nominal: nominal.toISOString(), tries };
    await this.memory.keep(schedule, { handled: handled.toISOString(), open });
  }

  async pass({ schedule, handled }: Occasion): Promise<void> {
    if (schedule === null) return;
    await this.memory.keep(schedule, { handled: handled.toISOString() });
  }

  async ended({ schedule }: Occasion): Promise<void> {
    if (schedule === null) return;
    await this.memory.keep(schedule, { open: null });
  }

  async close(): Promise<void> {
    await this.memory.close();
  }

  private lookAt(schedule: Schedule, handled: Date, now: Date): Look {
    return lookAt(this.district.id, schedule, this.district.time_zone, handled, now);
  }

  /** However many times were missed, one refresh makes up for them. */
  private async occasion(
    schedule: Schedule,
    known: Remembered,
    { due, missed }: Look,
    now: Date,
  ): Promise<Occasion | undefined> {
    const lost = missed.at(-1)?.nominal;
    if (lost) {
      await this.memory.keep(schedule.id, { handled: lost.toISOString() });
      this.tell(this, schedule.id, { kind: 'missed', count: missed.length, last: lost });
    }
    const [first] = due;
    if (!first) return this.interrupted(schedule, known, now);
    const late = now.getTime() - first.due.getTime() > punctual;
    return {
      from: this,
      schedule: schedule.id,
      nominal: first.nominal,
      handled: due.at(-1)?.nominal ?? first.nominal,
      tries: 1,
      request: scheduledRequest(schedule, this.folders, late ? 'catch_up' : 'schedule'),
    };
  }

  /** The start that the process before this one began and did not end. */
  private interrupted(
    schedule: Schedule,
    { open, handled }: Remembered,
    now: Date,
  ): Occasion | undefined {
    if (!open || !this.firstLook || open.tries >= mostTries) return undefined;
    const nominal = new Date(open.nominal);
    if (now.getTime() - nominal.getTime() > catchUpWindow(schedule)) return undefined;
    return {
      from: this,
      schedule: schedule.id,
      nominal,
      handled: new Date(handled),
      tries: open.tries + 1,
      request: scheduledRequest(schedule, this.folders, 'catch_up'),
    };
  }

  private async readAgain(): Promise<void> {
    try {
      const fresh = await readDistrict(this.folders.districtFolder);
      if (fresh.district.id !== this.district.id) throw otherDistrict();
      this.configuration = fresh;
      this.trouble = '';
    } catch (error) {
      const facts = factsOf(error);
      if (facts.message !== this.trouble) this.tell(this, null, { kind: 'problem', facts });
      this.trouble = facts.message;
    }
  }

  /** Once, and again when it has changed. */
  private async sayWhatIsDeclared(now: Date): Promise<void> {
    const { district, schedules, arrivals } = this.configuration;
    const declared = hashJson(asJson([schedules, arrivals ?? null, district.time_zone]));
    if (declared === this.declared) return;
    this.declared = declared;
    if (arrivals) {
      this.tell(this, null, { kind: 'watching_files', folder: this.folders.extractsFolder });
    } else if (schedules.length === 0) this.tell(this, null, { kind: 'nothing_declared' });
    for (const schedule of schedules) {
      const { handled } = await this.memory.of(schedule, district, now);
      const oldest = now.getTime() - catchUpWindow(schedule);
      const since = new Date(Math.max(Date.parse(handled), oldest));
      const { due, next } = this.lookAt(schedule, since, now);
      const warnings = scheduleWarnings(schedule, district.time_zone, now);
      const coming = due[0]?.due ?? next?.due ?? null;
      this.tell(this, schedule.id, { kind: 'watching', next: coming, warnings });
    }
  }
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

function otherDistrict(): Problem {
  return new Problem({
    code: 'district_renamed',
    what: 'The id of this district has changed.',
    fix: 'End this command and start it again.',
  });
}
