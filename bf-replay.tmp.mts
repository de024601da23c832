import { Worker, Runtime, DefaultLogger } from '/work/main/node_modules/@temporalio/worker/lib/index.js';
import { readFileSync, readdirSync } from 'node:fs';
import { workflowBundle } from '/work/main/pipelines/temporal/bundle.ts';
Runtime.install({ logger: new DefaultLogger('WARN') });
const codePath = await workflowBundle();
const dir='/work/main/test/temporal/histories/';
for (const f of readdirSync(dir)) { try { await Worker.runReplayHistory({ workflowBundle: { codePath } }, JSON.parse(readFileSync(dir+f,'utf8'))); console.log(f,'ok'); } catch(e) { console.log(f, String(e).slice(0,300)); } }
