import type { Arrivals } from '../../transforms/config/arrivals.ts';
import type { District } from '../../transforms/config/district.ts';
import { type Arrival, FileLook } from '../operations/arrivals/look-for-files.ts';
import { factsOf } from '../refresh/failure.ts';
import { arrivalRequest } from '../refresh/scheduled-request.ts';
import type { News } from './serve-events.ts';
import type { Folders, Occasion, OccasionSource } from './serve-occasion.ts';

/** Looks at the folder of extracts as often as the district declares, and tells when a complete set of files is there. */
export class ArrivalWatch {
  private readonly files = new FileLook();
  private nextLook = 0;
  private told = '';

  constructor(
    private readonly from: OccasionSource,
    private readonly folders: Folders,
    private readonly tell: (news: News) => void,
  ) {}

  async look(
    district: District,
    now: Date,
  ): Promise<{ readonly occasion?: Occasion; readonly next: Date | null }> {
    const { arrivals: declared } = district;
    if (!declared) return { next: null };
    if (now.getTime() < this.nextLook) return { next: new Date(this.nextLook) };
    const request = arrivalRequest(declared, this.folders, null);
    const arrival = await this.lookNow(district, declared, now);
    const often = now.getTime() + declared.look_every * 1000;
    const until = 'until' in arrival ? arrival.until.getTime() : often;
    this.nextLook = Math.min(often, Math.max(until, now.getTime() + 1000));
    const next = new Date(this.nextLook);
    if (arrival.state !== 'arrived') return { next };
    const occasion: Occasion = {
      from: this.from,
      schedule: null,
      nominal: now,
      handled: now,
      tries: 1,
      request: { ...request, files: arrival.set },
    };
    return { occasion, next };
  }

  /** A folder that cannot be read now keeps no schedule from starting. */
  private async lookNow(district: District, declared: Arrivals, now: Date): Promise<Arrival> {
    const request = arrivalRequest(declared, this.folders, null);
    const { home } = this.from;
    try {
      const arrival = await this.files.look({ district, declared, request, home }, now);
      if (arrival.state !== 'settling')
        this.sayOnce(JSON.stringify(arrival), () => this.say(arrival));
      return arrival;
    } catch (error) {
      const facts = factsOf(error);
      this.sayOnce(facts.message, () => this.tell({ kind: 'problem', facts }));
      return { state: 'nothing_new' };
    }
  }

  /** What has been told is not told again until it is something else. */
  private sayOnce(what: string, say: () => void): void {
    if (what === this.told) return;
    this.told = what;
    say();
  }

  private say(arrival: Arrival): void {
    const { state } = arrival;
    if (state === 'waiting') {
      this.tell({ kind: 'waiting_for_files', sources: arrival.for, until: arrival.until });
    }
    if (state === 'arrived') this.tell({ kind: 'files_arrived', names: arrival.names });
  }
}
