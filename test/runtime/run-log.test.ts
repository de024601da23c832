import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLastRun, RunLog } from '../../pipelines/runtime/run-log.ts';
import { temporaryFolder } from '../support/folders.ts';

const noon = () => new Date('2026-09-01T12:00:00Z');

describe('the run log', () => {
  test('has one line per change of state, each with every name', async () => {
    const home = await temporaryFolder();
    const log = new RunLog(home, noon);
    log.write('run_started');
    log.write('step', {
      asset: 'core.sites',
      partition: '2024',
      state: 'made',
      why: 'new',
      rows: 7,
    });
    log.close();
    const events = await readLastRun(home);
    expect(events.map(({ seq }) => seq)).toEqual([1, 2]);
    expect(events[1]).toEqual({
      v: 1,
      seq: 2,
      at: '2026-09-01T12:00:00.000Z',
      run_id: log.runId,
      event: 'step',
      asset: 'core.sites',
      partition: '2024',
      name: null,
      state: 'made',
      why: 'new',
      key: null,
      rows: 7,
      ms: null,
      error: null,
    });
  });

  test('can be read while a line is being written, or after a kill cut one', async () => {
    const home = await temporaryFolder();
    const log = new RunLog(home, noon);
    log.write('run_started');
    await appendFile(join(home, 'runs', `${log.runId}.jsonl`), '{"v":1,"seq":2,');
    log.close();
    expect(await readLastRun(home)).toHaveLength(1);
  });

  test('is empty where nothing ever ran', async () => {
    expect(await readLastRun(await temporaryFolder())).toEqual([]);
  });
});
