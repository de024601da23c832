import { describe, inject } from 'vitest';

/** How this run of the tests comes to a Temporal server. */
export const source = inject('temporal');

/** Tests that need some Temporal server; without one they are skipped, and the tier has said why. */
export const describeLive = describe.skipIf(
  source.address === undefined && source.program === undefined,
);

/** Tests that end or set up their own server, and so need the `temporal` program. */
export const describeWithOwnServer = describe.skipIf(source.program === undefined);
