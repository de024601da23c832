import { describe, expect, test } from 'vitest';
import { Progress } from '../../pipelines/cli/progress.ts';
import type { RunEvent } from '../../pipelines/runtime/run-log.ts';
import { countOf, dollars } from '../../pipelines/runtime/words.ts';

test('numbers and amounts stand as Americans write them', () => {
  expect([countOf(0, 'row'), countOf(1, 'row'), countOf(1234567, 'more row')]).toEqual([
    '0 rows',
    '1 row',
    '1,234,567 more rows',
  ]);
  expect([dollars('-1234.50'), dollars('0.00')]).toEqual(['-$1,234.50', '$0.00']);
});

const event = (asset: string, details: Partial<RunEvent>): RunEvent => ({
  v: 1,
  seq: 1,
  at: '2026-09-01T12:00:00.000Z',
  run_id: 'r',
  event: 'step',
  asset,
  partition: '2024',
  name: null,
  state: 'made',
  why: 'new',
  key: null,
  rows: null,
  ms: 20,
  error: null,
  about: null,
  ...details,
});

describe('progress that is not on a terminal', () => {
  test('has a line for each stage, for what takes long and for what fails', () => {
    let said = '';
    const write = (text: string) => (said += text) !== '';
    const progress = new Progress({ write, isTTY: false, columns: 80 }, false);
    const follow = (...given: Parameters<typeof event>) => progress.follow(event(...given), 9);
    const name = 'ledger GL_FY2024.csv';
    follow('staging.gl_transactions', { name, state: 'planned' });
    follow('staging.gl_transactions', { name, state: 'running' });
    follow('staging.payroll_lines', { state: 'running' });
    follow('staging.gl_transactions', { name, ms: 6_200 });
    follow('staging.payroll_lines', { state: 'failed' });
    for (let year = 2000; year < 2100; year += 1) {
      follow('core.sites', { partition: String(year), state: 'running' });
      follow('core.sites', { partition: String(year) });
    }
    expect(said.split('\n')).toEqual([
      "Reading the district's files and lists.",
      '  ledger GL_FY2024.csv: 6 seconds',
      '  staging.payroll_lines 2024 failed',
      '',
    ]);
  });
});
