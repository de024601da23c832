// Bundles the workflows into one file: node build-bundle.mjs <file>
import { bundleWorkflowCode } from '@temporalio/worker';
import { rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const [, , file] = process.argv;
const workflowsPath = fileURLToPath(new URL('./workflows/index.ts', import.meta.url));
// Its warnings are about packages that are left out on purpose; only its errors say what keeps it from bundling.
const error = (text) => process.stderr.write(`${text}\n`);
const quiet = { trace() {}, debug() {}, info() {}, warn() {}, error, log() {} };
const { code } = await bundleWorkflowCode({ workflowsPath, logger: quiet });
// Written aside and renamed, so that two workers that start together both find a whole one.
const fresh = `${file}.${process.pid}`;
await writeFile(fresh, code);
await rename(fresh, file);
