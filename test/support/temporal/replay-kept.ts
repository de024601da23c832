import type { History } from '@temporalio/common/lib/proto-utils.js';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workflowBundle } from '../../../pipelines/temporal/bundle.ts';
import { repository } from '../repository.ts';
import type { KeptRun } from './dump.ts';
import { historyText } from './saved-history.ts';
import type { Scene } from './scene.ts';

/** Where histories stand that are replayed without a server; they are written when SAVE_HISTORIES is set. */
const saved = join(repository, 'test/temporal/histories');

Runtime.install({ logger: new DefaultLogger('WARN') });

/** Replays what a server keeps of a run, as it is saved under this name. */
export async function replayKept(
  { client, scratch }: Pick<Scene, 'client' | 'scratch'>,
  { workflowId, runId }: Pick<KeptRun, 'workflowId' | 'runId'>,
  name: string,
): Promise<void> {
  const text = await historyText(client.workflow.getHandle(workflowId, runId), scratch);
  const history = historyFromJSON(JSON.parse(text)) as History;
  const codePath = await workflowBundle();
  await Worker.runReplayHistory({ workflowBundle: { codePath } }, history, workflowId);
  if (process.env['SAVE_HISTORIES'] === undefined) return;
  mkdirSync(saved, { recursive: true });
  writeFileSync(join(saved, `${name}.json`), `${text}\n`);
}
