import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../pipelines/runtime/run-log.ts';
import { type CommandResult, runCommand } from '../support/command.ts';
import { scratchFolder } from '../support/scratch.ts';
import { changeFile, writeSmallDistrict } from '../support/small-district.ts';

const root = scratchFolder('made-again');
const district = join(root, 'district');
const home = join(root, 'home');
const ledger = join(district, 'extracts/ledger_2024.csv');

const refresh = (...more: string[]): Promise<CommandResult> =>
  runCommand(['refresh', district, '--home', home, '--no-site', ...more]);

/** Steps that the latest run made, as `asset@partition`, with the reason that the run log gives. */
function made(): Map<string, string> {
  const runs = join(home, 'small/runs');
  const latest = readdirSync(runs)
    .map((name) => ({ name, at: statSync(join(runs, name)).mtimeMs }))
    .toSorted((a, b) => b.at - a.at)[0];
  const lines = readFileSync(join(runs, latest?.name ?? ''), 'utf8')
    .trim()
    .split('\n');
  const events = lines.map((line) => JSON.parse(line) as RunEvent);
  return new Map(
    events
      .filter(({ event, state }) => event === 'step' && state === 'made')
      .map(({ asset, partition, why }) => [`${asset}@${partition}`, why ?? '']),
  );
}

describe('a refresh makes again only what changed', () => {
  beforeAll(async () => {
    writeSmallDistrict(district);
    const first = await refresh();
    expect([first.code, first.output]).toEqual([0, expect.stringContaining('Published edition')]);
  });

  it('reuses every step when nothing changed, and publishes nothing new', async () => {
    const again = await refresh();
    expect(again.code).toBe(0);
    expect(again.output).toContain('already published');
    expect([...made().keys()]).toEqual([]);
  });

  it('reuses every step when a file was only touched', async () => {
    utimesSync(ledger, new Date('2030-01-01'), new Date('2030-01-01'));
    await refresh();
    expect([...made().keys()]).toEqual([]);
  });

  it("makes again a changed year's steps and what depends on them, under the same size and time too", async () => {
    const { atime, mtime, size } = statSync(ledger);
    // Heat moves from one description to another of the same length: dollars and every other year stay.
    changeFile(district, 'extracts/ledger_2024.csv', (text) => text.replace('Heat', 'Fuel'));
    utimesSync(ledger, atime, mtime);
    expect(statSync(ledger).size).toBe(size);

    await refresh();
    const steps = made();
    const staged = [...steps.keys()].filter((step) => step.startsWith('staging.'));
    expect(staged).toHaveLength(1);
    expect(staged[0]).toMatch(/^staging\.gl_transactions@ledger/);
    expect(steps.get('core.ledger_lines@2024')).toMatch(/ledger/);
    expect(steps.has('core.coded_lines@2024')).toBe(true);
    expect([...steps.keys()].filter((step) => step.endsWith('@2023'))).toEqual([]);
    // A description is in no pool: the dollars are the same bytes, so the wave stops there.
    expect([...steps.keys()].filter((step) => step.startsWith('release.'))).toEqual([]);
    for (const why of steps.values()) expect(why).not.toBe('');
  });

  it('sees a year before it where a model looks back', async () => {
    changeFile(district, 'extracts/ledger_2023.csv', (text) =>
      text.replace('45000.50', '44000.50').replace('54999.50', '55999.50'),
    );
    await refresh();
    const steps = [...made().keys()];
    expect(steps).toContain('marts.year_over_year@2024');
    expect(steps.filter((step) => step.startsWith('core.') && step.endsWith('@2024'))).toEqual([]);
    expect(steps).toContain('publish@all');
  });

  it('makes only what is selected, and publishes nothing', async () => {
    changeFile(district, 'extracts/ledger_2024.csv', (text) => text.replace('Fuel', 'Coal'));
    const pointer = readFileSync(join(home, 'small/current.json'), 'utf8');
    const selected = await refresh('--select', 'staging.gl_transactions');
    expect(selected.code).toBe(0);
    expect(new Set([...made().keys()].map((step) => step.split('@')[0]))).toEqual(
      new Set(['staging.gl_transactions']),
    );
    expect(readFileSync(join(home, 'small/current.json'), 'utf8')).toBe(pointer);
  });

  it('says which upstream step is missing when a selection needs one that was never made', async () => {
    const other = join(root, 'empty home');
    const selected = await runCommand([
      'refresh',
      district,
      '--home',
      other,
      '--no-site',
      '--select',
      'core.ledger_lines',
    ]);
    expect(selected.code).not.toBe(0);
    expect(selected.output).toMatch(/staging\.gl_transactions/);
    expect(selected.output).toMatch(/\+core\.ledger_lines|without --select/);
  });

  it('makes coding and what follows again when a rule changes, stages no file, and says what moved', async () => {
    await refresh();
    const rules = join(district, 'coding/purpose.csv');
    writeFileSync(rules, readFileSync(rules, 'utf8').replace('maintenance', 'utilities'));
    const { output } = await refresh();
    expect(output).toContain(
      'Maintenance, fiscal year 2023: $55,999.50 less ($55,999.50 before, $0.00 now)',
    );
    const steps = made();
    expect([...steps.keys()].filter((step) => step.startsWith('staging.'))).toEqual([]);
    expect(steps.get('core.coded_lines@2023')).toMatch(/purpose|rule|coding/);
    expect(steps.has('release.spending@all')).toBe(true);
  });
});
