import { describe, expect, test } from 'vitest';
import { cellsOf, cellText, rowsSql } from '../../support/rows.ts';
import { modelSql, runModel } from '../../support/run-model.ts';
import { runRule } from '../../support/run-rule.ts';

const position = `2025 as fiscal_year, 'positions' as source_id, 'f' as source_file_key, 1 as record_part`;

describe('core.positions', () => {
  test('counts the last list of the year; what is vacant in part has that part of its dollars', async () => {
    const rows = await runModel('core.positions', {
      'staging.positions': `select ${position}, * from (values
        (1, 'P1', date '2024-10-01', 1.0, 0.0, null::date, 100.00, 25.00),
        (2, 'P1', date '2025-06-30', 1.0, 1.0, null, 100.00, 25.00),
        (3, 'P2', date '2025-06-30', 1.0, 0.0, date '2024-08-01', 65600.00, 16400.00),
        (4, 'P3', date '2025-06-30', 1.0, 0.5, null, 40000.00, null),
        (5, 'P4', date '2025-06-30', 1.0, null, date '2025-01-01', 50000.00, 0.00),
        (6, 'P5', date '2025-06-30', 1.0, null, null, 50000.00, 0.00))
        t(record_no, position_id, snapshot_date, budgeted_fte, filled_fte, vacant_since, budgeted_salary, budgeted_benefits),
        (values ('S1', 'T')) u(site_id, job_code)`,
      'staging.job_positions': rowsSql('job_code position_type', [['T', 'teacher']]),
    });
    expect(cellsOf(rows, 'position_id', 'is_vacant', 'vacant_fte', 'vacant_amount')).toEqual([
      ['P1', false, '0.0000', '0.00'],
      ['P2', true, '1.0000', '82000.00'],
      ['P3', false, '0.5000', '20000.00'],
      ['P4', true, '1.0000', '50000.00'],
      ['P5', false, '0.0000', '0.00'],
    ]);
  });
});

test('of two lists of positions each counts by its own last day', async () => {
  const rows = await runModel('core.positions', {
    'staging.positions': `select 2025 as fiscal_year, 'f' as source_file_key, 1 as record_part, 'S1' as site_id, 'T' as job_code,
      1.0 as budgeted_fte, 1.0 as filled_fte, null::date as vacant_since, 1 as budgeted_salary, 1 as budgeted_benefits, *
      from (values ('teachers', 1, 'P1', date '2024-10-01'), ('teachers', 2, 'P1', date '2025-06-30'),
        ('other_staff', 1, 'N1', date '2025-05-31')) t(source_id, record_no, position_id, snapshot_date)`,
    'staging.job_positions': rowsSql('job_code position_type', [['T', 'teacher']]),
  });
  expect(cellsOf(rows, 'source_id', 'position_id', 'snapshot_date')).toEqual([
    ['other_staff', 'N1', '2025-05-31'],
    ['teachers', 'P1', '2025-06-30'],
  ]);
});

describe('position_dollars', () => {
  const dollars = async (...kinds: readonly (readonly [string, number])[]) => {
    const rows = await runModel('marts.position_dollars', {
      'marts.positions': rowsSql(
        'fiscal_year position_type position_name positions vacant_positions budgeted_fte filled_fte vacant_fte budgeted_salary budgeted_benefits',
        kinds.map(([kind, count]) => [
          2025,
          kind,
          kind,
          count,
          0,
          count,
          count,
          0,
          count * 100,
          count * 25,
        ]),
      ),
      'staging.settings': 'select 10 as minimum_n',
    });
    return cellsOf(rows, 'position_type', 'positions', 'budgeted_salary');
  };

  test('of a kind with few positions the dollars stand among the others', async () => {
    expect(
      await dollars(['teacher', 800], ['superintendent', 1], ['nurse', 12], ['security', 30]),
    ).toEqual([
      // One alone would still be told by what the others leave over, so the next smallest joins it.
      ['other', '13', '1300.00'],
      ['security', '30', '3000.00'],
      ['teacher', '800', '80000.00'],
    ]);
  });

  test('of kinds that are all large enough none is hidden', async () => {
    expect(await dollars(['teacher', 800], ['nurse', 12])).toEqual([
      ['nurse', '12', '1200.00'],
      ['teacher', '800', '80000.00'],
    ]);
  });

  test('of too few positions together no dollars are told', async () => {
    expect(await dollars(['superintendent', 1], ['nurse', 3])).toEqual([['other', '4', null]]);
  });
});

