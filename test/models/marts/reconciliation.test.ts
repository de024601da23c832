import { describe, expect, test } from 'vitest';
import { rowsSql } from '../../support/rows.ts';
import { runModel } from '../../support/run-model.ts';

const readColumns = 'extract source_id outcome amount_type fiscal_year fund_code amount';
const read = rowsSql(readColumns, [
  ['gl_transactions', 'ledger', 'in_file', null, null, null, null],
  ['gl_transactions', 'ledger', 'loaded', 'actual', 2024, '100', 1000],
  ['gl_transactions', 'ledger', 'quarantined', 'actual', 2024, '100', 40],
  ['gl_transactions', 'ledger', 'dropped', null, null, null, 1000],
  ['payroll_lines', 'payroll', 'loaded', null, 2024, '100', null],
]);

describe('dollar_movements', () => {
  test('lays what was read beside where it went, of ledgers only', async () => {
    const rows = await runModel('marts.dollar_movements', {
      'staging.read_totals': read,
      'marts.coded_amounts': rowsSql('source_id amount_type fiscal_year fund_code status amount', [
        ['ledger', 'actual', 2024, '100', 'assigned', 700],
        ['ledger', 'actual', 2024, '100', 'assigned', 100],
        ['ledger', 'actual', 2024, '100', 'excluded', 200],
      ]),
    });
    expect(
      rows.map((row) => [row['fiscal_year'], row['fund_code'], row['movement'], row['amount']]),
    ).toEqual([
      [2024, '100', 'assigned', '800.00'],
      [2024, '100', 'excluded', '200.00'],
      [2024, '100', 'quarantined', '40.00'],
      [2024, '100', 'read', '1040.00'],
      [0, 'none', 'dropped', '1000.00'],
      [0, 'none', 'read', '1000.00'],
    ]);
  });
});

describe('control_ties', () => {
  test('compares each fund, or all of them, with loaded and quarantined rows', async () => {
    const rows = await runModel('marts.control_ties', {
      'staging.control_totals': rowsSql(
        'fiscal_year amount_type fund_code amount source_document',
        [
          [2024, 'actual', '100', 1040.01, 'Trial balance'],
          [2024, 'actual', '200', 5, 'Trial balance'],
          [2024, 'actual', null, 1040, 'Trial balance'],
        ],
      ),
      'staging.read_totals': read,
    });
    expect(
      rows.map((row) => [row['fund_code'], row['ledger_amount'], row['difference_amount']]),
    ).toEqual([
      ['100', '1040.00', '-0.01'],
      ['200', '0.00', '-5.00'],
      ['all', '1040.00', '0.00'],
    ]);
  });
});

describe('reconciliation', () => {
  const given = (assigned: number) => ({
    'marts.dollar_movements': rowsSql(
      'source_id amount_type fiscal_year fund_code movement amount',
      [
        ['ledger', 'actual', 2024, '100', 'read', 1040],
        ['ledger', 'actual', 2024, '100', 'assigned', assigned],
        ['ledger', 'actual', 2024, '100', 'not_yet_assigned', 10],
        ['ledger', 'actual', 2024, '100', 'excluded', 200],
        ['ledger', 'actual', 2024, '100', 'quarantined', 40],
        ['ledger', 'actual', 2024, '100', 'dropped', 20],
        ['second', 'actual', 2024, '100', 'read', 1],
        ['second', 'actual', 2024, '100', 'assigned', 1],
      ],
    ),
    'core.account_codes': rowsSql('fiscal_year segment code code_name', [
      [2024, 'fund', '100', 'General fund'],
    ]),
    'marts.control_ties': rowsSql(
      'fiscal_year amount_type fund_code control_amount difference_amount',
      [[2024, 'actual', '100', 1041, 0]],
    ),
  });

  test('ties to 0.00, with the control total on the first source of the fund only', async () => {
    const rows = await runModel('marts.reconciliation', given(770));
    expect(
      rows.map((row) => [row['source_id'], row['difference_amount'], row['control_amount']]),
    ).toEqual([
      ['ledger', '0.00', 1041],
      ['second', '0.00', null],
    ]);
    expect(rows[0]?.['fund_name']).toBe('General fund');
  });

  test('shows the cent that is in no outcome', async () => {
    const rows = await runModel('marts.reconciliation', given(769.99));
    expect(rows[0]?.['difference_amount']).toBe('0.01');
  });
});
