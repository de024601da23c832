import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { refreshDistrict } from '../support/command.ts';
import { currentEdition, currentEditionId } from '../support/edition.ts';
import { cellsOf } from '../support/rows.ts';
import { scratchFolder } from '../support/scratch.ts';
import { changeFile } from '../support/small-district.ts';

const district = `
version: 1
district: { id: yearly, name: Yearly Public Schools, state: OH }
invented: true
map: { amount_type: actual, chart: [fund, function, object] }
tolerances: { quarantined_rows: 0, not_yet_assigned_share: 1 }
sources:
  - id: ledger
    extract: gl_transactions
    file: ledger_{fiscal_year}.csv
    columns:
      fiscal_year: { from: year }
      fiscal_period: { const: '12' }
      journal_id: { from: journal }
      line_no: { from: line }
      amount_type: { const: actual }
      fund_code: { from: fund }
      function_code: { const: '1000' }
      object_code: { const: '111' }
      amount: { from: amount }
`;

/** A ledger of so many lines of each fund, all of one amount. */
function ledger(year: number, funds: Record<string, readonly [lines: number, amount: number]>) {
  const lines = Object.entries(funds).flatMap(([fund, [count, amount]]) =>
    Array.from({ length: count }, (_, i) => `${year},J${fund},${i + 1},${fund},${amount}.00`),
  );
  return ['year,journal,line,fund,amount', ...lines].join('\n');
}

describe('a district that sends one fiscal year at a time', () => {
  const root = scratchFolder('yearly');
  const folder = join(root, 'district');
  const home = join(root, 'home');
  const refresh = (year: number, ...more: readonly string[]) =>
    refreshDistrict(folder, home, join(root, String(year)), ...more);
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  let edition2024 = '';

  beforeAll(async () => {
    write('district/district.yaml', district);
    // 100 lines of $2.2 million, then 40 lines: one fund has as much as before, the other half of it.
    write('2024/ledger_2024.csv', ledger(2024, { 100: [80, 15_000], 200: [20, 50_000] }));
    write('2025/ledger_2025.csv', ledger(2025, { 100: [30, 40_000], 200: [10, 50_000] }));
    const { code, output } = await refresh(2024, '--label', 'final');
    expect(code, output).toBe(0);
    edition2024 = currentEditionId(home, 'yearly') ?? '';
  });

  test('is stopped by 40 percent of the lines of the year before, which the published edition has', async () => {
    const { code, output } = await refresh(2025);
    expect(code, output).toBe(3);
    expect(output).toContain(
      `Rows of the ledger: 40; in the year before 100 (published edition ${edition2024}, final).`,
    );
    expect(currentEditionId(home, 'yearly')).toBe(edition2024);
  });

  test('is told of the fund that fell by half, and of the edition that says so; the same again is the same edition', async () => {
    changeFile(folder, 'district.yaml', (yaml) =>
      yaml.replace(
        'sources:',
        'quality: { overrides: [{ rule: F16, reason: Finance sums lines up now }] }\nsources:',
      ),
    );
    const { code, output } = await refresh(2025);
    expect(code, output).toBe(0);
    const edition = currentEdition(home, 'yearly');
    const rules = await edition.rows(
      "select rule_id, fiscal_year, rule_status, example from release.quality_results where rule_id = 'L10'",
    );
    expect(cellsOf(rules, 'rule_id', 'fiscal_year', 'rule_status', 'example')).toEqual([
      [
        'L10',
        2025,
        'warned',
        `Fund 200: $500,000; the year before $1.0M (published edition ${edition2024}, final).`,
      ],
    ]);
    expect(
      await edition.figure("select note from release.quality where topic = 'year before'"),
    ).toBe(`the year before is that of the published edition ${edition2024}, final`);
    const manifest: unknown = JSON.parse(
      readFileSync(join(edition.folder, 'manifest.json'), 'utf8'),
    );
    expect(manifest).toMatchObject({
      fiscal_years: [2025],
      compared_with: { edition: edition2024, fiscal_year: 2024 },
    });
    const again = await refresh(2025);
    expect(again.output).toContain(`Edition ${edition.id} is already published`);
  });
});
