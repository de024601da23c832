/**
 * The kinds of persons that a row may be about, by the column that holds their pseudonym. What stands before the
 * number when it is hashed is a control character, which no number may hold, so that an employee and a student of the
 * same number are never one key. Employees have nothing before theirs.
 */
const BEFORE = { staff_key: '', student_key: '\\x01' } as const;

/** The column that stands in place of a person's number. */
export type PersonKey = keyof typeof BEFORE;

/** HMAC-SHA256 of a person's number with the district's secret, whose two pads stand in variables of the engine. */
export function pseudonymSql(person: PersonKey, value: string): string {
  const before = BEFORE[person];
  const text = `encode(${value})`;
  const message = before === '' ? text : `'${before}'::blob || ${text}`;
  const inner = `sha256(getvariable('ipad') || ${message})`;
  return `left(sha256(getvariable('opad') || from_hex(${inner})), 32)`;
}
