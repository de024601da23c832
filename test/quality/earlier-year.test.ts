import { describe, expect, test } from 'vitest';
import type { EarlierYear } from '../../pipelines/materialize/earlier-year.ts';
import { rowsSql } from '../support/rows.ts';
import { runRule } from '../support/run-rule.ts';
import { edition2024, yearPairs } from '../support/year-pairs.ts';

type Ledger = readonly (readonly [period: number, fund: string, lines: number, amount: number])[];

/** What rules read: the ledger of 2025 alone, and 2024 of an edition; `lastPeriod` is that of 2025. */
async function only2025(rows: Ledger, earlier: EarlierYear, lastPeriod = 12) {
  return {
    ...(await yearPairs([[2025, lastPeriod, lastPeriod < 12]], earlier)),
    'marts.file_rows': rowsSql('file_kind fiscal_year rows', [['enrollment', 2025, 300]]),
    'marts.ledger_periods': rowsSql(
      'fiscal_year fiscal_period status fund_code comparable_function_code lines amount',
      rows.map(([period, fund, lines, amount]) => [
        2025,
        period,
        'assigned',
        fund,
        '1000',
        lines,
        amount,
      ]),
    ),
  };
}

describe('a year whose year before is of a published edition', () => {
  test('L10: a fund that fell by half is told with the edition that it is compared with', async () => {
    const given = await only2025(
      [
        [12, '100', 800, 3_000_000],
        [12, '200', 200, 500_000],
      ],
      edition2024([
        [12, '100', 800, '3000000.00'],
        [12, '200', 200, '1000000.00'],
      ]),
    );
    // The one function went from $4.0M to $3.5M: less than a quarter.
    expect(await runRule('L10', given)).toEqual({
      said: [
        'warned: Fund 200: $500,000; the year before $1.0M (published edition 3f2a1b9c77de, preliminary).',
      ],
      checked: 3,
      failed: 1,
    });
  });

  test('F16: 40 percent of the rows block; another file is compared with its own rows', async () => {
    const earlier = edition2024([[12, '100', 1000, '1.00']], {
      files: [
        { fileKind: 'enrollment', rows: '290' },
        { fileKind: 'payroll', rows: '5000' },
      ],
    });
    expect(await runRule('F16', await only2025([[12, '100', 400, 1]], earlier))).toEqual({
      said: [
        'failed: Rows of the ledger: 400; in the year before 1,000 (published edition 3f2a1b9c77de, preliminary).',
      ],
      checked: 2,
      failed: 1,
    });
  });

  test('a list of all years has the year before itself, whatever an edition says of it', async () => {
    const earlier = edition2024([], { files: [{ fileKind: 'enrollment', rows: '9000' }] });
    const given = {
      ...(await only2025([], earlier)),
      'marts.file_rows': rowsSql('file_kind fiscal_year rows', [
        ['enrollment', 2024, 310],
        ['enrollment', 2025, 300],
      ]),
    };
    expect(await runRule('F16', given)).toEqual({ said: [], checked: 1, failed: 0 });
  });

  test('three months are compared with three months of it', async () => {
    const earlier = edition2024([
      [3, '100', 300, '1000000.00'],
      [12, '100', 700, '3000000.00'],
    ]);
    const usual = await only2025([[3, '100', 310, 1_100_000]], earlier, 3);
    expect((await runRule('F16', usual)).said).toEqual([]);
    expect((await runRule('L10', usual)).said).toEqual([]);
    const few = await only2025([[3, '100', 140, 400_000]], earlier, 3);
    const edition = '(published edition 3f2a1b9c77de, preliminary)';
    expect((await runRule('F16', few)).said).toEqual([
      `failed: Rows of the ledger: 140; in the year before 300 ${edition}.`,
    ]);
    expect((await runRule('L10', few)).said).toEqual([
      `warned: Function 1000: $400,000; the year before $1.0M ${edition}.`,
      `warned: Fund 100: $400,000; the year before $1.0M ${edition}.`,
    ]);
    expect((await runRule('F17', { ...few, ...ledgerDay })).said).toEqual([
      `warned: Rows of period 3 of fiscal year 2025: 140; in the year before 300 ${edition}.`,
    ]);
  });

  test('an edition that was published in May is compared with the first eleven months alone', async () => {
    const earlier = edition2024([[11, '100', 900, '900000.00']], {
      lastPeriod: 11,
      inProgress: true,
    });
    const given = await only2025(
      [
        [11, '100', 900, 900_000],
        [12, '100', 500, 500_000],
      ],
      earlier,
    );
    expect((await runRule('F16', given)).said).toEqual([]);
    expect((await runRule('L10', given)).said).toEqual([]);
  });

  test('balances hold the year so far: five months are not laid beside twelve', async () => {
    const earlier = edition2024([[12, '100', 100, '5000000.00']], { hasPeriods: false });
    const given = await only2025([[5, '100', 100, 2_000_000]], earlier, 5);
    expect(await runRule('L10', given)).toEqual({ said: [], checked: 0, failed: 0 });
  });

  test('one that cannot be read is compared with nothing', async () => {
    const found = { notCompared: 'its resource-map.duckdb is gone' };
    const given = await only2025([[12, '100', 100, 5]], { ...edition2024([]), found });
    expect(await runRule('L10', given)).toEqual({ said: [], checked: 0, failed: 0 });
    expect(await runRule('F16', given)).toEqual({ said: [], checked: 0, failed: 0 });
  });
});

/** The day of the last posting of a ledger in progress, which is the end of its month. */
const ledgerDay = {
  'core.fiscal_years': `select 2025 as fiscal_year, 3 as last_period, true as in_progress, true as has_periods, date '2024-09-30' as ledger_as_of`,
};
