export { refreshOnArrival } from './arrivals.ts';
export { batch } from './batch.ts';
export { approve } from './approve.ts';
export { refresh } from './refresh.ts';
export { scheduledRefresh } from './scheduled-refresh.ts';
