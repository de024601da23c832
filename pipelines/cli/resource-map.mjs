#!/usr/bin/env node
// The program runs from its TypeScript sources; tsx compiles them as they are imported.
import { register } from 'tsx/esm/api';

// A reader that has seen enough, such as head, is no fault.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));

register();
const { main } = await import('./main.ts');
await main(process.argv);
