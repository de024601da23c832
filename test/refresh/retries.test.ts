import { describe, expect, test } from 'vitest';
import { onOneThread, pauseAfter, retriesFor } from '../../pipelines/refresh/retries.ts';
import { Problem, type ProblemDetails } from '../../transforms/problem.ts';

function ofSystem(code: string): Error {
  return Object.assign(new Error(`${code}: something, open 'ledger.csv'`), { code });
}

function problem(more: Partial<ProblemDetails> = {}): Problem {
  return new Problem({
    code: 'x',
    what: 'The column amount is missing.',
    fix: 'Send it.',
    ...more,
  });
}

const four = { attempts: 4, lastOnOneThread: true };
const two = { attempts: 2, lastOnOneThread: false };
const once = { attempts: 1, lastOnOneThread: false };

describe('how often a step is tried', () => {
  test.each(['EBUSY', 'EIO', 'ESTALE', 'ETIMEDOUT', 'ENOSPC'])(
    'four times when the machine says %s, in itself or through the engine',
    (code) => {
      expect(retriesFor(ofSystem(code))).toEqual(four);
      expect(retriesFor(new Error(`IO Error: Could not write file: ${code}`))).toEqual(four);
      expect(retriesFor(problem({ cause: ofSystem(code) }))).toEqual(four);
    },
  );

  test.each([
    'Out of Memory Error: could not allocate block of size 256.0 KiB (1.0 GiB/1.0 GiB used)',
    'IO Error: Could not write to "part.parquet": No space left on device',
    'IO Error: Could not read from file: Input/output error',
    'IO Error: Cannot open file: Stale file handle',
    'IO Error: Cannot open file: Device or Resource busy',
  ])('four times when the engine says: %s', (message) => {
    expect(retriesFor(new Error(message))).toEqual(four);
  });

  test('four times when the problem itself says that it may pass', () => {
    expect(retriesFor(problem({ retryable: true }))).toEqual(four);
  });

  test.each([
    'Binder Error: Referenced column "amt" not found',
    'Catalog Error: Table with name sites does not exist!',
    'Constraint Error: Duplicate key',
    'Conversion Error: Could not convert string to INT32',
    'Invalid Input Error: Wrong dimensions',
    'Out of Range Error: Overflow in addition',
    'Parser Error: syntax error at or near "selec"',
  ])('once when these data will never do: %s', (message) => {
    expect(retriesFor(new Error(message))).toEqual(once);
  });

  test('once when a file or the configuration is wrong, whatever was behind it', () => {
    expect(retriesFor(problem())).toEqual(once);
    expect(retriesFor(problem({ cause: new Error('Binder Error: no such column') }))).toEqual(once);
    expect(retriesFor(problem({ cause: ofSystem('ENOENT') }))).toEqual(once);
  });

  test.each([
    ['a fault of the program', new TypeError('undefined is not a function')],
    ['a failure of the system that is not known to pass', ofSystem('EPERM')],
    ['what the engine says of itself', new Error('INTERNAL Error: Assertion triggered')],
    ['what is no error at all', 'gone'],
  ])('twice for %s', (_, error) => {
    expect(retriesFor(error)).toEqual(two);
  });

  test('after 1, 4 and 16 seconds', () => {
    expect([1, 2, 3].map(pauseAfter)).toEqual([1000, 4000, 16_000]);
  });

  test('the fourth time on one thread, and nothing else ever', () => {
    const failures = [1, 2, 3, 4];
    const passing = ofSystem('ENOSPC');
    expect(failures.map((failed) => onOneThread(passing, failed))).toEqual([
      false,
      false,
      true,
      false,
    ]);
    for (const error of [new TypeError('x'), problem()]) {
      expect(failures.some((failed) => onOneThread(error, failed))).toBe(false);
    }
  });
});
