export { refresh } from './refresh.ts';
export { scheduledRefresh } from './scheduled-refresh.ts';
