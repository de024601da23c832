import { DeterminismViolationError } from '@temporalio/workflow';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { workflowBundle } from '../../pipelines/temporal/bundle.ts';
import { repository } from '../support/repository.ts';
import { scratchFolder } from '../support/scratch.ts';
import { bundleOfCopy } from '../support/temporal/bundled-copy.ts';

/** Histories of real refreshes on a real server; `npm run test:live` with SAVE_HISTORIES=1 writes them anew. */
const folder = join(repository, 'test/temporal/histories');
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');

const execution = 'pipelines/temporal/workflows/plan-execution.ts';
let codePath: string;

async function replay(text: string, bundle = codePath): Promise<void> {
  await Worker.runReplayHistory({ workflowBundle: { codePath: bundle } }, JSON.parse(text));
}

/** A history in which a text stands for another, also inside what travels encoded. */
function rewritten(text: string, was: string, is: string): string {
  const change = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replaceAll(was, is);
    if (Array.isArray(value)) return value.map(change);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [
        name,
        name === 'data' && typeof member === 'string' && 'metadata' in value
          ? encode(decode(member).replaceAll(was, is))
          : change(member),
      ]),
    );
  };
  return JSON.stringify(change(JSON.parse(text)));
}

const decode = (data: string): string => Buffer.from(data, 'base64').toString();
const encode = (text: string): string => Buffer.from(text).toString('base64');

describe('a refresh that was begun before the program was updated', () => {
  beforeAll(async () => {
    Runtime.install({
      logger: new DefaultLogger('ERROR'),
      telemetryOptions: { logging: { filter: 'ERROR' } },
    });
    codePath = await workflowBundle();
  });

  test('is kept in several forms', () => {
    expect(names).toEqual(
      expect.arrayContaining(['published.json', 'failed.json', 'blocked.json', 'cancelled.json']),
    );
  });

  test.each(names)('goes on by the workflows of today: %s', async (name) => {
    await replay(textOf(name));
  });

  test('goes on when the graph has changed: its plan names a step that is no more', async () => {
    const text = textOf('published.json');
    const other = rewritten(text, 'marts.schools@', 'marts.no_longer_there@');
    expect(other).toContain('"activityId":"marts.no_longer_there@');
    await replay(other);
  });

  test('is noticed when the workflow asks for other things than it did', async () => {
    const copy = bundleOfCopy(join(scratchFolder('replay'), 'copy'), execution, (text) =>
      text.replace(
        'if (step.id === publishId)',
        'if (step.id === publishId) await compute.endRun({ ...this.reference() } as EndTask);\n      if (step.id === publishId)',
      ),
    );
    await expect(replay(textOf('published.json'), copy)).rejects.toThrow(DeterminismViolationError);
  });
});
