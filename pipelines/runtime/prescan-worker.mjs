// A thread starts without the loader that lets Node read TypeScript: this registers it, then hands over.
import { register } from 'tsx/esm/api';

register();
await import('./prescan-worker.ts');
