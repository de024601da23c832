import { describe, expect, test } from 'vitest';
import { rowsSql } from '../../support/rows.ts';
import { runModel } from '../../support/run-model.ts';

describe('function_years', () => {
  test('holds operating dollars on both series', async () => {
    const rows = await runModel('marts.function_years', {
      'marts.spending': rowsSql(
        'fiscal_year operating function_code comparable_function_code amount',
        [
          [2025, true, '2490', '2320', 30],
          [2025, true, '2320', '2320', 70],
          [2025, false, '2320', '2320', 900],
          [2025, true, 'none', 'none', 5],
        ],
      ),
      'staging.standard_functions': rowsSql('function_code function_name', [
        ['2320', 'Executive administration'],
      ]),
    });
    expect(rows.map((row) => [row['series'], row['function_name'], row['amount']])).toEqual([
      ['as coded', 'Executive administration', '70.00'],
      ['as coded', '2490', '30.00'],
      ['comparable', 'Executive administration', '100.00'],
    ]);
  });
});

describe('year_over_year', () => {
  const columns = 'fiscal_year series function_code function_name amount';
  const wholeYears = 'select 2025 as fiscal_year, false as in_progress';

  test('lays each function beside the year before, also one that began or ended', async () => {
    const rows = await runModel('marts.year_over_year', {
      'marts.function_years': rowsSql(columns, [
        [2024, 'comparable', '1000', 'Instruction', 100],
        [2024, 'comparable', '2700', 'Transportation', 40],
        [2025, 'comparable', '1000', 'Instruction', 118],
        [2025, 'comparable', '3100', 'Food', 9],
      ]),
      'core.fiscal_years': wholeYears,
    });
    expect(
      rows.map((row) => [row['function_name'], row['change_amount'], row['change_share']]),
    ).toEqual([
      ['Instruction', '18.00', '0.180000'],
      ['Transportation', '-40.00', '-1.000000'],
      ['Food', '9.00', null],
    ]);
    expect(new Set(rows.map((row) => row['fiscal_year']))).toEqual(new Set([2025]));
  });

  test('the first year has nothing before it', async () => {
    const first = rowsSql(columns, [[2023, 'comparable', '1000', 'Instruction', 100]]);
    const given = { 'marts.function_years': first, 'core.fiscal_years': wholeYears };
    expect(await runModel('marts.year_over_year', given)).toEqual([]);
  });

  test('five months are not laid beside a whole year', async () => {
    const given = {
      'marts.function_years': rowsSql(columns, [
        [2025, 'comparable', '1000', 'Instruction', 1200],
        [2026, 'comparable', '1000', 'Instruction', 500],
      ]),
      'core.fiscal_years': rowsSql('fiscal_year in_progress', [
        [2025, false],
        [2026, true],
      ]),
    };
    expect(await runModel('marts.year_over_year', given)).toEqual([]);
  });
});

describe('professional_learning', () => {
  test('counts projects as initiatives, and the function as coded', async () => {
    const rows = await runModel('marts.professional_learning', {
      'marts.spending': rowsSql('fiscal_year purpose_id project_code priority_id how_sure amount', [
        [2023, 'professional_learning', '4410', 'literacy', 'project', 21],
        [2023, 'professional_learning', '4420', 'not_tied', 'project', 49],
        [2023, 'professional_learning', '0000', 'not_tied', 'default', 20],
        [2023, 'professional_learning', 'none', 'not_tied', 'project', 10],
        [2023, 'meals', '9999', 'literacy', 'project', 900],
      ]),
      'marts.ledger_periods': rowsSql('fiscal_year status function_code amount', [
        [2023, 'assigned', '2213', 30],
        [2023, 'excluded', '2213', 500],
        [2023, 'assigned', '1000', 900],
      ]),
      'marts.district_years':
        'select 2023 as fiscal_year, 2500 as operating_amount, 10 as teacher_fte',
    });
    expect(rows).toEqual([
      {
        fiscal_year: 2023,
        total_amount: '100.00',
        operating_share: '0.040000',
        per_teacher: '10.00',
        function_amount: '30.00',
        initiatives: '2',
        tied_amount: '21.00',
        tied_share: '0.210000',
        default_share: '0.200000',
      },
    ]);
  });
});

describe('central_office', () => {
  test('tells the share as coded, the comparable one, and what schools decide', async () => {
    const rows = await runModel('marts.central_office', {
      'marts.spending': rowsSql('fiscal_year operating level comparable_level control amount', [
        [2025, true, 'central', 'central', 'central', 65],
        [2025, true, 'school_support', 'central', 'central', 19],
        [2025, true, 'school', 'school', 'school', 279],
        [2025, true, 'school', 'school', 'formula', 637],
        [2025, false, 'central', 'central', 'school', 9000],
      ]),
      'marts.district_years':
        'select 2025 as fiscal_year, 1000.00::decimal(18,2) as operating_amount, 10 as students',
    });
    expect(rows[0]).toMatchObject({
      central_share: '0.065000',
      comparable_share: '0.084000',
      moved_amount: '19.00',
      school_control_share: '0.279000',
      school_control_per_student: '27.90',
    });
  });
});

describe('finding_moved_function', () => {
  const given = (shares: readonly (readonly [string, number, number])[]) => ({
    'marts.year_over_year': `select *, 'Function ' || function_code as function_name from (values ${shares
      .map(([code, amount, before]) => {
        const change = amount - before;
        return `(2025, 'comparable', '${code}', ${amount}.00, ${before}.00, ${change}.00, ${change / before}::decimal(18,6))`;
      })
      .join(
        ', ',
      )}) t(fiscal_year, series, function_code, amount, previous_amount, change_amount, change_share)`,
    'marts.about': `select 2025 as latest_fiscal_year, 'spent' as amount_word, 0.9 as specific_rule_share`,
  });

  test('tells the functions that moved, the largest change first', async () => {
    const rows = await runModel(
      'marts.finding_moved_function',
      given([
        ['2213', 3_470_000, 2_920_000],
        ['2120', 2_000_000, 4_000_000],
        ['1000', 115_000_000, 100_000_000],
        ['2400', 1_250_000, 1_000_000],
      ]),
    );
    expect(rows[0]?.['sentence']).toBe(
      'Since the year before, counted by the same codes in both years: ' +
        'Function 2120 fell 50.0%, from $4.0M to $2.0M spent; ' +
        'Function 2213 grew 18.8%, from $2.9M to $3.5M spent.',
    );
    expect(rows.map((row) => row['figure_id'])).toEqual([
      'amount_2120',
      'amount_2213',
      'change_2120',
      'change_2213',
      'change_share_2120',
      'change_share_2213',
    ]);
  });

  test('is silent when nothing moved by both 15 percent and 250,000 dollars', async () => {
    const quiet = given([['1000', 115_000_000, 100_000_000]]);
    expect(await runModel('marts.finding_moved_function', quiet)).toEqual([]);
  });
});
