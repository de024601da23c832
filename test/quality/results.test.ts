import { describe, expect, test } from 'vitest';
import { cellsOf, rowsSql } from '../support/rows.ts';
import { modelSql, runModel } from '../support/run-model.ts';

const rule = (absent: string | null, enforcedBy = 'rules'): string =>
  rowsSql(
    'position rule_id rule_title when_it_matters how_to_resolve things extracts enforced_by threshold_text absent_extract example_is_public',
    [[1, 'L10', 'It moved.', 'Always.', 'Ask.', 'funds', 'Ledger', enforcedBy, '', absent, true]],
  );
/** With the types of the real columns, also where there is no row or no text. */
const typed = (sql: string): string =>
  `select * replace (rule_id::varchar as rule_id, verdict::varchar as verdict) from (${sql})`;
const finding = (verdict: string | null) =>
  typed(
    rowsSql('rule_id fiscal_year subject verdict checked failed what', [
      ['L10', 2025, 'fund 100', verdict, 1, verdict === null ? 0 : 1, 'Fund 100 moved.'],
      ['L10', 2025, 'fund 200', null, 1, 0, 'Fund 200 stood.'],
    ]),
  );
const given = {
  'staging.quality_rules': rule(null),
  'staging.quality_overrides':
    'select null::varchar as rule_id, null::integer as fiscal_year, null::varchar as override_reason where false',
  'staging.accepted_checks':
    'select null::varchar as check_name, null::varchar as checked_year, null::varchar as acceptance_reason where false',
  'marts.quality_findings': finding('failed'),
  'marts.quality_reading': typed(rowsSql('rule_id verdict checked failed things', [])),
};
const results = async (changed: Readonly<Record<string, string>>) =>
  cellsOf(
    await runModel('marts.quality_results', {
      ...given,
      ...changed,
      'marts.quality_verdicts': modelSql('marts.quality_verdicts'),
    }),
    'fiscal_year',
    'rule_status',
    'found_text',
    'override_reason',
  );
const override = (year: number | null) => ({
  'staging.quality_overrides': `select 'L10' as rule_id, ${year}::integer as fiscal_year, 'A new grant' as override_reason`,
});

describe('the result of a rule', () => {
  test('is the worst of what it found, with counts', async () => {
    expect(await results({})).toEqual([[2025, 'failed', '1 of 2 funds.', null]]);
    expect(await results({ 'marts.quality_findings': finding('warned') })).toEqual([
      [2025, 'warned', '1 of 2 funds.', null],
    ]);
    expect(await results({ 'marts.quality_findings': finding(null) })).toEqual([
      [2025, 'passed', '0 of 2 funds.', null],
    ]);
  });

  test('is overridden in the years that the district names, with its reason', async () => {
    const overridden = [[2025, 'overridden', '1 of 2 funds.', 'A new grant']];
    expect(await results(override(2025))).toEqual(overridden);
    expect(await results(override(null))).toEqual(overridden);
    expect(await results(override(2024))).toEqual([[2025, 'failed', '1 of 2 funds.', null]]);
  });

  test('has no override where nothing is wrong', async () => {
    const calm = { ...override(2025), 'marts.quality_findings': finding(null) };
    expect(await results(calm)).toEqual([[2025, 'passed', '0 of 2 funds.', null]]);
  });

  test('is not applicable without its files, and says which', async () => {
    expect(await results({ 'staging.quality_rules': rule('Payroll') })).toEqual([
      [null, 'not_applicable', 'The district does not send: Payroll.', null],
    ]);
  });

  test('is not applicable where there is nothing to look at', async () => {
    const none = typed(rowsSql('rule_id fiscal_year subject verdict checked failed what', []));
    expect(await results({ 'marts.quality_findings': none })).toEqual([
      [null, 'not_applicable', 'The files hold nothing to compare: funds.', null],
    ]);
  });

  test('counts rows that were set aside for it', async () => {
    const setAside = rowsSql('rule_id verdict checked failed things', [
      ['L10', 'warned', 90, 3, 'rows set aside'],
    ]);
    const none = typed(rowsSql('rule_id fiscal_year subject verdict checked failed what', []));
    expect(
      await results({ 'marts.quality_reading': setAside, 'marts.quality_findings': none }),
    ).toEqual([[null, 'warned', '3 of 90 rows set aside.', null]]);
  });
});

test('only a rule that failed keeps a map from being published, and one with a check of its own is left to it', async () => {
  const blocked = async (status: string, enforcedBy: string) =>
    cellsOf(
      await runModel('checks.quality_rules', {
        'marts.quality_results': rowsSql(
          'rule_id fiscal_year rule_status enforced_by rule_title found_text example how_to_resolve',
          [['L10', 2025, status, enforcedBy, 'It moved.', '1 of 2 funds.', 'Fund 100.', 'Ask.']],
        ),
      }),
      'what',
    );
  expect(await blocked('failed', 'rules')).toEqual([
    ['L10, fiscal year 2025: It moved. 1 of 2 funds. Fund 100. Ask.'],
  ]);
  expect(await blocked('failed', 'checks.dollars_equation')).toEqual([]);
  expect(await blocked('overridden', 'rules')).toEqual([]);
  expect(await blocked('warned', 'rules')).toEqual([]);
});
