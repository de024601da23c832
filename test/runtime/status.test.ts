import { describe, expect, test } from 'vitest';
import { describeStatus } from '../../pipelines/local/status.ts';
import { RunLog } from '../../pipelines/runtime/run-log.ts';
import { temporaryFolder } from '../support/folders.ts';

describe('status', () => {
  test('of a home where nothing ever ran', async () => {
    const status = await describeStatus(await temporaryFolder());
    expect(status).toEqual({ current: undefined, site_built: false, run: undefined });
  });

  test('follows a run that goes on, and says where it ended', async () => {
    const home = await temporaryFolder();
    const log = new RunLog(home);
    const step = { asset: 'core.sites', partition: '2024' };
    log.write('run_started');
    log.write('step', { ...step, state: 'planned' });
    log.write('step', { ...step, state: 'running' });
    expect((await describeStatus(home)).run).toMatchObject({
      state: 'running',
      steps: { running: 1 },
    });

    log.write('step', { ...step, state: 'failed', error: 'No such column.' });
    log.write('run_ended', { state: 'failed' });
    log.close();
    expect((await describeStatus(home)).run).toMatchObject({
      state: 'failed',
      steps: { failed: 1 },
      failed: [{ step: 'core.sites 2024', error: 'No such column.' }],
    });
  });
});
