import { activityOf, functionIn } from '../accounts/catalog.ts';
import type { Event } from '../events.ts';

/** The codes of a line, as the finance office has them; '' = none. */
export interface Account {
  readonly fund: string;
  readonly function: string;
  readonly object: string;
  readonly program: string;
  readonly project: string;
  readonly job: string;
  readonly site: string;
}

/** Where an event is posted. */
export function accountOf(it: Event): Account {
  const activity = activityOf(it.activity);
  return {
    fund: it.fund,
    function: it.function ?? functionIn(activity.function, it.year),
    object: activity.object,
    program: activity.program,
    project: it.project,
    job: activity.job,
    site: it.site,
  };
}

/** The account as the ledger and payroll print it; project and job have columns of their own. */
export function accountText(account: Account): string {
  return [account.fund, account.function, account.object, account.program, account.site].join('-');
}
