import { describe, expect, test } from 'vitest';
import { shareMachine } from '../../pipelines/refresh/capacity.ts';

const small = 6_000_000;
const large = 2_000_000_000;

describe('sharing the machine', () => {
  test.each([
    [1, large, 1, 1],
    [2, large, 1, 2],
    [4, large, 2, 2],
    [8, large, 4, 2],
    [32, large, 4, 8],
    [1, small, 1, 1],
    [2, small, 3, 1],
    [4, small, 4, 1],
    [8, small, 4, 2],
  ])(
    '%i threads, %i bytes: %i steps at once, with %i threads each',
    (threads, bytes, steps, each) => {
      const capacity = shareMachine(threads, undefined, bytes);
      expect([capacity.limits.compute, capacity.engine.threads]).toEqual([steps, each]);
    },
  );

  test('one site build at a time, always', () => {
    expect(shareMachine(64, undefined, large).limits.site).toBe(1);
  });

  test('memory is for the whole run, and leaves room for what an engine does not count', () => {
    expect(shareMachine(2, '1GB', large).engine.memoryLimit).toBe('0.75GB');
    expect(shareMachine(4, '1GB', large).engine.memoryLimit).toBe('0.375GB');
    expect(shareMachine(2, '3GB', small).engine.memoryLimit).toBe('0.75GB');
    expect(() => shareMachine(2, 'much', large)).toThrow('is not an amount of memory');
  });
});
