import { WorkflowFailedError } from '@temporalio/client';
import { RetryState, TerminatedFailure, TimeoutFailure } from '@temporalio/common';
import { expect, test } from 'vitest';
import { explainEnd } from '../../pipelines/temporal/ended-outside.ts';

const failed = (cause: Error): Error =>
  new WorkflowFailedError('Workflow execution failed', cause, RetryState.NON_RETRYABLE_FAILURE);

test.each([
  [new TerminatedFailure('Workflow execution terminated'), /^Someone has terminated it/],
  [new TimeoutFailure('timed out', undefined, 'START_TO_CLOSE'), /its time was over/],
])('a workflow that was ended from outside is told in a sentence', (cause, sentence) => {
  expect(explainEnd(failed(cause))).toMatchObject({
    code: 'ended_on_server',
    what: expect.stringMatching(sentence) as string,
  });
});

test('any other end is left as it is', () => {
  for (const error of [new Error('other'), failed(new Error('other'))]) {
    expect(explainEnd(error)).toBe(error);
  }
});
