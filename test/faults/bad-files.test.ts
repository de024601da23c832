import { copyFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CommandResult, runCommand } from '../support/command.ts';
import { currentEdition, currentEditionId } from '../support/edition.ts';
import { scratchFolder } from '../support/scratch.ts';
import { changeFile, writeSmallDistrict } from '../support/small-district.ts';

const root = scratchFolder('faults');
const district = join(root, 'district');
const home = join(root, 'home');
const ledger = 'extracts/ledger_2024.csv';
let clean: string;

/** Refreshes a copy of the clean district in which `spoil` has spoiled something. */
async function refreshSpoiled(spoil: (folder: string) => void): Promise<CommandResult> {
  const copy = join(root, 'spoiled');
  rmSync(copy, { recursive: true, force: true });
  cpSync(district, copy, { recursive: true });
  spoil(copy);
  return await runCommand(['refresh', copy, '--home', home, '--no-site']);
}

beforeAll(async () => {
  writeSmallDistrict(district);
  const result = await runCommand(['refresh', district, '--home', home, '--no-site']);
  expect(result.code, result.output).toBe(0);
  clean = currentEdition(home, 'small').id;
});

describe('a file that cannot be true stops the publish and says where and what to do', () => {
  const cases: readonly {
    readonly what: string;
    readonly spoil: (folder: string) => void;
    readonly says: readonly RegExp[];
  }[] = [
    {
      what: 'a column is missing',
      spoil: (folder) => changeFile(folder, ledger, (text) => text.replace(',amount\n', ',amt\n')),
      says: [/ledger_2024\.csv:1, column amount/, /fix: /],
    },
    {
      what: 'the ledger is off its control total by one cent',
      spoil: (folder) =>
        changeFile(folder, ledger, (text) => text.replace('400000.00', '400000.01')),
      says: [/control total|trial balance/i, /0\.01/, /fix: /],
    },
    {
      what: 'the file is cut in the middle',
      spoil: (folder) => changeFile(folder, ledger, (text) => text.slice(0, text.indexOf('Heat'))),
      says: [/ledger_2024\.csv:6/, /fix: /],
    },
    {
      what: 'a line is of another year than the file',
      spoil: (folder) =>
        changeFile(folder, ledger, (text) => text.replace('2024,2,J2,2', '2023,2,J2,2')),
      says: [/ledger_2024\.csv:6, column fiscal_year/, /not 2024/, /fix: /],
    },
    {
      what: 'the same file is sent under two names',
      spoil: (folder) => {
        copyFileSync(join(folder, ledger), join(folder, 'extracts/ledger_2024_again.csv'));
      },
      says: [/ledger_2024_again\.csv|ledger_2024\.csv/, /twice/, /fix: /],
    },
    {
      what: 'district.yaml was saved in the letters of Windows',
      spoil: (folder) => {
        const file = join(folder, 'district.yaml');
        writeFileSync(
          file,
          Buffer.from(
            readFileSync(file, 'utf8').replace('Small Public Schools', 'Peña Schools'),
            'latin1',
          ),
        );
      },
      says: [/district\.yaml/, /not text in UTF-8/, /fix: /],
    },
    {
      what: 'an amount is no number',
      spoil: (folder) =>
        changeFile(folder, ledger, (text) => text.replace('45000.50', '45 thousand')),
      says: [/ledger_2024\.csv:5, column amount/, /fix: /],
    },
  ];

  it.each(cases)('$what', async ({ spoil, says }) => {
    const result = await refreshSpoiled(spoil);
    expect([1, 2, 3], result.output).toContain(result.code);
    for (const words of says) expect(result.output).toMatch(words);
    expect(currentEditionId(home, 'small')).toBe(clean);
  });

  it('never with what a cell said', async () => {
    const result = await refreshSpoiled((folder) => {
      changeFile(folder, ledger, (text) => text.replace('45000.50', '45 thousand'));
    });
    expect(result.output).not.toContain('45 thousand');
  });
});

describe('an account code that the chart lacks', () => {
  /** Moves the workshops of 2024, $45,000.50, to a function that is new. */
  const newCode = (folder: string): void => {
    changeFile(folder, ledger, (text) => text.replace(',100,2213,330,', ',100,2777,330,'));
  };
  const raisedLimit = (folder: string): void => {
    changeFile(folder, 'district.yaml', (text) =>
      text.replace('not_yet_assigned_share: 0.02', 'not_yet_assigned_share: 0.05'),
    );
    newCode(folder);
  };

  it('does not stop the publish: its dollars wait under "not yet assigned" and need somebody', async () => {
    const result = await refreshSpoiled(raisedLimit);
    expect(result.code, result.output).toBe(0);
    expect(result.output).toMatch(/Needs you:[^]*2777[^]*\$45,000\.50/);
    expect(
      await currentEdition(home, 'small').figure(
        `select sum(amount) from release.spending
        where fiscal_year = 2024 and purpose_id = 'not_yet_assigned'`,
      ),
    ).toBe('45000.50');
  });

  it("stops it past the district's limit", async () => {
    const before = currentEditionId(home, 'small');
    const result = await refreshSpoiled(newCode);
    expect(result.code).toBe(3);
    expect(result.output).toMatch(/not yet assigned/i);
    expect(currentEditionId(home, 'small')).toBe(before);
  });
});
