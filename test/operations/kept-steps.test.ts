import { describe, expect, test } from 'vitest';
import { type KeptEdition, keptSteps } from '../../pipelines/operations/gc/kept-steps.ts';
import type { KnownStep } from '../../pipelines/operations/gc/stored-steps.ts';

let clock = 0;

/** A step by what it writes and what it reads, both as `relation=bytes`; each is used later than the one before. */
function step(asset: string, writes: string, reads = '', partition = 'all'): KnownStep {
  const pairs = (text: string) =>
    text
      .split(' ')
      .filter(Boolean)
      .map((pair) => pair.split('=') as [string, string]);
  clock += 1;
  return {
    asset,
    partition,
    key: `key of ${asset} ${partition} ${clock}`,
    outputs: Object.fromEntries(pairs(writes)),
    files: new Set(pairs(writes).map(([, sha256]) => sha256)),
    inputs: pairs(reads).map(([relation, sha256]) => ({ relation, sha256 })),
    usedAt: clock,
  };
}

const edition = (files: readonly string[], more: Partial<KeptEdition> = {}): KeptEdition => ({
  files: Object.fromEntries(files.map((sha256) => [`package/${sha256}`, { sha256 }])),
  built: {},
  used: new Set(),
  ...more,
});
const kept = (steps: readonly KnownStep[], ...editions: readonly KeptEdition[]) =>
  steps.filter((one) => keptSteps(steps, editions).has(one));

describe('the steps that an edition needs', () => {
  test('are its package, its DuckDB file, its site, and all that they were made from', () => {
    const needed = [
      step('staging.ledger', 'staging.ledger=L1', 'file=F1', 'ledger/f1'),
      step('core.lines', 'core.lines=C1', 'staging.ledger=L1'),
      step('release.spending', 'release.spending=R1', 'core.lines=C1'),
      step('package', 'release.spending=R1', 'release.spending=R1'),
      step('database', '', 'core.lines=C1'),
    ];
    const others = [
      step('staging.ledger', 'staging.ledger=L2', 'file=F2', 'ledger/f2'),
      step('core.lines', 'core.lines=C2', 'staging.ledger=L2'),
      step('release.spending', 'release.spending=R2', 'core.lines=C2'),
      step('package', 'release.spending=R2', 'release.spending=R2'),
      step('database', '', 'core.lines=C2'),
    ];
    const built = { 'resource-map.duckdb': needed[4]?.key ?? '' };
    expect(kept([...needed, ...others], edition(['R1'], { built }))).toEqual(needed);
  });

  test('where a step wrote the same bytes twice, it is the one that the last refresh used', () => {
    const before = step('core.lines', 'core.lines=C1', 'staging.ledger=L1');
    const after = step('core.lines', 'core.lines=C1', 'staging.ledger=L1');
    const made = step('package', 'release.spending=R1', 'core.lines=C1');
    const steps = [before, after, made];
    expect(kept(steps, edition(['R1']))).toEqual([after, made]);
    // The log of the run that made the edition knows better.
    const used = new Set([before.key]);
    expect(kept(steps, edition(['R1'], { used }))).toEqual([before, made]);
  });

  test('an empty list that all files have keeps no file alive that nothing else needs', () => {
    const [old, now, roster] = [
      step('staging.ledger', 'staging.ledger=L1 staging.bad_rows=E', 'file=F1', 'ledger/f1'),
      step('staging.ledger', 'staging.ledger=L2 staging.bad_rows=E', 'file=F2', 'ledger/f2'),
      step('staging.roster', 'staging.roster=S1 staging.bad_rows=E', 'file=F3', 'roster/f3'),
    ];
    // It reads the empty lists of two files, the ledger's and the roster's.
    const reads = 'staging.bad_rows=E staging.bad_rows=E staging.ledger=L2 staging.roster=S1';
    const made = step('package', 'release.quality=Q1', reads);
    expect(kept([old, now, roster, made], edition(['Q1']))).toEqual([now, roster, made]);
  });

  test('checks belong to the edition that they looked at, each in its last version', () => {
    const lines = step('core.lines', 'core.lines=C1');
    const made = step('package', 'release.spending=R1', 'core.lines=C1');
    const other = step('core.lines', 'core.lines=C2');
    const before = step('checks.rows', 'checks.rows=N', 'core.lines=C1');
    const check = step('checks.rows', 'checks.rows=N', 'core.lines=C1');
    const otherCheck = step('checks.rows', 'checks.rows=N', 'core.lines=C2');
    const steps = [lines, made, other, before, check, otherCheck];
    expect(kept(steps, edition(['R1']))).toEqual([lines, made, check]);
  });

  test('and a check that reads what nothing else reads keeps that too', () => {
    const lines = step('core.lines', 'core.lines=C1');
    const made = step('package', 'release.spending=R1', 'core.lines=C1');
    const between = step('marts.ties', 'marts.ties=T1', 'core.lines=C1');
    const check = step('checks.ties', 'checks.ties=N', 'marts.ties=T1');
    const steps = [lines, made, between, check];
    expect(kept(steps, edition(['R1']))).toEqual(steps);
  });

  test('equal bytes that lead in a circle end', () => {
    const a = step('core.a', 'core.a=E', 'core.b=E');
    const b = step('core.b', 'core.b=E', 'core.a=E');
    const check = step('checks.a', 'checks.a=N', 'core.a=E');
    expect(kept([a, b, check], edition(['R1']))).toEqual([]);
  });

  test('without an edition nothing is kept', () => {
    expect(kept([step('core.lines', 'core.lines=C1')])).toEqual([]);
  });
});
