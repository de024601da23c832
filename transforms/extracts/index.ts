import type { Contract } from '../contract/contract.ts';
import { accountCodes } from './account-codes.ts';
import { budgetLines } from './budget-lines.ts';
import { controlTotals } from './control-totals.ts';
import { earnCodes } from './earn-codes.ts';
import { enrollmentCounts } from './enrollment-counts.ts';
import { glBalances } from './gl-balances.ts';
import { glTransactions } from './gl-transactions.ts';
import { grants } from './grants.ts';
import { jobCodes } from './job-codes.ts';
import { organizations } from './organizations.ts';
import { outcomeAggregates } from './outcome-aggregates.ts';
import { payrollLines } from './payroll-lines.ts';
import { positions } from './positions.ts';
import { publishedPerStudent } from './published-per-student.ts';
import { siteGroups } from './site-groups.ts';
import { siteSuccessors } from './site-successors.ts';
import { staffAbsences } from './staff-absences.ts';
import { staffAssignments } from './staff-assignments.ts';
import { staffRoster } from './staff-roster.ts';

/** Every extract that a district may send, by name. */
export const EXTRACTS: ReadonlyMap<string, Contract> = new Map(
  [
    organizations,
    siteGroups,
    siteSuccessors,
    accountCodes,
    jobCodes,
    earnCodes,
    controlTotals,
    glTransactions,
    glBalances,
    budgetLines,
    grants,
    staffRoster,
    staffAssignments,
    positions,
    payrollLines,
    staffAbsences,
    enrollmentCounts,
    outcomeAggregates,
    publishedPerStudent,
  ].map((contract) => [contract.name, contract]),
);

/** The names, for a configuration's schema. */
export const EXTRACT_NAMES: readonly string[] = [...EXTRACTS.keys()];

/** The contract of an extract that is known to exist. */
export function extractNamed(name: string): Contract {
  const contract = EXTRACTS.get(name);
  if (contract === undefined) throw new Error(`There is no extract ${name}.`);
  return contract;
}
