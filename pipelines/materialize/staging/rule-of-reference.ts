import type { Contract } from '../../../transforms/contract/contract.ts';
import type { RuleId } from '../../../transforms/quality/rule-id.ts';

const TARGETS: Readonly<Record<string, RuleId>> = {
  organizations: 'K02',
  account_codes: 'K03',
  staff_roster: 'K07',
  enrollments: 'K08',
};

/** The quality rule that a code breaks which is not in the file that it refers to. */
export function ruleOfReference({ name }: Contract, target: string): RuleId {
  if (target === 'staff_roster' && name === 'payroll_lines') return 'K05';
  return TARGETS[target] ?? 'K03';
}

/** The quality rule that a word breaks which the column's lookup or map does not know. */
export function ruleOfUnknown(contract: Contract, column: string): RuleId {
  const { target, segment, rule, kind } = contract.columns[column] ?? {};
  if (target !== undefined) return ruleOfReference(contract, target.extract);
  if (segment !== undefined) return segment === 'site' ? 'K02' : 'K03';
  return rule ?? (kind?.kind === 'code' ? 'K03' : 'F19');
}
