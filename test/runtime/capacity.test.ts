import { describe, expect, test } from 'vitest';
import { shareMachine } from '../../pipelines/local/capacity.ts';

describe('sharing the machine', () => {
  test.each([
    [1, 1, 1],
    [2, 1, 2],
    [4, 2, 2],
    [8, 4, 2],
    [32, 4, 8],
  ])('%i threads: %i steps at once, with %i threads each', (threads, steps, each) => {
    const capacity = shareMachine(threads, undefined);
    expect([capacity.limits.compute, capacity.threads]).toEqual([steps, each]);
  });

  test('one site build at a time, always', () => {
    expect(shareMachine(64, undefined).limits.site).toBe(1);
  });

  test('memory is for the whole run', () => {
    expect(shareMachine(2, '1GB').memoryLimit).toBe('1GB');
    expect(shareMachine(4, '1GB').memoryLimit).toBe('0.5GB');
    expect(() => shareMachine(2, 'much')).toThrow('is not an amount of memory');
  });
});
