import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findLastTimes } from '../../pipelines/operations/last-times.ts';
import { lastBackfills } from '../../pipelines/operations/last-backfills.ts';
import { ledgerYears } from '../../pipelines/refresh/ledger-years.ts';
import type { StepState } from '../../pipelines/graph/execute.ts';
import { type RunAbout, RunLog } from '../../pipelines/runtime/run-log.ts';
import type { District } from '../../transforms/config/district.ts';
import { loadDistrict } from '../../transforms/config/load-district.ts';
import { temporaryFolder } from '../support/folders.ts';

const districtWith = (parameters: string, file: string): District =>
  loadDistrict(
    `
version: 1
district: { id: example, name: Example Public Schools, state: OH }
${parameters}
map: { amount_type: actual, chart: [fund] }
sources:
  - id: ledger
    extract: gl_balances
    file: '${file}'
    columns:
      fiscal_year: { const: '2024' }
      amount_type: { const: actual }
      fund_code: { from: Fund }
      amount: { from: Amount }
`,
    'district.yaml',
  );

async function extracts(...names: readonly string[]): Promise<string> {
  const folder = await temporaryFolder();
  // The same content twice would be refused.
  for (const name of names) await writeFile(join(folder, name), `Fund,Amount\n${name},1.00\n`);
  return folder;
}

describe('the fiscal years of a district', () => {
  const several = districtWith('', 'GL_{fiscal_year}.csv');
  const one = districtWith(
    "parameters: { fiscal_year: { default: 2024, describe: 'The year' } }",
    'GL_FY{fiscal_year:yy}.csv',
  );

  test('are those of its ledger files', async () => {
    const folder = await extracts('GL_2022.csv', 'GL_2023a.csv', 'GL_2023.csv');
    expect(await ledgerYears(several, folder, {}, { from: 2022, to: 2023 })).toEqual([2022, 2023]);
  });

  test('without a ledger are wrong usage, which names them', async () => {
    const folder = await extracts('GL_2022.csv', 'GL_2024-2.csv');
    const asked = ledgerYears(several, folder, {}, { from: 2020, to: 2023 });
    await expect(asked).rejects.toMatchObject({
      exit: 2,
      message: expect.stringContaining('no ledger for fiscal years 2020, 2021 and 2023.') as string,
    });
  });

  test('of a district whose map is of one year are those that files are named for', async () => {
    const folder = await extracts('GL_FY12.csv', 'GL_FY13.csv');
    expect(await ledgerYears(one, folder, {}, { from: 2012, to: 2013 })).toEqual([2012, 2013]);
    await expect(ledgerYears(one, folder, {}, { from: 2013, to: 2014 })).rejects.toMatchObject({
      exit: 2,
      message: expect.stringContaining('no ledger for fiscal year 2014.') as string,
    });
  });
});

describe('the last backfill of a year', () => {
  const about = (trigger: RunAbout['trigger'], years: readonly number[] | null): RunAbout => ({
    engine: 'temporal',
    trigger,
    schedule: null,
    years,
    host: 'elsewhere',
    process: null,
  });

  test('is told by the logs of backfills alone, the latest of each year', async () => {
    const home = await temporaryFolder();
    await mkdir(join(home, 'runs'));
    const log = (day: number, kind: RunAbout, state: StepState | null): void => {
      const id = `2026010${day}T000000Z-0000000${day}`;
      const at = (): Date => new Date(Date.UTC(2026, 0, day));
      const run = new RunLog(home, id, undefined, at);
      run.write('run_started', { about: kind });
      if (state) run.write('run_ended', { state });
    };
    log(1, about('backfill', [2022]), 'failed');
    log(2, about('backfill', [2021]), 'blocked');
    log(3, about('backfill', [2022]), 'made');
    log(4, about('manual', null), 'failed');
    log(5, about('backfill', [2023]), null);
    const last = await lastBackfills(home, new Date(Date.UTC(2026, 0, 6)));
    expect(Object.fromEntries(last)).toEqual({
      2021: { engine: 'temporal', state: 'blocked' },
      2022: { engine: 'temporal', state: 'made' },
      2023: { engine: 'temporal', state: 'silent' },
    });
    const soon = await lastBackfills(home, new Date(Date.UTC(2026, 0, 5, 0, 30)));
    expect(soon.get(2023)?.state).toBe('running');
  });
});

test('an edition of an earlier year makes the map that readers see no more recent', async () => {
  const home = await temporaryFolder();
  const ended = (day: number, trigger: RunAbout['trigger'], years: readonly number[] | null) => {
    const at = (): Date => new Date(Date.UTC(2026, 0, day));
    const run = new RunLog(home, `2026010${day}T000000Z-0000000${day}`, undefined, at);
    const host = { host: 'elsewhere', process: null };
    run.write('run_started', {
      about: { engine: 'temporal', trigger, schedule: null, years, ...host },
    });
    run.write('run_ended', { state: 'made', key: '0123456789ab' });
  };
  ended(1, 'manual', null);
  ended(2, 'backfill', [2014]);
  expect((await findLastTimes(home, [])).refresh).toBe('2026-01-01T00:00:00.000Z');
});
