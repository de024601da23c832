import type { Rule } from './rule.ts';
import { CELL_RULES } from './rules/cells.ts';
import { ENROLLMENT_RULES } from './rules/enrollment.ts';
import { FILE_RULES } from './rules/files.ts';
import { KEY_RULES } from './rules/keys.ts';
import { LEDGER_CHANGE_RULES } from './rules/ledger-changes.ts';
import { LEDGER_TOTAL_RULES } from './rules/ledger-totals.ts';
import { RESULT_RULES } from './rules/results.ts';
import { STAFF_JOB_RULES } from './rules/staff-jobs.ts';
import { STAFF_PEOPLE_RULES } from './rules/staff-people.ts';

const letters = 'FKLSO';
const place = ({ id }: Rule): string => `${letters.indexOf(id.charAt(0))}${id.slice(1)}`;

/** Every quality rule, in the order of the files of a district: form, keys, ledger, staff, students. */
export const RULES: readonly Rule[] = [
  ...FILE_RULES,
  ...CELL_RULES,
  ...KEY_RULES,
  ...LEDGER_TOTAL_RULES,
  ...LEDGER_CHANGE_RULES,
  ...STAFF_JOB_RULES,
  ...STAFF_PEOPLE_RULES,
  ...ENROLLMENT_RULES,
  ...RESULT_RULES,
].sort((a, b) => (place(a) < place(b) ? -1 : 1));

const byId: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule of an id, if there is one. */
export function ruleOf(id: string): Rule | undefined {
  return byId.get(id);
}
