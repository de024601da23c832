import { describe, expect, test } from 'vitest';
import { shareWorker } from '../../pipelines/temporal/capacity.ts';

const gigabyte = 1024 ** 3;

describe("a worker's host", () => {
  // (memory - 1 GB for itself - 4 GB for a site build) / slots, and the processors evenly.
  test.each([
    // (16 - 1 - 4) / 3 = 3.667 GB = 3754.67 MiB; a processor is not divided.
    { memory: 16, processors: 2, site: true, slots: 3, limit: '3754MiB', threads: 1 },
    // (16 - 1) / 4 = 3.75 GB; never more than four steps by itself.
    { memory: 16, processors: 8, site: false, slots: 4, limit: '3840MiB', threads: 2 },
    // (8 - 1) / 2 = 3.5 GB: one processor takes two steps, since one always waits for the disk.
    { memory: 8, processors: 1, site: false, slots: 2, limit: '3584MiB', threads: 1 },
    // (6 - 1 - 4) / 3 = 0.333 GB = 341.33 MiB.
    { memory: 6, processors: 2, site: true, slots: 3, limit: '341MiB', threads: 1 },
  ])('of $memory GB and $processors processors takes $slots steps', (host) => {
    const { memory, processors, site, slots, limit, threads } = host;
    const wishes = { slots: undefined, memory: memory * gigabyte, site };
    expect(shareWorker(wishes, processors)).toEqual({
      slots,
      engine: { threads, memoryLimit: limit },
    });
  });

  test('takes as many steps as a person says', () => {
    // (64 - 1 - 4) / 10 = 5.9 GB = 6041.6 MiB; 32 processors / 10.
    expect(shareWorker({ slots: 10, memory: 64 * gigabyte, site: true }, 32)).toEqual({
      slots: 10,
      engine: { threads: 3, memoryLimit: '6041MiB' },
    });
  });

  test('that is too small works all the same', () => {
    const { engine } = shareWorker({ slots: undefined, memory: 4 * gigabyte, site: true }, 2);
    expect(engine.memoryLimit).toBe('256MiB');
  });

  test('is asked for its memory where nobody says', () => {
    const { engine } = shareWorker({ slots: 1, memory: undefined, site: false }, 2);
    expect(Number(engine.memoryLimit?.replace('MiB', ''))).toBeGreaterThanOrEqual(256);
  });
});
