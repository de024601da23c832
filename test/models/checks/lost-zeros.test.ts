import { describe, expect, test } from 'vitest';
import { cellsOf, rowsSql } from '../../support/rows.ts';
import { modelSql, runModel } from '../../support/run-model.ts';

describe('codes that a spreadsheet has changed', () => {
  const given = (ledgerFund: string, job: string) => ({
    'core.account_codes': rowsSql('fiscal_year segment code', [
      [2025, 'fund', '0100'],
      [2025, 'job', '007'],
    ]),
    'core.ledger_lines': rowsSql(
      'fiscal_year unknown_segment fund_code function_code object_code program_code project_code job_code',
      [
        [2025, 'fund', ledgerFund, '1000', '111', '0', '0', '7'],
        [2025, 'fund', ledgerFund, '1000', '112', '0', '0', '7'],
      ],
    ),
    'core.sites': rowsSql('fiscal_year site_id site_type', [
      [2025, '001', 'school'],
      [2025, '2', 'unlisted'],
    ]),
    'staging.job_positions': rowsSql('job_code', [[job]]),
    'staging.project_sites': "select '500' as project_code, '001' as site_id",
    'staging.refused_combinations':
      'select null as first_segment, null as first_code, null as second_segment, null as second_code where false',
    'core.listed_codes': modelSql('core.listed_codes'),
    'core.own_list_codes': modelSql('core.own_list_codes'),
  });

  const said = async (ledgerFund: string, job: string) =>
    cellsOf(await runModel('checks.codes_without_zeros', given(ledgerFund, job)), 'what');

  test('the ledger has codes that the chart has with leading zeros', async () => {
    expect(await said('100', '007')).toEqual([
      ['Fiscal year 2025: the ledger has the fund code 100, the list of codes has 0100.'],
    ]);
  });

  test('a list of the district has them, and a code that is merely new is none', async () => {
    expect(await said('300', '7')).toEqual([
      ['Fiscal year 2025: coding/jobs.csv has the job code 7, the list of codes has 007.'],
    ]);
    expect(await said('300', '007')).toEqual([]);
  });
});
