/** A stream of random whole numbers that is the same on every machine: integer arithmetic only, no clock, no `Math.random`. */
export interface Random {
  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  /** True `perMille` times of a thousand. */
  chance(perMille: number): boolean;
}

/** The stream that belongs to a name: the parts of a name (seed, year, school ...) give streams that do not disturb one another. */
export function randomStream(...name: readonly (string | number)[]): Random {
  let state = hash(name.join('/'));
  const next = (): number => {
    // Mulberry32: small, fast, and good enough to make names and amounts look unplanned.
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number): number => next() % limit;
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    pick: <T>(list: readonly T[]): T => {
      const item = list[below(list.length)];
      if (item === undefined) throw new RangeError('An empty list has nothing to pick.');
      return item;
    },
    chance: (perMille) => below(1000) < perMille,
  };
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return value;
}
