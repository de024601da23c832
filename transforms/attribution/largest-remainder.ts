/**
 * How a sum of cents is divided by weights without losing or making a cent: each part gets its share rounded down,
 * and the cents that are left go to the parts with the largest remainders, the earlier part first where remainders
 * are equal. A negative sum is divided like its positive twin. The rule stands here and nowhere else, for SQL and for
 * TypeScript; a property test holds them together. Weights are never negative, and their total is above zero.
 */

/**
 * `split_in_pool(cents, weight, total, pool, place)` for tables with a row per part: the part of `cents` of the row's
 * `pool` that `weight` of `total` gets; of equal remainders the lower `place` is first. A window function, fast for
 * millions of parts.
 */
const SPLIT_IN_POOL_MACRO = `create macro split_in_pool(cents, weight, total, pool, place) as
    sign(cents)::hugeint * (
        abs(cents)::hugeint * weight // total
        + (
            row_number() over (partition by pool order by abs(cents)::hugeint * weight % total desc, place)
            <= abs(cents)::hugeint - sum(abs(cents)::hugeint * weight // total) over (partition by pool)
        )::hugeint
    )`;

/**
 * The same for a row that holds all the weights of its split, as a rule does that divides one ledger line in a million:
 * no sort of the table is needed. `weights` are SQL of all weights in order and sum to `total`; `weight` and `part`
 * (from 1) are those of the row. What is rounded away is the sum of the remainders; a part gets a cent of it when
 * fewer parts than that come before it.
 */
export function splitByWeightsSql(split: {
  readonly cents: string;
  readonly weight: string;
  readonly part: string;
  readonly weights: readonly string[];
  readonly total: bigint;
}): string {
  const { cents, weight, part, weights, total } = split;
  const remainder = (of: string) => `(abs(${cents}) * ${of} % ${total})`;
  const left = `(${weights.map(remainder).join(' + ')}) // ${total}`;
  const before = weights.map(
    (other, i) =>
      `(${remainder(other)} > ${remainder(weight)} or (${remainder(other)} = ${remainder(weight)} and ${i + 1} < ${part}))::integer`,
  );
  return `sign(${cents}) * (abs(${cents}) * ${weight} // ${total} + (${before.join(' + ')} < ${left})::integer)`;
}

/** Cents back to dollars, exactly: a division of decimals would pass through a double. */
const CENTS_TO_DOLLARS_MACRO = `create macro cents_to_dollars(cents) as
    (cents::decimal(18,0) * 0.01::decimal(3,2))::decimal(18,2)`;

/**
 * `scaled_dollars(amount, factor, divisor)`: one sum of dollars at another size, such as a school's dollars at the number
 * of students of another school, to the nearest cent and half a cent away from zero. Not for parts of a whole: those
 * would not add up. Factor and divisor are whole numbers, the divisor above zero.
 */
const SCALED_DOLLARS_MACRO = `create macro scaled_dollars(amount, factor, divisor) as
    cents_to_dollars(
        sign(amount)::hugeint
        * (((abs(amount) * 100)::hugeint * factor * 2 + divisor) // (divisor::hugeint * 2))
    )`;

/** Scalar macros for every model that divides dollars. */
export const SPLIT_MACROS: readonly string[] = [
  SPLIT_IN_POOL_MACRO,
  CENTS_TO_DOLLARS_MACRO,
  SCALED_DOLLARS_MACRO,
];

/**
 * The same in TypeScript: `cents` divided by `weights`, in their order.
 * @throws RangeError when there is nothing to divide by.
 */
export function splitCents(cents: bigint, weights: readonly bigint[]): bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n);
  if (total <= 0n || weights.some((weight) => weight < 0n)) {
    throw new RangeError('Weights must not be negative, and their sum must be above zero.');
  }
  const size = cents < 0n ? -cents : cents;
  const parts = weights.map((weight, place) => ({
    place,
    cents: (size * weight) / total,
    remainder: (size * weight) % total,
  }));
  const left = size - parts.reduce((sum, part) => sum + part.cents, 0n);
  const byRemainder = [...parts].sort(
    (a, b) =>
      Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder) || a.place - b.place,
  );
  for (const part of byRemainder.slice(0, Number(left))) part.cents += 1n;
  return parts.map((part) => (cents < 0n ? -part.cents : part.cents));
}
