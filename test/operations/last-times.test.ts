import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findLastTimes } from '../../pipelines/operations/last-times.ts';
import { temporaryFolder } from '../support/folders.ts';
import { goodRun, writeLog } from '../support/run-logs.ts';

const failed = goodRun('').map((line) =>
  line.event === 'run_ended' ? ({ ...line, state: 'failed', key: null } as const) : line,
);

describe('when something was last new', () => {
  test('is never, where nothing ran', async () => {
    const times = await findLastTimes(await temporaryFolder(), ['ledger']);
    expect(times).toEqual({ refresh: null, sources: new Map() });
  });

  test('a file is new when its content is, not when it was only read again', async () => {
    const home = await temporaryFolder();
    writeLog(home, '2026-06-01T04', goodRun('a', { ledger: 'new', payroll: 'new', sites: 'new' }));
    writeLog(
      home,
      '2026-07-01T04',
      goodRun('b', { ledger: 'code changed, ledger FY2024 changed' }),
    );
    writeLog(home, '2026-08-01T04', goodRun('c', { payroll: 'payroll FY2025 is new' }));
    writeLog(
      home,
      '2026-09-01T04',
      goodRun('d', { ledger: 'code changed', payroll: 'parameters changed' }),
    );
    const { refresh, sources } = await findLastTimes(home, [
      'ledger',
      'payroll',
      'sites',
      'roster',
    ]);
    expect(refresh).toBe('2026-09-01T04:01:00.000Z');
    expect(Object.fromEntries(sources)).toEqual({
      ledger: '2026-07-01T04:00:01.000Z',
      payroll: '2026-08-01T04:00:01.000Z',
      sites: '2026-06-01T04:00:03.000Z',
    });
  });

  test('a file that is read again after tidying up is as old as before', async () => {
    const home = await temporaryFolder();
    const [file, next] = ['ledger/aaaa', 'ledger/bbbb'];
    const staged = (partition: string, why: string) => {
      const step = { asset: 'staging.gl_transactions', partition, why } as const;
      return [{ second: 1, ...step, state: 'made' } as const];
    };
    writeLog(home, '2026-06-01T04', staged(file, 'new'));
    writeLog(home, '2026-07-01T04', staged(next, 'new'));
    writeLog(home, '2026-08-01T04', staged(file, 'code changed'));
    writeLog(home, '2026-09-01T04', staged(file, 'new'));
    const { sources } = await findLastTimes(home, ['ledger']);
    expect(sources.get('ledger')).toBe('2026-07-01T04:00:01.000Z');
  });

  test('a refresh that failed, or was cut off, leaves the one before', async () => {
    const home = await temporaryFolder();
    writeLog(home, '2026-07-01T04', goodRun('a'));
    writeLog(home, '2026-08-01T04', failed);
    writeLog(home, '2026-09-01T04', goodRun('b').slice(0, 1));
    const cut = '{"v":1,"at":"2026-09-01T04:00:09.000Z","event":"run_ended","state":"made","key":"';
    await appendFile(join(home, 'runs', '20260901T040000Z-00000001.jsonl'), cut);
    expect((await findLastTimes(home, [])).refresh).toBe('2026-07-01T04:01:00.000Z');
  });

  test('is found in the parts of several workers', async () => {
    const home = await temporaryFolder();
    const [start = { second: 0 }, made = { second: 1 }, end = { second: 2 }] = goodRun('a', {
      ledger: 'new',
    });
    writeLog(home, '2026-07-01T04', [start, end]);
    writeLog(home, '2026-07-01T04', [made], 'worker-1');
    const { refresh, sources } = await findLastTimes(home, ['ledger']);
    expect(refresh).toBe('2026-07-01T04:01:00.000Z');
    expect(sources.get('ledger')).toBe('2026-07-01T04:00:01.000Z');
  });
});
