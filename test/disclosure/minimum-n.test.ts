import { expect, test } from 'vitest';
import { Engine } from '../../pipelines/runtime/duckdb.ts';
import {
  hidesResult,
  hidesShare,
  hidesStudents,
  MINIMUM_N_MACROS,
} from '../../transforms/disclosure/minimum-n.ts';

test('a school is hidden below the minimum, and shown exactly on it', () => {
  expect(hidesStudents(9, 10)).toBe(true);
  expect(hidesStudents(10, 10)).toBe(false);
  expect(hidesStudents(0, 10)).toBe(true);
  expect(hidesStudents(null, 10)).toBe(false);
});

test('a result on an unknown number of students is hidden unless it is public already', () => {
  expect(hidesResult(null, 10, false)).toBe(true);
  expect(hidesResult(9, 10, false)).toBe(true);
  expect(hidesResult(10, 10, false)).toBe(false);
  expect(hidesResult(null, 10, true)).toBe(false);
  expect(hidesResult(3, 10, true)).toBe(false);
});

test('a share is hidden when the group, or all others, are fewer than the minimum', () => {
  expect(hidesShare(10, 40, 10)).toBe(false);
  expect(hidesShare(9, 40, 10)).toBe(true);
  expect(hidesShare(0, 40, 10)).toBe(true);
  expect(hidesShare(30, 40, 10)).toBe(false);
  expect(hidesShare(31, 40, 10)).toBe(true);
  expect(hidesShare(40, 40, 10)).toBe(true);
  expect(hidesShare(null, 40, 10)).toBe(true);
  expect(hidesShare(10, null, 10)).toBe(true);
});

test('the SQL macros say the same as the functions for every count, minimum and source', async () => {
  const engine = await Engine.open({ threads: 1 });
  try {
    for (const macro of MINIMUM_N_MACROS) await engine.run(macro);
    const rows = await engine.rows(`
      select
          counts.students,
          minimums.minimum_n,
          sources.already_public,
          groups.group_students,
          hides_share(groups.group_students, counts.students, minimums.minimum_n) as share,
          hides_students(counts.students, minimums.minimum_n) as school,
          hides_result(counts.students, minimums.minimum_n, sources.already_public) as result,
      from (select unnest(range(0, 31))::integer as students union all select null) as counts
      cross join (values (1), (5), (10), (30)) as minimums(minimum_n)
      cross join (values (true), (false)) as sources(already_public)
      cross join (values (0), (4), (5), (9), (10), (21), (30), (null)) as groups(group_students)`);
    expect(rows).toHaveLength(32 * 4 * 2 * 8);
    for (const row of rows) {
      const students = row['students'] === null ? null : Number(row['students']);
      const minimum = Number(row['minimum_n']);
      const group = row['group_students'] === null ? null : Number(row['group_students']);
      expect(row['share']).toBe(hidesShare(group, students, minimum));
      expect(row['school']).toBe(hidesStudents(students, minimum));
      expect(row['result']).toBe(hidesResult(students, minimum, row['already_public'] === true));
    }
  } finally {
    engine.close();
  }
});
