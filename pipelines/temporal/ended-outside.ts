import { WorkflowFailedError } from '@temporalio/client';
import { TerminatedFailure, TimeoutFailure } from '@temporalio/common';
import { Problem } from '../../transforms/problem.ts';

/** What a person is told of a workflow that neither they nor its own work has ended; any other error as it is. */
export function explainEnd(error: unknown): unknown {
  if (!(error instanceof WorkflowFailedError)) return error;
  if (error.cause instanceof TerminatedFailure) {
    return ended('Someone has terminated it on the Temporal server', error);
  }
  if (error.cause instanceof TimeoutFailure) {
    return ended('The Temporal server has given it up, because its time was over', error);
  }
  return error;
}

function ended(what: string, cause: Error): Problem {
  return new Problem({
    code: 'ended_on_server',
    what: `${what}. Readers see what they saw before, unless it had published already.`,
    fix: 'Start it again: it goes on from what was made.',
    cause,
  });
}
