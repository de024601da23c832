import { describe, expect, test } from 'vitest';
import { cellsOf } from '../../support/rows.ts';
import { runModel } from '../../support/run-model.ts';

type Assignment = readonly [
  person: string,
  no: number,
  site: string,
  fte: number,
  begin: string | null,
  end: string | null,
  employer?: string,
];

const text = (value: string | null = null) => (value === null ? 'null' : `'${value}'`);

/** Assignments of teachers in fiscal year 2025, which has 365 days from July 1, 2024. */
function given(rows: readonly Assignment[]) {
  const values = rows.map(
    ([person, no, site, fte, begin, end, employer], i) =>
      `('${person}', ${no}, '${site}', ${fte}::decimal(9,4), ${text(begin)}::date, ${text(end)}::date, ${text(employer)}, ${i + 2})`,
  );
  return {
    'staging.staff_assignments': `select 2025 as fiscal_year, 'T' as job_code, 'hr' as source_id, 'aaa' as source_file_key,
      1 as record_part, * from (values ${values.join(', ')})
      t(staff_key, assignment_no, site_id, fte, begin_date, end_date, employer_id, record_no)`,
    'staging.job_positions': `select 'T' as job_code, 'teacher' as position_type`,
  };
}

const fte = async (rows: readonly Assignment[]) =>
  cellsOf(await runModel('core.assignments', given(rows)), 'staff_key', 'site_id', 'fte');

describe('the part of a full-time job that a person has', () => {
  test('is one job for who leaves and comes back in the year', async () => {
    expect(
      await fte([
        ['ann', 1, 'A', 1, '2024-08-12', '2024-12-20'],
        ['ann', 2, 'A', 1, '2025-02-03', '2025-06-10'],
      ]),
    ).toEqual([['ann', 'A', '1.0000']]);
  });

  test('goes by days for who changes schools', async () => {
    // August 12 to November 19 are 100 days, November 20 to June 7 are 200.
    expect(
      await fte([
        ['bob', 1, 'A', 1, '2024-08-12', '2024-11-19'],
        ['bob', 2, 'B', 1, '2024-11-20', '2025-06-07'],
      ]),
    ).toEqual([
      ['bob', 'A', '0.3333'],
      ['bob', 'B', '0.6667'],
    ]);
  });

  test('is what the file says for who is at three schools at once, with dates or without', async () => {
    const dates = ['2024-08-12', '2025-06-10'] as const;
    const expected = (person: string) => [
      [person, 'A', '0.4000'],
      [person, 'B', '0.4000'],
      [person, 'C', '0.2000'],
    ];
    expect(
      await fte([
        ['cy', 1, 'A', 0.4, ...dates],
        ['cy', 2, 'B', 0.4, ...dates],
        ['cy', 3, 'C', 0.2, ...dates],
        ['di', 1, 'A', 0.4, null, null],
        ['di', 2, 'B', 0.4, null, null],
        ['di', 3, 'C', 0.2, null, null],
      ]),
    ).toEqual([...expected('cy'), ...expected('di')]);
  });

  test('may be more than one job, and is not cut to one', async () => {
    expect(await fte([['eve', 1, 'A', 1.4, null, null]])).toEqual([['eve', 'A', '1.4000']]);
  });

  test('is where the work is done, whoever employs the person', async () => {
    const rows = await runModel(
      'core.assignments',
      given([['flo', 1, 'A', 1, null, null, 'County service center']]),
    );
    expect(cellsOf(rows, 'site_id', 'employer_id', 'fte')).toEqual([
      ['A', 'County service center', '1.0000'],
    ]);
  });
});

describe('assignments of another year', () => {
  const rows: readonly Assignment[] = [
    ['ann', 1, 'A', 1, '2024-08-12', '2025-06-10'],
    ['ann', 2, 'A', 1, '2025-08-11', '2026-06-09'], // next year's
    ['bob', 1, 'B', 1, '2022-08-15', '2023-06-09'], // all of the history, year after year
    ['bob', 2, 'B', 1, '2023-08-14', '2024-06-07'],
    ['bob', 3, 'C', 1, '2023-08-14', null],
  ];

  test('are left out of what people do in this one', async () => {
    expect(await fte(rows)).toEqual([
      ['ann', 'A', '1.0000'],
      ['bob', 'C', '1.0000'],
    ]);
  });

  test('are counted, with nobody’s name', async () => {
    const found = await runModel('checks.assignments_of_other_years', given(rows));
    expect(cellsOf(found, 'what')).toEqual([
      ['Fiscal year 2025: 3 of 5 assignments lie outside the year and are left out.'],
    ]);
    expect(await runModel('checks.assignments_of_other_years', given(rows.slice(0, 1)))).toEqual(
      [],
    );
  });
});