describe('finding_vacancies', () => {
  const given = (vacant: number) => ({
    'marts.vacancies': rowsSql('fiscal_year site_id quarter vacant_positions vacant_amount', [
      [2025, 'N1', 1, vacant - 4, (vacant - 4) * 82000],
      [2025, 'N2', 1, 0, 0],
      [2025, 'W', 4, 4, 328000],
      [2024, 'N1', 1, 99, 99],
    ]).replace('select *', `select *, date '2025-06-30' as snapshot_date`),
    'marts.about': 'select 2025 as latest_fiscal_year, 10 as minimum_n',
    'marts.budget_against_actual': rowsSql(
      'fiscal_year child_purpose_id project_code project_name adopted_amount revised_amount spent_amount',
      [
        [2025, 'substitutes', 'none', 'No project', 1600000, 1600000, 3000000],
        [2025, 'tutoring', '1601', 'High-dosage tutoring', 2400000, 1800000, 1350000],
        [2025, 'tutoring', '4105', 'Title I', 2000000, 2000000, 2000000],
        [2024, 'substitutes', 'none', 'No project', 9, 9, 9],
      ],
    ),
    'marts.stand_ins': modelSql('marts.stand_ins'),
  });

  test('says how many, what was budgeted, where, and what substitutes cost', async () => {
    const rows = await runModel('marts.finding_vacancies', given(14));
    expect(cellText(rows[0], 'sentence')).toBe(
      '14 positions were vacant on June 30, 2025, and the $1.1M budgeted for them was not spent on them; ' +
        '10 of them were in the 2 elementary schools with the greatest need. Substitutes cost $3.0M; $1.6M was budgeted.',
    );
    expect(rows.find((row) => row['figure_id'] === 'tutoring_spent')).toMatchObject({
      figure: 'High-dosage tutoring, spent',
      value: '1350000.000000',
    });
  });

  test('says nothing of dollars where the list of positions has none', async () => {
    const [row] = await runModel('marts.finding_vacancies', {
      ...given(14),
      'marts.vacancies': rowsSql('fiscal_year site_id quarter vacant_positions vacant_amount', [
        [2025, 'W', 4, 14, 0],
      ]).replace('select *', `select *, date '2024-10-01' as snapshot_date`),
    });
    expect(cellText(row, 'sentence')).toBe(
      '14 positions were vacant on October 1, 2024. Substitutes cost $3.0M; $1.6M was budgeted.',
    );
  });

  test('is silent on fewer vacancies than are told of at all', async () => {
    expect(await runModel('marts.finding_vacancies', given(9))).toEqual([]);
  });
});

describe('closed schools', () => {
  test('a closing day of the site list counts where the list of successors says nothing', async () => {
    const rows = await runModel('core.site_changes', {
      'staging.site_successors': `select '110' as site_id, '112' as successor_site_id, 'closed' as event,
        date '2025-07-01' as effective_on, 0.6::decimal(9,6) as share`,
      'staging.organizations': `select * from (values (2025, '110', date '2025-06-30'), (2025, '111', date '2025-06-30'),
        (2026, '111', date '2025-06-30'), (2026, '112', null)) t(fiscal_year, site_id, closed_on)`,
    });
    expect(cellsOf(rows, 'site_id', 'event', 'effective_on', 'successor_site_id')).toEqual([
      ['110', 'closed', '2025-07-01', '112'],
      ['111', 'closed', '2025-07-01', null],
    ]);
  });

  test('is no school without dollars in the years after', async () => {
    const { said } = await runRule('K09', {
      'marts.schools': rowsSql(
        'fiscal_year site_id site_name site_type students school_reported_amount',
        [
          [2026, '110', 'Linden', 'school', 400, 0],
          [2025, '110', 'Linden', 'school', 400, 0],
        ],
      ),
      'core.site_changes': `select '110' as site_id, 'closed' as event, date '2025-07-01' as effective_on`,
      'staging.settings': 'select true as chart_has_site',
      'core.students': 'select unnest([2025, 2026]) as school_year',
    });
    expect(said).toEqual(['warned: Linden, fiscal year 2025: students and no dollars.']);
  });
});

describe('as_of', () => {
  test('tells the day of each kind of file, or its year where it names no day', async () => {
    const rows = await runModel('marts.as_of', {
      'marts.district_years': `select 2026 as fiscal_year, date '2025-11-28' as ledger_as_of`,
      'staging.staff_roster': `select 2026 as fiscal_year, date '2025-10-01' as snapshot_date`,
      'staging.staff_assignments': 'select 2026 as fiscal_year',
      'staging.positions': 'select 2025 as fiscal_year, null::date as snapshot_date where false',
      'core.students': 'select 2026 as school_year, null::date as count_date',
      'core.outcomes': 'select 2025 as school_year',
      'core.budget_lines': `select 2026 as fiscal_year, 'budget_original' as amount_type, null::date as as_of_date
        union all select 2027, 'budget_proposed', null`,
    });
    expect(cellsOf(rows, 'position', 'label')).toEqual([
      [6, 'budget of fiscal year 2026'],
      [4, 'enrollment of 2025-26'],
      [1, 'ledger to Nov 28, 2025'],
      [5, 'results of 2024-25'],
      [2, 'staffing Oct 1, 2025'],
    ]);
  });
});
