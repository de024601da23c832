import { randomStream } from '../random.ts';
import { FIRST_NAMES, LAST_NAMES } from './names.ts';

export interface Person {
  readonly id: string;
  readonly first: string;
  readonly last: string;
  /** Fiscal year of hire here, and the year in which the career began. */
  readonly hired: number;
  readonly startYear: number;
  readonly degree: string;
}

/** Of a thousand people, so many leave each year and are replaced. */
const LEAVING = 130;

/** Everybody who ever worked here, by the place that they fill. */
export class Registry {
  readonly #seed: number;
  readonly #slots = new Map<string, Person>();
  #used = new Map<string, number>();
  #year = 0;
  #people = 0;

  constructor(seed: number) {
    this.#seed = seed;
  }

  startYear(year: number): void {
    this.#year = year;
    this.#used = new Map();
  }

  /** The next person of an activity at a site: the one of last year, or a new one. */
  next(activity: string, site: string): Person {
    const place = `${activity}/${site}`;
    const index = this.#used.get(place) ?? 0;
    this.#used.set(place, index + 1);
    const slot = `${place}/${index}`;
    const before = this.#slots.get(slot);
    const random = randomStream(this.#seed, 'person', this.#year, slot);
    if (before && !random.chance(LEAVING)) return before;
    this.#people += 1;
    // Who is there when the files begin has served for years; who comes later may be new.
    const service = before ? random.between(0, 6) : random.between(0, 24);
    const person: Person = {
      id: `E${String(10_000 + this.#people)}`,
      first: random.pick(FIRST_NAMES),
      last: random.pick(LAST_NAMES),
      hired: before ? this.#year : this.#year - Math.min(service, 18),
      startYear: this.#year - service,
      degree: random.pick(['BA', 'BA', 'MA', 'MA', 'MA+30', 'EdD']),
    };
    this.#slots.set(slot, person);
    return person;
  }
}
