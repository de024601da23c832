import { describe, expect, test } from 'vitest';
import { runModel } from '../../support/run-model.ts';

const account = '1|2213|111|||COACH';

/** `[person, site that payroll names, pay]` and `[person, site, fte]`. */
async function assignmentWeights(
  pay: readonly (readonly [string, string | null, string])[],
  assignments: readonly (readonly [string, string, string])[],
) {
  const rows = await runModel('core.assignment_weights', {
    'core.coded_lines': `select 2024 as fiscal_year, 'assignment' as attribution, '${account}' as driver_key`,
    'core.payroll': `select 2024 as fiscal_year, '1' as fund_code, '2213' as function_code, '111' as object_code,
      null::varchar as program_code, null::varchar as project_code, 'COACH' as job_code, * from (values
      ${pay.map(([person, site, amount]) => `('${person}', ${site === null ? 'null' : `'${site}'`}, ${amount}::decimal(18,2))`).join(', ')}
      ) t(staff_key, site_id, amount)`,
    'core.assignments': `select 2024 as fiscal_year, * from (values
      ${assignments.map(([person, site, fte]) => `('${person}', '${site}', ${fte}::decimal(18,4))`).join(', ')}
      ) t(staff_key, site_id, fte)`,
  });
  return rows.map((row) => [row['driver_key'], row['site_id'], row['weight']]);
}

describe('the weights of an account of people', () => {
  test('pay in cents times 10,000, over three schools by where each person works', async () => {
    expect(
      await assignmentWeights(
        [
          ['ann', 'C1', '800.00'],
          ['bob', 'C1', '400.00'],
        ],
        [
          ['ann', 'S1', '0.5'],
          ['ann', 'S2', '0.5'],
          ['bob', 'S2', '0.2'],
          ['bob', 'S3', '0.3'],
        ],
      ),
    ).toEqual([
      // Bob works half time: two fifths of his pay at S2, three fifths at S3.
      [account, 'S1', '400000000'],
      [account, 'S2', '560000000'],
      [account, 'S3', '240000000'],
    ]);
  });

  test('without an assignment the site that payroll names; without either, nothing', async () => {
    expect(
      await assignmentWeights(
        [
          ['ann', 'S1', '1.00'],
          ['ann', 'S2', '2.00'],
          ['bob', null, '4.00'],
          ['cat', 'S1', '-9.00'],
        ],
        [['dan', 'S3', '1.0']],
      ),
    ).toEqual([
      [account, 'S1', '1000000'],
      [account, 'S2', '2000000'],
    ]);
  });

  test('an assignment at the central office counts as a place', async () => {
    expect(
      await assignmentWeights(
        [['ann', 'C1', '1.00']],
        [
          ['ann', 'C1', '0.4'],
          ['ann', 'S1', '0.6'],
        ],
      ),
    ).toEqual([
      [account, 'C1', '400000'],
      [account, 'S1', '600000'],
    ]);
  });
});

describe('the other drivers', () => {
  test('a project has its sites in millionths, schools their students of the same year', async () => {
    const rows = await runModel('core.driver_weights', {
      'core.assignment_weights': `select 2024 as fiscal_year, '1|COACH' as driver_key, 'S1' as site_id, 5::bigint as weight`,
      'core.coded_lines': `select 2024 as fiscal_year, * from (values ('project_sites', 'G7'), ('students', 'all'),
        ('recorded', null)) t(attribution, driver_key)`,
      'staging.project_sites': `select * from (values ('G7', 'S1', 0.333333::decimal(9,6)), ('G7', 'S2', 0.666667),
        ('G8', 'S1', 1)) t(project_code, site_id, share)`,
      'core.students': `select * from (values (2024, 'S1', 420::bigint), (2023, 'S1', 430), (2024, 'S2', 0),
        (2024, 'P1', 46)) t(school_year, site_id, students)`,
      'core.sites': `select 2024 as fiscal_year, * from (values ('S1', true), ('S2', true), ('P1', false)) t(site_id, is_school)`,
    });
    expect(rows.map((row) => Object.values(row))).toEqual([
      [2024, 'assignment', '1|COACH', 'S1', '5'],
      [2024, 'project_sites', 'G7', 'S1', '333333'],
      [2024, 'project_sites', 'G7', 'S2', '666667'],
      [2024, 'students', 'all', 'S1', '420'],
    ]);
  });
});
