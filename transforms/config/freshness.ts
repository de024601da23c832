import { z } from 'zod';
import { durationText, durationWords } from './duration.ts';

/** Until when something is fresh, and from when it is stale; in between it is late. In whole seconds of age. */
export const expectation = z
  .strictObject({ late_after: durationText, stale_after: durationText })
  .superRefine(({ late_after, stale_after }, context) => {
    if (stale_after >= late_after) return;
    context.addIssue({
      code: 'custom',
      path: ['stale_after'],
      message: `must not be shorter than late_after, which is ${durationWords(late_after)}`,
    });
  });

/** How new a district expects its map to be; what it leaves out is shown with its age and not judged. */
export const freshness = z.strictObject({
  /** Age of the last refresh that ended well. */
  refresh: expectation.optional(),
  /** Age of the map's as-of date. */
  data: expectation.optional(),
});

export type Expectation = z.output<typeof expectation>;
