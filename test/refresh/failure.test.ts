import { expect, test } from 'vitest';
import { factsOf } from '../../pipelines/refresh/failure.ts';

test.each([
  Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }),
  new Error('Out of Memory Error: failed to allocate data of size 16.0 MiB'),
])('a machine that cannot is no fault of the program: $message', (error) => {
  const { code, what, fix, exit, frames } = factsOf(error);
  expect([code, exit, frames]).toEqual(['machine_refused', 1, undefined]);
  expect(what).toContain(error.message);
  expect(fix).toContain('refresh again');
});

test('an error that nobody foresaw is told as a fault of the program, with where it happened', () => {
  const { code, frames = [] } = factsOf(new TypeError('undefined is not a function'));
  expect(code).toBe('program_fault');
  expect(frames[0]).toMatch(/^\s+at .*failure\.test\.ts/);
});
