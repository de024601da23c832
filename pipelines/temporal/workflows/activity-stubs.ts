import {
  ActivityCancellationType,
  proxyActivities,
  type ActivityOptions,
} from '@temporalio/workflow';
import type { RefreshActivities } from '../activities/activities.ts';
import { computeQueue, siteQueue } from './names.ts';

/**
 * How often a step is tried follows from what went wrong, by the table of retries, which the activity knows: it says
 * "not again" itself. So a worker that dies, which is no one's mistake, never uses up an attempt.
 */
const shared: ActivityOptions = {
  // A worker that is killed is noticed within this time: each tells once a second that it lives.
  heartbeatTimeout: '10 seconds',
  startToCloseTimeout: '12 hours',
  // What was cancelled is waited for, so that no statement runs on behind a run that says it has ended.
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
  retry: { initialInterval: '1 second', backoffCoefficient: 4, maximumInterval: '16 seconds' },
};

/** Steps, planning and publishing. */
export const compute = proxyActivities<RefreshActivities>({ ...shared, taskQueue: computeQueue });

/** Site builds. */
export const site = proxyActivities<Pick<RefreshActivities, 'makeStep'>>({
  ...shared,
  taskQueue: siteQueue,
});
