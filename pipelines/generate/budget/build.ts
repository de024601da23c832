import { activityOf, levelIn } from '../accounts/catalog.ts';
import type { Control } from '../accounts/activity.ts';
import { CENTRAL_SITE } from '../frame/frame.ts';
import { salaryWithin, withBenefits } from '../events.ts';
import type { Event } from '../events.ts';

/** What an event is beyond its amount; the usual case is left out. */
export type EventDetails = Pick<Event, 'year' | 'activity'> &
  Partial<Omit<Event, 'year' | 'activity' | 'amount'>>;

/** Who decides on a dollar, where the activity itself does not say otherwise. */
function controlOf(fund: string, activity: string): Control {
  if (activity === 'activity_buses') return 'not_known';
  if (fund === '105') return 'school';
  if (fund === '210') return 'grantor';
  if (fund === '220') {
    return activity === 'prek_teachers' || activity === 'gifted_teachers' ? 'formula' : 'grantor';
  }
  // Special education and meals are owed by law, whoever pays.
  const program = activityOf(activity).program;
  return fund === '230' || program === '1200' ? 'contract_or_law' : 'central';
}

/** An event for exactly this amount, without benefits. */
export function event(details: EventDetails, amount: bigint): Event {
  const activity = activityOf(details.activity);
  const fund = details.fund ?? '100';
  return {
    fund,
    project: '',
    site: CENTRAL_SITE,
    basis: details.site === undefined || details.site === CENTRAL_SITE ? 'students' : 'recorded',
    control: controlOf(fund, details.activity),
    level: details.function === undefined ? levelIn(activity, details.year) : activity.level,
    decidable: true,
    ...details,
    amount,
  };
}

/** Whether an activity is people's pay, which benefits follow. */
export function isPay(activity: string): boolean {
  return activityOf(activity).object.startsWith('1');
}

/** What an event costs with the benefits that follow it. */
export function fullCost(it: Event): bigint {
  return isPay(it.activity) ? withBenefits(it.amount, it.fund) : it.amount;
}

export function totalCost(events: readonly Event[]): bigint {
  return events.reduce((total, it) => total + fullCost(it), 0n);
}

/** An event that costs at most this with benefits: pay in whole dollars, purchases to the cent. */
export function eventWithin(details: EventDetails, full: bigint): Event {
  const fund = details.fund ?? '100';
  return event(details, isPay(details.activity) ? salaryWithin(full, fund) : full);
}
