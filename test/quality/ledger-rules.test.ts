import { describe, expect, test } from 'vitest';
import { rowsSql } from '../support/rows.ts';
import { runRule } from '../support/run-rule.ts';
import { yearPairs } from '../support/year-pairs.ts';

const periods = (rows: readonly (readonly (string | number)[])[]): string =>
  rowsSql(
    'fiscal_year fiscal_period amount_type status fund_code function_code comparable_function_code object_group lines amount',
    rows.map(([year = 2025, fund = '100', fn = '1000', group = '100', amount = 0, period = 12]) => [
      year,
      period,
      'actual',
      'assigned',
      fund,
      fn,
      fn,
      group,
      10,
      amount,
    ]),
  );
const actual =
  "select 'actual' as amount_type, true as chart_has_site, 0.02 as not_yet_assigned_limit";

describe('totals that must hold', () => {
  test('L01: a control total holds to the cent', async () => {
    const given = (difference: number) => ({
      'marts.control_ties': rowsSql(
        'fiscal_year amount_type fund_code control_amount difference_amount',
        [[2025, 'actual', '100', 50, difference]],
      ),
    });
    expect(await runRule('L01', given(0))).toEqual({ said: [], checked: 1, failed: 0 });
    expect(await runRule('L01', given(0.01))).toEqual({
      said: ['failed: Fund 100: $0.01 apart.'],
      checked: 1,
      failed: 1,
    });
  });

  test('L02: dollars that are accounted for nowhere', async () => {
    const given = (difference: number) => ({
      'marts.reconciliation': rowsSql(
        'fiscal_year source_id amount_type fund_code difference_amount',
        [[2025, 'ledger', 'actual', '100', difference]],
      ),
    });
    expect((await runRule('L02', given(0))).said).toEqual([]);
    expect((await runRule('L02', given(3))).said).toEqual(['failed: Fund 100: $3.00.']);
  });

  test('L03: journals of a whole ledger balance; those of spending alone are not compared', async () => {
    const journals = (open: number) => ({
      'staging.gl_transactions': `select 2025 as fiscal_year, 'actual' as amount_type, 'J' || j as journal_id,
        if(side = 1, 10.00, if(j <= ${open}, -9.00, -10.00))::decimal(18,2) as amount
        from range(1, 21) as js(j) cross join range(1, 3) as sides(side)`,
    });
    expect(await runRule('L03', journals(0))).toEqual({ said: [], checked: 20, failed: 0 });
    expect((await runRule('L03', journals(1))).said).toEqual([
      'failed: Journals that do not balance: 1, by $1.00.',
    ]);
    expect(await runRule('L03', journals(20))).toEqual({ said: [], checked: 0, failed: 0 });
  });

  test('L04: a function below nothing is told, a large one blocks', async () => {
    const given = (negative: number) => ({
      'marts.ledger_periods': periods([
        [2025, '100', '1000', '100', 1000],
        [2025, '100', '2600', '100', negative],
      ]),
    });
    expect((await runRule('L04', given(0))).said).toEqual([]);
    expect((await runRule('L04', given(-5))).said).toEqual([
      'warned: Fund 100, function 2600: -$5.00.',
    ]);
    expect((await runRule('L04', given(-500))).said).toEqual([
      'failed: Fund 100, function 2600: -$500.00.',
    ]);
  });

  test('L05: not yet assigned dollars above the tolerance', async () => {
    const given = (waiting: number) => ({
      'marts.district_years': rowsSql('fiscal_year not_yet_assigned_amount assigned_amount', [
        [2025, waiting, 100 - waiting],
      ]),
      'staging.settings': actual,
    });
    expect((await runRule('L05', given(2))).said).toEqual([]);
    expect((await runRule('L05', given(3))).said).toEqual(['failed: $3 not yet assigned.']);
  });

  test('L06: a ledger without amounts of the map, and one amount read for two kinds', async () => {
    const given = (kind: string, amount: number) => ({
      'marts.ledger_periods': rowsSql('fiscal_year amount_type fund_code amount', [
        [2025, kind, '100', 70],
        [2025, 'budget_original', '100', amount],
      ]),
      'staging.settings': actual,
    });
    expect((await runRule('L06', given('actual', 80))).said).toEqual([]);
    expect((await runRule('L06', given('actual', 70))).said).toEqual([
      'failed: Amounts called budget_original are those of the map, fund by fund.',
    ]);
    expect((await runRule('L06', given('encumbrance', 80))).said).toEqual([
      'failed: No year has amounts of the kind that the map is of.',
    ]);
  });

  test('L07: transfers and internal service funds in the spending', async () => {
    const given = (group: string, name: string) => ({
      'marts.ledger_periods': periods([
        [2025, '100', '1000', '100', 900],
        [2025, '600', '2500', group, 100],
      ]),
      'core.account_codes': rowsSql('fiscal_year segment code code_name', [
        [2025, 'fund', '600', name],
      ]),
    });
    expect((await runRule('L07', given('300', 'Food service'))).said).toEqual([]);
    expect((await runRule('L07', given('900', 'Food service'))).said).toEqual([
      'warned: Fund 600: $100.',
    ]);
    expect((await runRule('L07', given('300', 'Internal Service Fund'))).said).toEqual([
      'warned: Fund 600: $100.',
    ]);
  });

  test('L08: benefits of 30 percent are usual, of 10 are told, of 1 block', async () => {
    const given = (benefits: number) => ({
      'marts.ledger_periods': periods([
        [2025, '100', '1000', '100', 200_000],
        [2025, '100', '1000', '200', benefits],
      ]),
    });
    expect((await runRule('L08', given(60_000))).said).toEqual([]);
    expect((await runRule('L08', given(20_000))).said).toEqual([
      'warned: Fund 100: salaries $200,000, benefits $20,000.',
    ]);
    expect((await runRule('L08', given(2_000))).said).toEqual([
      'failed: Fund 100: salaries $200,000, benefits $2,000.',
    ]);
    expect((await runRule('L08', given(0))).said, 'no benefits at all').toEqual([
      'warned: Fund 100: salaries $200,000, benefits $0.',
    ]);
    const other = await runRule('L08', given(20_000), { warn_low: 0.1 });
    expect(other.said, 'a district may set another limit').toEqual([]);
  });

  test('L09: benefits that stay at the central office', async () => {
    const given = (attribution: string) => ({
      'core.coded_lines': rowsSql('fiscal_year attribution site_type object_group status amount', [
        [2025, attribution, 'central', '200', 'assigned', 100],
      ]),
      'marts.benefits_waiting': rowsSql('fiscal_year amount_type amount', [[2025, 'actual', 0]]),
      'staging.settings': actual,
    });
    expect((await runRule('L09', given('salary'))).said).toEqual([]);
    expect((await runRule('L09', given('recorded'))).said).toEqual([
      'warned: $100 of $100 follow no salaries.',
    ]);
  });
});

