export { refresh } from './refresh.ts';
