import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listRuns, newRunId, readRun, RunLog } from '../../pipelines/runtime/run-log.ts';
import { temporaryFolder } from '../support/folders.ts';

const noon = () => new Date('2026-09-01T12:00:00Z');

describe('the run log', () => {
  test('has one line per change of state, each with every name', async () => {
    const home = await temporaryFolder();
    const log = new RunLog(home, newRunId(noon()), undefined, noon);
    log.write('run_started');
    log.write('step', {
      asset: 'core.sites',
      partition: '2024',
      state: 'made',
      why: 'new',
      rows: 7,
    });
    const events = await readRun(home, log.runId);
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
      about: null,
    });
  });

  test('can be read while a line is being written, or after a kill cut one', async () => {
    const home = await temporaryFolder();
    const log = new RunLog(home, newRunId(noon()), undefined, noon);
    log.write('run_started');
    await appendFile(join(home, 'runs', `${log.runId}.jsonl`), '{"v":1,"seq":2,');
    expect(await readRun(home, log.runId)).toHaveLength(1);
  });

  test('loses no line behind one that a kill cut', async () => {
    const home = await temporaryFolder();
    const start = () => new RunLog(home, '20260901T120000Z-abcdef01', 'w1', noon);
    start().write('run_started');
    await appendFile(join(home, 'runs', '20260901T120000Z-abcdef01.w1.jsonl'), '{"v":1,"seq":2,');
    const again = start();
    again.write('step', { asset: 'core.sites', state: 'made' });
    again.write('run_ended', { state: 'made' });
    const events = await readRun(home, again.runId);
    expect(events.map(({ event, seq }) => `${event} ${seq}`)).toEqual([
      'run_started 1',
      'step 1',
      'run_ended 2',
    ]);
  });

  test('is empty where nothing ever ran', async () => {
    expect(await listRuns(await temporaryFolder())).toEqual([]);
  });

  test('of a run on several workers is one, in order of time, from the part that each writes', async () => {
    const home = await temporaryFolder();
    let second = 0;
    const clock = () => new Date(Date.UTC(2026, 8, 1, 12, 0, (second += 1)));
    const runId = newRunId(noon(), 'abcdef01');
    const first = new RunLog(home, runId, undefined, clock);
    const worker = new RunLog(home, runId, 'w1', clock);
    first.write('run_started');
    worker.write('step', { asset: 'core.sites', partition: '2024', state: 'made' });
    first.write('run_ended', { state: 'made' });
    expect(await listRuns(home)).toEqual(['20260901T120000Z-abcdef01']);
    expect((await readRun(home, runId)).map(({ event }) => event)).toEqual([
      'run_started',
      'step',
      'run_ended',
    ]);
  });
});
