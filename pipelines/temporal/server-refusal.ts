import { isGrpcServiceError } from '@temporalio/client';
import { NamespaceNotFoundError } from '@temporalio/common';
import { Problem } from '../../transforms/problem.ts';

/** gRPC's numbers of what a person with the right settings would not meet. */
const meanings: Readonly<Record<number, string>> = {
  4: 'did not answer in time',
  7: 'does not allow it',
  14: 'has gone away',
  16: 'does not know who asks',
};

/** What a server says no to, in words that tell what to set; any other error as it is. */
export function explainRefusal(error: unknown, address: string): unknown {
  if (error instanceof NamespaceNotFoundError) {
    return new Problem({
      code: 'temporal_namespace_unknown',
      what: `The Temporal server at ${address} has no namespace ${error.namespace}.`,
      fix: 'Set TEMPORAL_NAMESPACE to one that it has, or create this one.',
      cause: error,
    });
  }
  const cause = error instanceof Error && isGrpcServiceError(error.cause) ? error.cause : error;
  const meaning = isGrpcServiceError(cause) ? meanings[cause.code] : undefined;
  if (meaning === undefined) return error;
  return new Problem({
    code: 'temporal_refused',
    what: `The Temporal server at ${address} ${meaning}.`,
    fix: 'Look at the server, and at TEMPORAL_NAMESPACE, TEMPORAL_API_KEY and TEMPORAL_TLS settings.',
    cause: error,
  });
}
