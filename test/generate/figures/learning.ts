import { activityOf } from '../../../pipelines/generate/accounts/catalog.ts';
import type { Event } from '../../../pipelines/generate/events.ts';
import { DEFAULTS } from '../../../pipelines/generate/options.ts';
import { Registry } from '../../../pipelines/generate/people/registry.ts';
import { staffOf } from '../../../pipelines/generate/people/staff.ts';
import { isTied } from './goals.ts';
import {
  cost,
  dollars,
  eventsOf,
  type Figures,
  frame,
  operating,
  parentOf,
  postedTo,
} from './happened.ts';

const isLearning = (it: Event): boolean => parentOf(it) === 'professional_learning';
export const learning: Figures = {
  total: (year) => cost(year, isLearning),
  operating_share: (year) => cost(year, isLearning) / operating(year),
  per_teacher: (year) => cost(year, isLearning) / teachers(year),
  function: (year) =>
    dollars(
      eventsOf(year)
        .filter((it) => postedTo(it) === '2213')
        .reduce((all, it) => all + it.amount, 0n),
    ),
  initiatives: (year) =>
    new Set(
      eventsOf(year)
        .filter((it) => isLearning(it) && it.project !== '')
        .map((it) => it.project),
    ).size,
  tied: (year) => cost(year, (it) => isLearning(it) && isTied(it)),
  tied_share: (year) => cost(year, (it) => isLearning(it) && isTied(it)) / cost(year, isLearning),
};

/** Full-time equivalents of teachers. */
export function teachers(year: number): number {
  const registry = new Registry(DEFAULTS.seed);
  const jobs = ['201', '205', '210', '215', '218', '220'];
  const tenths = staffOf(frame, year, eventsOf(year), registry)
    .filter(({ event }) => jobs.includes(activityOf(event.activity).job))
    .reduce((all, position) => all + position.tenths, 0);
  return tenths / 10;
}