describe('changes and odd amounts', () => {
  test('L10: a function that grew by 30 percent and more than $100,000', async () => {
    const pairs = await yearPairs([
      [2024, 12, false],
      [2025, 12, false],
    ]);
    const given = (amount: number) => ({
      ...pairs,
      'marts.ledger_periods': periods([
        [2024, '100', '1000', '100', 5_000_000],
        [2024, '100', '2600', '100', 1_000_000],
        [2024, '100', '2600', '100', 250_000, 3],
        [2025, '100', '1000', '100', 5_000_000],
        [2025, '100', '2600', '100', amount, 3],
      ]),
    });
    expect((await runRule('L10', given(1_250_000))).said).toEqual([]);
    expect((await runRule('L10', given(1_625_000))).said).toEqual([
      'warned: Function 2600: $1.6M; the year before $1.3M.',
    ]);
  });

  test('L10: a year in progress is compared with the same months', async () => {
    const pairs = await yearPairs([
      [2024, 12, false],
      [2025, 3, true],
    ]);
    const given = (amount: number) => ({
      ...pairs,
      'marts.ledger_periods': periods([
        [2024, '100', '2600', '100', 400_000, 3],
        [2024, '100', '2600', '100', 900_000, 4],
        [2025, '100', '2600', '100', amount, 3],
      ]),
    });
    expect((await runRule('L10', given(410_000))).said).toEqual([]);
    expect((await runRule('L10', given(1_300_000))).said).toHaveLength(2);
  });

  test('L11: a month without lines between the first and the last', async () => {
    const given = (months: readonly number[]) => ({
      'core.ledger_lines': rowsSql(
        'fiscal_year fiscal_period amount_type extract amount',
        months.map((month) => [2025, month, 'actual', 'gl_transactions', 5]),
      ),
      'staging.settings': actual,
    });
    expect((await runRule('L11', given([1, 2, 3]))).said).toEqual([]);
    expect((await runRule('L11', given([1, 3]))).said).toEqual([
      'failed: Fiscal year 2025 has no lines in period 2.',
    ]);
    expect((await runRule('L11', given([11, 12, 13]))).said).toEqual([
      'warned: Fiscal year 2025, period 13: $5.',
    ]);
  });

  test('L12: a line of 2035 in the ledger of fiscal 2025', async () => {
    const given = (day: string) => ({
      'staging.gl_transactions': `select 2025 as fiscal_year, date '${day}' as posting_date`,
    });
    expect((await runRule('L12', given('2025-09-20'))).said).toEqual([]);
    expect((await runRule('L12', given('2035-01-05'))).said).toEqual([
      'warned: Lines far from fiscal year 2025: 1.',
    ]);
  });

  test('L13: one line that is a tenth of its fund', async () => {
    const given = (amount: number) => ({
      'core.coded_lines': `select 2025 as fiscal_year, '100' as fund_code, 'ledger' as source_id, 'f' as source_file_key,
        n as record_no, 1 as part, if(n = 1, ${amount}, 100.00)::decimal(18,2) as amount, 'assigned' as status,
        '300' as object_group from range(1, 2001) as lines(n)`,
    });
    expect((await runRule('L13', given(100))).said).toEqual([]);
    expect((await runRule('L13', given(30_000))).said).toEqual([
      'warned: Lines that are much of their fund: 1; lines of large round sums: 0.',
    ]);
  });

  test('L14: spending that was booked and taken back', async () => {
    const given = (credit: number) => ({
      'core.coded_lines': rowsSql(
        'fiscal_year fiscal_period fund_code function_code object_code program_code project_code job_code site_id amount status part',
        [
          [2025, 3, '100', '1000', '100', 'x', 'x', 'x', 'S1', 50, 'assigned', 1],
          [2025, 4, '100', '1000', '100', 'x', 'x', 'x', 'S1', credit, 'assigned', 1],
          [2025, 4, '100', '1000', '100', 'x', 'x', 'x', 'S1', 900, 'assigned', 1],
        ],
      ),
    });
    expect((await runRule('L14', given(-49))).said).toEqual([]);
    expect((await runRule('L14', given(-50))).said).toEqual([
      'warned: $50 were booked and taken back.',
    ]);
  });

  test('L15: more spent than budgeted, and budgets that do not add up', async () => {
    const given = (spent: number, adjustment: number) => ({
      'core.coded_lines': rowsSql(
        'fiscal_year fund_code amount_type amount status exclusion_id purpose_id',
        [
          [2025, '100', 'actual', spent, 'assigned', null, 'p'],
          [2025, '100', 'budget_original', 90, 'excluded', 'other_amount_type', 'p'],
          [2025, '100', 'budget_adjustment', adjustment, 'excluded', 'other_amount_type', 'p'],
          [2025, '100', 'budget_revised', 100, 'excluded', 'other_amount_type', 'p'],
        ],
      ),
    });
    expect((await runRule('L15', given(105, 10))).said).toEqual([]);
    expect((await runRule('L15', given(106, 10))).said).toEqual([
      'warned: Fund 100: revised budget $100, spent $106, committed $0.',
    ]);
    expect((await runRule('L15', given(50, 9))).said).toEqual([
      'failed: Fund 100: revised budget $100, spent $50, committed $0.',
    ]);
  });

  test('L16: payroll may differ by exactly 1 percent; by more than 5 it blocks', async () => {
    const given = (payroll: string) => ({
      'marts.payroll_ties': `select 2024 as fiscal_year, '100' as fund_code, ${payroll} as payroll_amount,
        1000.00 as ledger_amount, (${payroll} - 1000.00) as difference_amount`,
    });
    expect((await runRule('L16', given('990.00'))).said).toEqual([]);
    expect((await runRule('L16', given('989.99'))).said).toEqual([
      "warned: Fund 100, fiscal year 2024: payroll has $989.99, the ledger's salaries $1,000.00.",
    ]);
    expect((await runRule('L16', given('949.99'))).said[0]).toMatch(/^failed: /);
  });

  test('L17: professional learning outside of the training function alone', async () => {
    const given = (inFunction: number) => ({
      'marts.professional_learning': rowsSql('fiscal_year total_amount function_amount', [
        [2025, 700, inFunction],
      ]),
    });
    expect((await runRule('L17', given(1))).said).toEqual([]);
    expect((await runRule('L17', given(0))).said).toEqual([
      'warned: $700 of professional learning, none in the training function.',
    ]);
  });

  test('L18: a project of a grant fund that the list of grants lacks', async () => {
    const given = (listed: string) => ({
      'marts.spending': rowsSql('fiscal_year fund_code project_code amount', [
        [2025, '220', 'G1', 900],
        [2025, '220', 'G2', 100],
      ]),
      'staging.grants': rowsSql('project_code', [['G1'], [listed]]),
    });
    expect((await runRule('L18', given('G2'))).said).toEqual([]);
    expect((await runRule('L18', given('G3'))).said).toEqual([
      'warned: Fund 220, project G2: $100.',
    ]);
  });

  test('L19: a school with more than twice the median of its grade span', async () => {
    const given = (amount: number) => ({
      'marts.school_measures': rowsSql(
        'fiscal_year site_id site_name site_type school_level with_central_per_student',
        [
          [2025, 'S1', 'Alder', 'school', 'middle', 10_000],
          [2025, 'S2', 'Birch', 'school', 'middle', 10_000],
          [2025, 'S3', 'Cedar', 'school', 'middle', 10_000],
          [2025, 'S4', 'Dogwood', 'school', 'middle', amount],
        ],
      ),
    });
    expect((await runRule('L19', given(20_000))).said).toEqual([]);
    expect((await runRule('L19', given(20_001))).said).toEqual([
      'warned: Dogwood, fiscal year 2025: $20,001 per student; the median of its grade span is $10,000.',
    ]);
  });

  test('L21: one vendor under two spellings', async () => {
    const given = (second: string) => ({
      'core.ledger_lines': rowsSql('vendor_name', [['ACME Learning, Inc.'], [second]]),
    });
    expect(await runRule('L21', given('Bright Path LLC'))).toEqual({
      said: [],
      checked: 2,
      failed: 0,
    });
    expect((await runRule('L21', given('Acme Learning'))).said).toEqual([
      'warned: Vendors with several spellings: 1.',
    ]);
  });
});
