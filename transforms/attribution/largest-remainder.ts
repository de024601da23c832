/**
 * How a sum of cents is divided by weights without losing or making a cent: each part gets its share rounded down,
 * and the cents that are left go to the parts with the largest remainders, the earlier part first where remainders
 * are equal. A negative sum is divided like its positive twin. The rule stands here and nowhere else, for SQL and for
 * TypeScript; a property test holds them together. Weights are never negative, and their total is above zero.
 */

/**
 * `split_part(cents, weight, total, pool, place)` for tables with a row per part: the part of `cents` of the row's
 * `pool` that `weight` of `total` gets; of equal remainders the lower `place` is first. A window function, fast for
 * millions of parts.
 */
const SPLIT_PART_MACRO = `create macro split_part(cents, weight, total, pool, place) as
    sign(cents)::hugeint * (
        abs(cents)::hugeint * weight // total
        + (
            row_number() over (partition by pool order by abs(cents)::hugeint * weight % total desc, place)
            <= abs(cents)::hugeint - sum(abs(cents)::hugeint * weight // total) over (partition by pool)
        )::hugeint
    )`;

/**
 * `split_list(cents, weights, total)` for a row that holds all its weights in a HUGEINT list: the parts as a list. It
 * needs no sort of the table, so a rule may split one ledger line in a million. A part's remainder and its place
 * become one number, so that no two are equal; `edge` is the smallest that still gets a cent.
 */
const SPLIT_LIST_MACRO = `create macro split_list(cents, weights, total) as (
    list_transform(
        [
            list_reverse_sort(
                list_transform(weights, lambda weight, place: (abs(cents)::hugeint * weight % total + 1) * len(weights) - place)
            )[
                (abs(cents)::hugeint - list_sum(list_transform(weights, lambda weight: abs(cents)::hugeint * weight // total)))::bigint
            ]
        ],
        lambda edge: list_transform(weights, lambda weight, place: sign(cents)::hugeint * (
            abs(cents)::hugeint * weight // total
            + coalesce((abs(cents)::hugeint * weight % total + 1) * len(weights) - place >= edge, false)::hugeint
        ))
    )[1]
)`;

/** Cents back to dollars, exactly: a division of decimals would pass through a double. */
const CENTS_TO_DOLLARS_MACRO = `create macro cents_to_dollars(cents) as
    (cents::decimal(18,0) * 0.01::decimal(3,2))::decimal(18,2)`;

/** Scalar macros for every model that divides dollars. */
export const SPLIT_MACROS: readonly string[] = [
  SPLIT_PART_MACRO,
  SPLIT_LIST_MACRO,
  CENTS_TO_DOLLARS_MACRO,
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
