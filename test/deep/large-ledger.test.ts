import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { ended, runCommand, startCommand } from '../support/command.ts';
import { currentEdition } from '../support/edition.ts';
import { scratchFolder } from '../support/scratch.ts';

const lines = 2_000_000;
const megabyte = 1024 * 1024;

it('maps a ledger of 2 million lines in 1.5 GB, with DuckDB limited to 1 GB, to the cent', async () => {
  const root = scratchFolder('large-ledger');
  const district = join(root, 'district');
  const generated = await runCommand(['generate', district, '--ledger-lines', String(lines)]);
  expect(generated.code, generated.output).toBe(0);

  const started = performance.now();
  const home = join(root, 'home');
  const limits = ['--no-site', '--threads', '2', '--memory-limit', '1GB'];
  const child = startCommand(['refresh', district, '--home', home, ...limits]);
  const [result, peak] = await Promise.all([ended(child, started), peakMemory(child.pid)]);
  expect(result.code, result.output).toBe(0);

  const { rows } = currentEdition(home, 'district');
  const [total] = await rows(
    `select sum(rows) as lines, (select sum(difference_amount) from release.reconciliation) as difference
    from release.quality where topic = 'rows' and source_id = 'ledger' and label = 'Rows in the files'`,
  );
  expect(total?.['difference']).toBe('0.00');
  expect(Number(total?.['lines'])).toBeGreaterThanOrEqual(lines * 0.99);
  process.stdout.write(
    `${lines} ledger lines: ${Math.round(lines / result.seconds)} lines per second, ` +
      `at most ${Math.round(peak / megabyte)} MB of memory\n`,
  );
  expect(peak).toBeLessThanOrEqual(1.5 * 1024 * megabyte);
});

/** The most memory in bytes that a process has held, by the kernel's own mark, read until the process is gone. */
async function peakMemory(pid: number | undefined): Promise<number> {
  let peak = 0;
  for (;;) {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const mark = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
      if (mark === undefined) return peak;
      peak = Math.max(peak, Number(mark) * 1024);
    } catch {
      return peak;
    }
    await pause(50);
  }
}
