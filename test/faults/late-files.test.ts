import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { currentEdition } from '../support/edition.ts';
import { refreshDistrict, runCommand } from '../support/command.ts';
import { cellsOf } from '../support/rows.ts';
import { temporaryFolder } from '../support/folders.ts';
import { scratchFolder } from '../support/scratch.ts';
import { changeFile, writeSmallDistrict } from '../support/small-district.ts';

describe('a refresh for which some files have not come', () => {
  const folder = scratchFolder('late');
  const home = join(folder, 'home');
  const refresh = (...more: readonly string[]) =>
    refreshDistrict(folder, home, join(folder, 'extracts'), ...more);

  beforeAll(() => {
    writeSmallDistrict(folder);
    // A chart that did not change is sent again under the next year's name.
    changeFile(folder, 'district.yaml', (yaml) =>
      yaml.replace(
        `account_codes.csv
    columns:
      fiscal_year: { from: fiscal_year }`,
        `'chart_{fiscal_year}.csv'
    columns:
      fiscal_year: { const: '{fiscal_year}' }`,
      ),
    );
    const chart = readFileSync(join(folder, 'extracts/account_codes.csv'), 'utf8')
      .split('\n')
      .filter((line) => !line.startsWith('2024'))
      .join('\n');
    for (const year of [2023, 2024]) {
      writeFileSync(join(folder, `extracts/chart_${year}.csv`), chart);
    }
    mkdirSync(join(folder, 'later'));
    for (const file of [
      'assignments_2024.csv',
      'earn_codes.csv',
      'payroll_2023.csv',
      'payroll_2024.csv',
    ]) {
      renameSync(join(folder, 'extracts', file), join(folder, 'later', file));
    }
  });

  test('goes on with what came, and says what is missing and what is older', async () => {
    const { code, stdout } = await refresh('--json');
    expect(code).toBe(0);
    const result = JSON.parse(stdout) as {
      late_sources: unknown;
      summary: { needs_you: unknown[] };
    };
    expect(result.late_sources).toEqual([
      { source: 'earn_codes', extract: 'earn_codes', title: 'Kinds of pay', latest_year: null },
      {
        source: 'assignments',
        extract: 'staff_assignments',
        title: 'Where people work',
        latest_year: 2023,
      },
      { source: 'payroll', extract: 'payroll_lines', title: 'Payroll', latest_year: null },
    ]);
    expect(result.summary.needs_you).toMatchObject([
      {
        topic: 'late files',
        label: 'Where people work',
        note: 'the newest file of assignments is of fiscal year 2023, and so are its figures',
      },
      {
        topic: 'late files',
        label: 'Kinds of pay',
        note: 'no file of earn_codes has come: what is made of it is missing',
      },
      {
        topic: 'late files',
        label: 'Payroll',
        note: 'no file of payroll has come: what is made of it is missing',
      },
    ]);
  });

  test('makes every figure that does not need them, and none of what does', async () => {
    const edition = currentEdition(home, 'small');
    // The trial balance of 2024 is $1,560,000, and $10,000 of it are a transfer.
    expect(
      await edition.figure(`select sum(amount) from release.spending where fiscal_year = 2024`),
    ).toBe('1550000.00');
    expect(
      cellsOf(
        await edition.rows('select distinct fiscal_year from release.staffing'),
        'fiscal_year',
      ),
    ).toEqual([[2023]]);
    const missing = await edition.rows(
      `select extract, extract_status from release.missing_extracts where extract_status = 'late' order by position`,
    );
    expect(cellsOf(missing, 'extract')).toEqual([
      ['earn_codes'],
      ['staff_assignments'],
      ['payroll_lines'],
    ]);
  });

  test('knows the codes of both years from a chart that was sent twice without a change', async () => {
    const edition = currentEdition(home, 'small');
    expect(
      await edition.figure(
        `select count(*) from release.quality where note like '%not in the chart of accounts%'`,
      ),
    ).toBe('0');
    expect(
      await edition.figure(
        `select rows from release.quality where topic = 'rows' and source_id = 'codes' and label = 'Rows loaded'`,
      ),
    ).toBe('34');
  });

  test('is told by status too, until they come', async () => {
    const status = await runCommand(['status', folder, '--home', home]);
    expect(status.stdout).toContain('Has not come: Payroll: no file of payroll has come');
  });

  test('is complete when the next one finds them', async () => {
    for (const file of [
      'assignments_2024.csv',
      'earn_codes.csv',
      'payroll_2023.csv',
      'payroll_2024.csv',
    ]) {
      renameSync(join(folder, 'later', file), join(folder, 'extracts', file));
    }
    const { code, stdout } = await refresh();
    expect(code).toBe(0);
    expect(stdout).not.toContain('have not come');
    const edition = currentEdition(home, 'small');
    expect(
      await edition.figure(
        `select count(*) from release.missing_extracts where extract_status = 'late'`,
      ),
    ).toBe('0');
    expect(
      cellsOf(
        await edition.rows('select distinct fiscal_year from release.staffing order by 1'),
        'fiscal_year',
      ),
    ).toEqual([[2023], [2024]]);
    const status = await runCommand(['status', folder, '--home', home]);
    expect(status.stdout).not.toContain('Has not come');
  });

  test('does not start where the file is required, or where no ledger is there', async () => {
    changeFile(folder, 'district.yaml', (yaml) =>
      yaml.replace('extract: payroll_lines', 'extract: payroll_lines\n    required: true'),
    );
    rmSync(join(folder, 'extracts/payroll_2023.csv'));
    rmSync(join(folder, 'extracts/payroll_2024.csv'));
    expect((await refresh()).output).toContain('No file fits payroll_{fiscal_year}.csv');
    changeFile(folder, 'district.yaml', (yaml) => yaml.replace('    required: true\n', ''));
    rmSync(join(folder, 'extracts/ledger_2023.csv'));
    rmSync(join(folder, 'extracts/ledger_2024.csv'));
    expect((await refresh()).output).toContain('No file fits ledger_{fiscal_year}*.csv');
  });
});

