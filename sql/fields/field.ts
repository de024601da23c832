/**
 * What a released column is to disclosure control. `rate_of_students` is every figure from which a number of students
 * can be worked out: shares, results, and dollars that are divided by students.
 */
export type ReleaseKind =
  'dollars' | 'student_count' | 'rate_of_students' | 'staff_measure' | 'label';

/** The one meaning that a column name has, wherever it stands. */
export interface Field {
  /** A sentence that a district analyst understands. */
  readonly describe: string;
  /** What a number is in; a text, a year or a count of rows has none. */
  readonly unit?: string;
  /** Named where the column is released; a released column without it is an error. */
  readonly release?: ReleaseKind;
}
