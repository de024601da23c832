import { DuckDBInstance } from '@duckdb/node-api';
import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { findEarlierYear } from '../../pipelines/refresh/find-earlier-year.ts';
import { scratchFolder } from '../support/scratch.ts';

let home = '';
const file = (edition: string): string => join(home, 'editions', edition, 'resource-map.duckdb');

/** An edition whose ledger of its last year is 30 lines of a fund: $700.10 in May, and in June two sources of $100.05. */
async function addEdition(edition: string, years: readonly number[], amountType = 'actual') {
  const year = Math.max(...years);
  mkdirSync(join(home, 'editions', edition), { recursive: true });
  writeFileSync(
    join(home, 'editions', edition, 'manifest.json'),
    JSON.stringify({ format: 1, fiscal_years: years, label: 'final' }),
  );
  const instance = await DuckDBInstance.create(file(edition));
  const connection = await instance.connect();
  await connection.run(`
    create schema core; create schema marts;
    create table marts.about as select '${amountType}' as amount_type;
    create table core.fiscal_years as select ${year} as fiscal_year, 12 as last_period, false as in_progress, true as has_periods;
    create table marts.file_rows as select 'payroll' as file_kind, ${year} as fiscal_year, 24::bigint as rows;
    create table marts.ledger_periods as
      select * exclude (amount), amount::decimal(18,2) as amount from (values
        (${year}, 11, 'a', 'assigned', '100', '1000', 10::bigint, 700.10),
        (${year}, 12, 'a', 'assigned', '100', '1000', 15::bigint, 100.05),
        (${year}, 12, 'b', 'assigned', '100', '1000', 5::bigint, 100.05),
        (${year - 1}, 12, 'a', 'assigned', '100', '1000', 99::bigint, 5.00)
      ) as lines(fiscal_year, fiscal_period, source_id, status, fund_code, comparable_function_code, lines, amount)`);
  connection.closeSync();
  instance.closeSync();
}

function publish(...editions: readonly string[]): void {
  mkdirSync(join(home, 'approvals'), { recursive: true });
  editions.forEach((edition, i) => {
    const pointer = { format: 1, edition, sequence: i + 1 };
    writeFileSync(join(home, 'approvals', `${i + 1}.json`), JSON.stringify(pointer));
  });
}

const before = (firstYear: number, amountType = 'actual') =>
  findEarlierYear({ home, fiscalYears: [firstYear, firstYear + 1], amountType });
const editionBefore = async (firstYear: number) => (await before(firstYear))?.edition;

describe('the year before the first one of a refresh', () => {
  beforeEach(() => {
    home = scratchFolder('earlier');
  });

  test('is that of the edition that was published last among those that end with it', async () => {
    for (const [edition, year] of [
      ['aaaa', 2023],
      ['bbbb', 2024],
      ['cccc', 2024],
      ['dddd', 2025],
    ] as const) {
      await addEdition(edition, [year]);
    }
    // 2023 was looked up and approved again at the end.
    publish('aaaa', 'bbbb', 'cccc', 'dddd', 'aaaa');
    expect(await editionBefore(2025)).toBe('cccc');
    expect(await editionBefore(2026)).toBe('dddd');
    expect(await editionBefore(2024)).toBe('aaaa');
    expect(await editionBefore(2023)).toBeUndefined();
  });

  test('has its lines and dollars by period, of all sources together', async () => {
    await addEdition('bbbb', [2023, 2024]);
    publish('bbbb');
    const of = { status: 'assigned', fund: '100', comparableFunction: '1000' };
    expect(await before(2025)).toEqual({
      edition: 'bbbb',
      label: 'final',
      fiscalYear: 2024,
      found: {
        lastPeriod: 12,
        inProgress: false,
        hasPeriods: true,
        periods: [
          { ...of, period: 11, lines: '10', amount: '700.10' },
          { ...of, period: 12, lines: '20', amount: '200.10' },
        ],
        files: [{ fileKind: 'payroll', rows: '24' }],
      },
    });
  });

  test('is not of an edition that waits for approval, or that holds a year of this refresh', async () => {
    await addEdition('bbbb', [2024]);
    await addEdition('eeee', [2024, 2025]);
    publish('eeee');
    expect(await before(2025)).toBeNull();
  });

  test('is of another edition, or of none, where people have removed the folder or its manifest', async () => {
    await addEdition('bbbb', [2024]);
    await addEdition('cccc', [2024]);
    publish('bbbb', 'cccc');
    writeFileSync(join(home, 'editions/cccc/manifest.json'), '{"format": 1, "fiscal');
    expect(await editionBefore(2025)).toBe('bbbb');
    rmSync(join(home, 'editions/bbbb'), { recursive: true });
    expect(await before(2025)).toBeNull();
  });

  test('is not compared, and says why, where its DuckDB file is gone, cut off, older, or of other dollars', async () => {
    const why = async (amountType = 'actual') => (await before(2025, amountType))?.found;
    await addEdition('bbbb', [2024]);
    publish('bbbb');
    expect(await why('budget_original')).toEqual({
      notCompared: 'its dollars are of another kind',
    });
    truncateSync(file('bbbb'), 20_000);
    const mend = 'remove the edition’s folder and make fiscal year 2024 again';
    const damaged = `its resource-map.duckdb is damaged, or of another version of the program; ${mend}`;
    expect(await why()).toEqual({ notCompared: damaged });
    writeFileSync(file('bbbb'), 'not a database');
    expect(await why()).toEqual({ notCompared: damaged });
    rmSync(file('bbbb'));
    const instance = await DuckDBInstance.create(file('bbbb'));
    instance.closeSync();
    expect(await why()).toEqual({ notCompared: damaged });
    rmSync(file('bbbb'));
    expect(await why()).toEqual({ notCompared: `its resource-map.duckdb is gone; ${mend}` });
  });
});
