/**
 * The minimum-n rule, written once: what counts fewer students than the district's minimum is hidden, and so is all that
 * is divided by them or tells their number. SQL models call the macros of `MINIMUM_N_MACROS`; TypeScript calls the twins below. A test holds
 * that both say the same, and `sql/checks/suppression_holds.sql` audits the release without using either.
 */

/**
 * Whether the students of a school, and every figure per student, are hidden. A count that is not known hides nothing:
 * there is nothing to show.
 */
export function hidesStudents(students: number | null, minimumN: number): boolean {
  return students !== null && students < minimumN;
}

/**
 * Whether a result is hidden: it stands on fewer than `minimumN` students, or on an unknown number of them, unless its
 * source is declared to be public already.
 */
export function hidesResult(
  students: number | null,
  minimumN: number,
  alreadyPublic: boolean,
): boolean {
  return !alreadyPublic && (students === null || students < minimumN);
}

/**
 * Whether the share of a group among a school's students is hidden, and so is all that such a share can be worked out of:
 * the group, or the students who are not in it, are fewer than `minimumN`, or one of the two numbers is not known. A
 * group that came as a share alone counts as the share of the students, to the nearest student.
 */
export function hidesShare(
  groupStudents: number | null,
  students: number | null,
  minimumN: number,
): boolean {
  if (groupStudents === null || students === null) return true;
  return groupStudents < minimumN || students - groupStudents < minimumN;
}

/** Scalar macros that read no table: the same rules for SQL models. */
export const MINIMUM_N_MACROS: readonly string[] = [
  `create macro hides_students(students, minimum_n) as
    coalesce(students < minimum_n, false)`,
  `create macro hides_result(students, minimum_n, already_public) as
    not coalesce(already_public, false) and coalesce(students < minimum_n, true)`,
  `create macro hides_share(group_students, students, minimum_n) as
    coalesce(group_students < minimum_n or students - group_students < minimum_n, true)`,
];
