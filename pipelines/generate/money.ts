/** Money in this folder is `bigint` cents. */
export const dollars = (whole: number): bigint => BigInt(whole) * 100n;

export const sum = (amounts: readonly bigint[]): bigint =>
  amounts.reduce((total, amount) => total + amount, 0n);

/**
 * Splits a total by weights so that the parts sum to it exactly: each part is its share rounded down to a multiple of
 * `unit`, and what is left goes, unit by unit, to the largest remainders (ties to the earlier part); a rest smaller
 * than a unit goes to the first part. A total without weight goes to the first part whole.
 */
export function split(total: bigint, weights: readonly bigint[], unit = 1n): bigint[] {
  const whole = sum(weights);
  if (whole === 0n) return weights.map((_, index) => (index === 0 ? total : 0n));
  const sign = total < 0n ? -1n : 1n;
  const units = (total * sign) / unit;
  const parts = weights.map((weight, index) => ({
    index,
    units: (units * weight) / whole,
    remainder: (units * weight) % whole,
  }));
  let left = units - sum(parts.map((part) => part.units));
  const byRemainder = [...parts].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const part of byRemainder) {
    if (left === 0n) break;
    part.units += 1n;
    left -= 1n;
  }
  const rest = total * sign - units * unit;
  return parts.map((part) => (part.units * unit + (part.index === 0 ? rest : 0n)) * sign);
}

/** Splits a count of things (students, tenths of a position) by weights; the parts sum to it. */
export function splitCount(total: number, weights: readonly number[]): number[] {
  return split(
    BigInt(total),
    weights.map((weight) => BigInt(weight)),
  ).map(Number);
}

/** Cents as plain decimal text: `-1234.50`. */
export function decimalText(cents: bigint): string {
  const size = (cents < 0n ? -cents : cents).toString().padStart(3, '0');
  return `${cents < 0n ? '-' : ''}${size.slice(0, -2)}.${size.slice(-2)}`;
}

/** Cents as a ledger report prints them: `1,234.50`, negatives in parentheses. */
export function reportText(cents: bigint): string {
  const [whole = '', hundredths = ''] = decimalText(cents < 0n ? -cents : cents).split('.');
  const grouped = `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${hundredths}`;
  return cents < 0n ? `(${grouped})` : grouped;
}
