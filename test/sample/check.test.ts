import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../support/command.ts';
import { scratchFolder } from '../support/scratch.ts';
import { changeFile, writeSmallDistrict } from '../support/small-district.ts';

describe('check tells what a refresh would come to and publishes nothing', () => {
  const root = scratchFolder('check');
  const district = join(root, 'district');
  const home = join(root, 'home');
  const check = (...more: readonly string[]) =>
    runCommand(['check', district, '--home', home, ...more]);

  beforeAll(() => {
    writeSmallDistrict(district);
  });

  it('counts the rows of each source and the dollars, and leaves no edition', async () => {
    const { code, output } = await check();
    expect(code, output).toBe(0);
    // Two years of eight ledger lines each, of 1,530,000 and 1,560,000 dollars.
    expect(output).toMatch(/^ledger +16 +16 +0 +0$/m);
    expect(output).toMatch(/^ +assigned to a purpose +\$3,070,000\.00$/m);
    expect(output).toMatch(/^ +excluded by a rule +\$20,000\.00$/m);
    expect(output).toContain('would be published');
    expect(existsSync(join(home, 'small', 'current.json'))).toBe(false);
    const editions = join(home, 'small', 'editions');
    expect(existsSync(editions) ? readdirSync(editions) : []).toEqual([]);
  });

  it('ends with 3 and names the check when a refresh would be blocked', async () => {
    changeFile(district, 'extracts/ledger_2024.csv', (text) =>
      text.replace('400000.00', '400000.01'),
    );
    const { code, stdout, output } = await check('--json');
    expect(code, output).toBe(3);
    const told = JSON.parse(stdout) as {
      readonly would_publish: boolean;
      readonly problems: readonly { readonly code: string }[];
    };
    expect(told.would_publish).toBe(false);
    expect(told.problems.map(({ code: name }) => name)).toContain(
      'check_ledger_ties_to_control_totals',
    );
  });

  it('names the question that nobody has answered, with its line', async () => {
    changeFile(district, 'district.yaml', (text) =>
      text.replace(/amount_type: .*\n/, 'amount_type: QUESTION 4\n'),
    );
    const { code, output } = await check();
    expect(code).toBe(2);
    expect(output).toMatch(/[Qq]uestion 4/);
    expect(output).toMatch(/district\.yaml:\d+/);
  });
});
