import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText, reportText, split, sum } from '../../pipelines/generate/money.ts';
import { randomStream } from '../../pipelines/generate/random.ts';

describe('splitting a sum', () => {
  it('gives what is left to the largest remainders, the earlier part first', () => {
    expect(split(100_000n, [1n, 1n, 1n])).toEqual([33_334n, 33_333n, 33_333n]);
    expect(split(-100n, [1n, 1n, 1n])).toEqual([-34n, -33n, -33n]);
    expect(split(12_345_679n, [412n, 388n, 951n, 27n])).toEqual([
      2_860_753n,
      2_694_108n,
      6_603_341n,
      187_477n,
    ]);
  });

  it('neither makes nor loses a cent', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 15n), 10n ** 15n),
        fc.array(fc.bigInt(0n, 10n ** 9n), { minLength: 1, maxLength: 20 }),
        fc.constantFrom(1n, 100n),
        (total, weights, unit) => sum(split(total, weights, unit)) === total,
      ),
    );
  });
});

describe('amounts', () => {
  it('stand in reports with commas, and in parentheses below zero', () => {
    expect([0n, 5n, 123_456_789n, -100_000n].map(reportText)).toEqual([
      '0.00',
      '0.05',
      '1,234,567.89',
      '(1,000.00)',
    ]);
    expect([0n, 5n, -5n, -123_456n].map(decimalText)).toEqual([
      '0.00',
      '0.05',
      '-0.05',
      '-1234.56',
    ]);
  });
});

describe('random numbers', () => {
  it('are the same on every machine: these were written down once', () => {
    const random = randomStream(1, 'written down');
    expect([
      random.below(1000),
      random.below(1000),
      random.between(5, 9),
      random.pick(['a', 'b', 'c']),
    ]).toEqual([300, 751, 5, 'a']);
  });

  it('of another name are others', () => {
    const draw = (name: string): number[] => {
      const random = randomStream(1, name);
      return Array.from({ length: 5 }, () => random.below(1_000_000));
    };
    expect(draw('a')).not.toEqual(draw('b'));
    expect(draw('a')).toEqual(draw('a'));
  });
});
