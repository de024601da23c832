import { describe, expect, test } from 'vitest';
import { itemResult, runWindow, shortened } from '../../pipelines/graph/batch.ts';

/** Runs items that end when they are told to, and tells which have begun. */
function staged(window: number, more: () => boolean = () => true) {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const make = (item: string): Promise<void> => {
    begun.push(item);
    return new Promise((resolve) => ends.set(item, resolve));
  };
  const done = runWindow(['a', 'b', 'c', 'd'], window, make, more);
  const end = async (item: string): Promise<void> => {
    ends.get(item)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { begun, done, end };
}

describe('several runs at once', () => {
  test('begin in order, no more of them than the window has room for', async () => {
    const { begun, done, end } = staged(2);
    expect(begun).toEqual(['a', 'b']);
    await end('b');
    expect(begun).toEqual(['a', 'b', 'c']);
    await end('c');
    await end('a');
    await end('d');
    expect(await done).toBe(4);
  });

  test('are waited for when no further one may begin, and counted', async () => {
    let open = true;
    const { begun, done, end } = staged(2, () => open);
    open = false;
    await end('a');
    expect(begun).toEqual(['a', 'b']);
    await end('b');
    expect(await done).toBe(2);
  });

  test('of which there is none are done at once', async () => {
    expect(
      await runWindow(
        [],
        2,
        () => Promise.reject(new Error('none')),
        () => true,
      ),
    ).toBe(0);
  });
});

describe('what one of several runs came to', () => {
  test('is how it ended, what it made, and the first thing that was wrong', () => {
    const states = { made: 7, reused: 3, failed: 1, blocked: 2 };
    const failures = ['ledger 2024.csv', 'roster 2024.csv'].map((name) => ({
      name,
      facts: { message: 'It has no column amount.' },
    }));
    expect(itemResult(4, { end: 'failed', states, failures, published: null })).toEqual({
      place: 4,
      end: 'failed',
      made: 7,
      reused: 3,
      why: 'ledger 2024.csv: It has no column amount.',
    });
  });

  test('names the edition that a run has made', () => {
    const published = { edition: '0123456789ab', outcome: 'waits for approval' };
    expect(itemResult(0, { end: 'made', states: { made: 9 }, failures: [], published })).toEqual({
      place: 0,
      end: 'made',
      edition: '0123456789ab',
      outcome: 'waits for approval',
      made: 9,
      reused: 0,
    });
  });

  test('says that it was stopped, whatever it had made by then', () => {
    const run = { end: 'cancelled', states: { made: 9 }, failures: [], published: null } as const;
    expect(itemResult(1, run)).toEqual({ place: 1, end: 'cancelled', why: 'before its end' });
  });

  test('is one line, cut where it is too long', () => {
    const result = { place: 0, end: 'failed', why: 'The file\nis not\tthere.' } as const;
    expect(shortened(result, 300).why).toBe('The file is not there.');
    expect(shortened(result, 8).why).toBe('The fil…');
    expect(shortened({ place: 0, end: 'made' }, 8)).toEqual({ place: 0, end: 'made' });
  });
});
