import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Engine, textOf } from '../../pipelines/runtime/duckdb.ts';
import { splitByWeightsSql, splitCents } from '../../transforms/attribution/largest-remainder.ts';
import { ATTRIBUTION_MACROS } from '../../transforms/attribution/macros.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await Engine.open({ threads: 2 });
  for (const macro of ATTRIBUTION_MACROS) await engine.run(macro);
});
afterAll(() => engine.close());

const byHand: [bigint, bigint[], bigint[]][] = [
  [100_000n, [1n, 1n, 1n], [33_334n, 33_333n, 33_333n]],
  [12_345_679n, [412n, 388n, 951n, 27n], [2_860_753n, 2_694_108n, 6_603_341n, 187_477n]],
  [-100_000n, [1n, 1n, 1n], [-33_334n, -33_333n, -33_333n]],
  [1n, [0n, 1n, 1n], [0n, 1n, 0n]],
  [2n, [1n, 1n, 1n], [1n, 1n, 0n]],
  [10n, [5n], [10n]],
  [0n, [3n, 4n], [0n, 0n]],
  // 0.7 and 1.4 and 4.9 cents: the two cents that are left go to the remainders .9 and .7.
  [7n, [1n, 2n, 7n], [1n, 1n, 5n]],
];

/** Both SQL forms for many cases at once: the parts by case and place. */
async function splitInSql(cases: readonly (readonly [bigint, readonly bigint[]])[]) {
  const values = cases.flatMap(([cents, weights], pool) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0n);
    return weights.map(
      (weight, i) =>
        `(${pool}, ${i + 1}, ${cents}::hugeint, ${weight}::hugeint, ${total}::hugeint)`,
    );
  });
  return engine.rows(`
    select pool, place, split_in_pool(cents, weight, total, pool, place) as cents,
        cents_to_dollars(split_in_pool(cents, weight, total, pool, place)) as dollars
    from (values ${values.join(', ')}) t(pool, place, cents, weight, total)
    order by pool, place`);
}

/** The form for rules, whose weights stand in the row. */
async function splitByRule(cents: bigint, weights: readonly bigint[]) {
  const sql = splitByWeightsSql({
    cents: '(amount * 100)::bigint',
    weight: 'weight',
    part: 'part',
    weights: weights.map((_, i) => `weight_${i + 1}`),
    total: weights.reduce((sum, weight) => sum + weight, 0n),
  });
  const rows = await engine.rows(`
    select ${sql} as cents
    from (select cents_to_dollars(${cents}::hugeint) as amount, ${weights.map((weight, i) => `${weight}::bigint as weight_${i + 1}`).join(', ')})
    cross join (values ${weights.map((weight, i) => `(${weight}::bigint, ${i + 1})`).join(', ')}) t(weight, part)
    order by part`);
  return rows.map((row) => textOf(row['cents']));
}

describe('dividing cents by weights', () => {
  test.each(byHand)('%s over %s', async (cents, weights, expected) => {
    expect(splitCents(cents, weights)).toEqual(expected);
    const rows = await splitInSql([[cents, weights]]);
    expect(rows.map((row) => row['cents'])).toEqual(expected.map(String));
    expect(await splitByRule(cents, weights)).toEqual(expected.map(String));
  });

  test('cents become dollars without passing through a double', async () => {
    const rows = await splitInSql([[-9_007_199_254_740_993n, [1n]]]);
    expect(rows[0]?.['dollars']).toBe('-90071992547409.93');
  });

  test('nothing to divide by is refused', () => {
    expect(() => splitCents(1n, [0n, 0n])).toThrow(RangeError);
    expect(() => splitCents(1n, [2n, -1n])).toThrow(RangeError);
  });

  test('SQL and TypeScript agree on any sum and weights, and the parts sum to the whole', async () => {
    // Sums up to a trillion dollars, weights as large as the pay of a district times 10,000.
    const cents = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });
    const weights = fc
      .array(fc.oneof(fc.bigInt({ min: 0n, max: 9n }), fc.bigInt({ min: 0n, max: 10n ** 18n })), {
        minLength: 1,
        maxLength: 40,
      })
      .filter((list) => list.some((weight) => weight > 0n));
    const cases = fc.sample(fc.tuple(cents, weights), { numRuns: 400, seed: 7 });
    const expected = cases.map(([sum, list]) => splitCents(sum, list));
    for (const [i, parts] of expected.entries()) {
      expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(cases[i]?.[0]);
    }
    const rows = await splitInSql(cases);
    expect(rows.map((row) => row['cents'])).toEqual(expected.flat().map(String));
  });

  test('a rule that splits agrees for any line and shares', async () => {
    const share = fc.bigInt({ min: 1n, max: 100_000n });
    const lines = fc.tuple(
      fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      fc.array(share, { minLength: 2, maxLength: 9 }),
    );
    for (const [cents, shares] of fc.sample(lines, { numRuns: 100, seed: 11 })) {
      const rest = 1_000_000n - shares.reduce((sum, weight) => sum + weight, 0n);
      const weights = [...shares, rest];
      expect(await splitByRule(cents, weights)).toEqual(splitCents(cents, weights).map(String));
    }
  });
});
