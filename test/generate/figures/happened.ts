import { activityOf, functionIn } from '../../../pipelines/generate/accounts/catalog.ts';
import { totalCost } from '../../../pipelines/generate/budget/build.ts';
import { planYear } from '../../../pipelines/generate/budget/plan.ts';
import type { Event } from '../../../pipelines/generate/events.ts';
import { makeFrame } from '../../../pipelines/generate/frame/frame.ts';
import { DEFAULTS } from '../../../pipelines/generate/options.ts';
import { PURPOSE_PARENTS } from '../../support/purposes.ts';

/** Figures by name, each of a year; summed from what happened, before codes and files, with nothing of the product. */
export type Figures = Readonly<Record<string, (year: number) => number>>;

export const frame = makeFrame(DEFAULTS);
const plans = new Map(frame.years.map((year) => [year, planYear(frame, year)]));
export const eventsOf = (year: number): readonly Event[] => plans.get(year) ?? [];

export const dollars = (cents: bigint): number => Number(cents) / 100;

/** What the chosen events of a year cost, benefits included, in dollars. */
export const cost = (year: number, chosen: (it: Event) => boolean): number =>
  dollars(totalCost(eventsOf(year).filter(chosen)));

/** The purpose of the first level. */
export const parentOf = (it: Event): string =>
  PURPOSE_PARENTS.get(activityOf(it.activity).purpose) ?? '';

/** The district's own function that it is posted to. */
export const postedTo = (it: Event): string =>
  it.function ?? functionIn(activityOf(it.activity).function, it.year);

export const isOutside = (it: Event): boolean => parentOf(it) === 'outside_operating';
export const operating = (year: number): number => cost(year, (it) => !isOutside(it));
