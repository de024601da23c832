/** A part of a sum: whose it is, and its weight. */
export interface Share {
  readonly place: string;
  readonly weight: bigint;
}

/**
 * Divides cents by weights: every share rounded down, the cents that are left to the largest remainders, the earlier
 * place first where they are equal. Written again for tests, from the rule and not from the product's code.
 */
export function splitCents(cents: bigint, shares: readonly Share[]): Map<string, bigint> {
  const sign = cents < 0n ? -1n : 1n;
  const size = cents * sign;
  const total = shares.reduce((sum, { weight }) => sum + weight, 0n);
  const parts = shares.map(({ place, weight }) => ({
    place,
    part: (size * weight) / total,
    rest: (size * weight) % total,
  }));
  let left = size - parts.reduce((sum, { part }) => sum + part, 0n);
  const byRest = [...parts].sort((a, b) =>
    a.rest === b.rest ? (a.place < b.place ? -1 : 1) : a.rest > b.rest ? -1 : 1,
  );
  for (const entry of byRest) {
    if (left === 0n) break;
    entry.part += 1n;
    left -= 1n;
  }
  return new Map(parts.map(({ place, part }) => [place, part * sign]));
}

/** `-12.30` as -1230n. */
export function toCents(amount: string): bigint {
  const [whole = '0', cents = ''] = amount.replace('-', '').split('.');
  const size = BigInt(whole) * 100n + BigInt(cents.padEnd(2, '0'));
  return amount.startsWith('-') ? -size : size;
}