test('a district that sends a ledger alone gets its dollars, and a list of what each other file would unlock', async () => {
  const folder = await temporaryFolder();
  writeSmallDistrict(folder);
  const yaml = readFileSync(join(folder, 'district.yaml'), 'utf8');
  writeFileSync(
    join(folder, 'district.yaml'),
    yaml.slice(0, yaml.indexOf('  - id: trial_balance')),
  );
  const { code, output } = await refreshDistrict(
    folder,
    join(folder, 'home'),
    join(folder, 'extracts'),
  );
  expect(output).toContain('Published edition');
  expect(code).toBe(0);
  const edition = currentEdition(join(folder, 'home'), 'small');
  expect(
    await edition.figure(`select sum(amount) from release.spending where fiscal_year = 2024`),
  ).toBe('1550000.00');
  expect(await edition.figure(`select ties_to from release.about`)).toBe("the file's own totals");
  const missing = await edition.rows(
    `select extract_title, tier, extract_status, unlocks from release.missing_extracts
     where extract in ('control_totals', 'enrollment_counts', 'transcripts', 'gl_balances', 'gl_transactions') order by position`,
  );
  expect(cellsOf(missing, 'extract_title', 'tier', 'extract_status', 'unlocks')).toEqual([
    [
      'Trial balance or other totals',
      'T1',
      'not sent',
      "which funds of the ledger have a total to tie to; whether the ledger ties to the district's own totals, fund by fund",
    ],
    [
      'Ledger by account',
      'T1',
      'sent in another form',
      expect.stringContaining('dollars spent, committed and budgeted'),
    ],
    [
      'Enrollment, in counts',
      'T1',
      'not sent',
      'dollars per student, dollars beside need, and schools beside schools like them',
    ],
    ['Marks and credits, student by student', 'T4', 'not sent', null],
  ]);
});
