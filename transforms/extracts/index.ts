import { isLedger } from '../contract/contract.ts';
import { accountCodes } from './account-codes.ts';
import { apInvoices } from './ap-invoices.ts';
import { assessmentResults } from './assessment-results.ts';
import { attendance } from './attendance.ts';
import { budgetLines } from './budget-lines.ts';
import { calendars } from './calendars.ts';
import { controlTotals } from './control-totals.ts';
import { courseSections } from './course-sections.ts';
import { earnCodes } from './earn-codes.ts';
import { enrollmentCounts } from './enrollment-counts.ts';
import { enrollment } from './enrollment.ts';
import type { Extract } from './extract.ts';
import { glBalances } from './gl-balances.ts';
import { glTransactions } from './gl-transactions.ts';
import { graduation } from './graduation.ts';
import { grants } from './grants.ts';
import { interventions } from './interventions.ts';
import { investments } from './investments.ts';
import { jobCodes } from './job-codes.ts';
import { organizations } from './organizations.ts';
import { outcomeAggregates } from './outcome-aggregates.ts';
import { payrollLines } from './payroll-lines.ts';
import { pdActivities } from './pd-activities.ts';
import { pdParticipation } from './pd-participation.ts';
import { positions } from './positions.ts';
import { publishedPerStudent } from './published-per-student.ts';
import { sectionMeetings } from './section-meetings.ts';
import { sectionStaff } from './section-staff.ts';
import { sectionStudents } from './section-students.ts';
import { serviceLog } from './service-log.ts';
import { siteDrivers } from './site-drivers.ts';
import { siteGroups } from './site-groups.ts';
import { siteRatings } from './site-ratings.ts';
import { siteSuccessors } from './site-successors.ts';
import { staffAbsences } from './staff-absences.ts';
import { staffAssignments } from './staff-assignments.ts';
import { staffCredentials } from './staff-credentials.ts';
import { staffEvaluations } from './staff-evaluations.ts';
import { staffRoster } from './staff-roster.ts';
import { transcripts } from './transcripts.ts';

/** Every extract that a district may send, by name. */
export const EXTRACTS: ReadonlyMap<string, Extract> = new Map(
  [
    organizations,
    siteGroups,
    siteSuccessors,
    siteDrivers,
    siteRatings,
    accountCodes,
    jobCodes,
    earnCodes,
    calendars,
    controlTotals,
    glTransactions,
    glBalances,
    budgetLines,
    grants,
    apInvoices,
    investments,
    staffRoster,
    staffAssignments,
    positions,
    payrollLines,
    staffAbsences,
    staffCredentials,
    staffEvaluations,
    pdActivities,
    pdParticipation,
    enrollmentCounts,
    enrollment,
    outcomeAggregates,
    publishedPerStudent,
    attendance,
    assessmentResults,
    graduation,
    courseSections,
    sectionMeetings,
    sectionStaff,
    sectionStudents,
    transcripts,
    interventions,
    serviceLog,
  ].map((extract) => [extract.name, extract]),
);

/** The names, for a configuration's schema. */
export const EXTRACT_NAMES: readonly string[] = [...EXTRACTS.keys()];

/** An extract that is known to exist. */
export function extractNamed(name: string): Extract {
  const extract = EXTRACTS.get(name);
  if (extract === undefined) throw new Error(`There is no extract ${name}.`);
  return extract;
}

/** Whether rows of an extract of this name are the ledger's dollars. */
export function isLedgerExtract(name: string): boolean {
  return isLedger(extractNamed(name));
}
