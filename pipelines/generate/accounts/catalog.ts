import type { Activity, Level } from './activity.ts';
import { PEOPLE } from './people.ts';
import { PURCHASES } from './purchases.ts';

const byId = new Map([...PEOPLE, ...PURCHASES].map((activity) => [activity.id, activity]));

export function activityOf(id: string): Activity {
  const activity = byId.get(id);
  if (!activity) throw new RangeError(`No activity ${id}.`);
  return activity;
}

export const ACTIVITIES: readonly Activity[] = [...byId.values()];

/** From `firstYear` on, what carried the function `from` carries `to`; the work is the same. */
export interface Recoding {
  readonly from: string;
  readonly to: string;
  readonly firstYear: number;
  /** Where the work counts from then on, if that changed too. */
  readonly level?: Level;
}

/**
 * The supervisors of schools became "networks", and the social and emotional specialists were filed under guidance:
 * neither changed what anybody does.
 */
export const RECODINGS: readonly Recoding[] = [
  { from: '2325', to: '2425', firstYear: 2025, level: 'school_support' },
  { from: '2326', to: '2426', firstYear: 2025, level: 'school_support' },
  { from: '2545', to: '2445', firstYear: 2025, level: 'school_support' },
  { from: '2193', to: '2127', firstYear: 2025 },
];

export function functionIn(code: string, year: number): string {
  const moved = RECODINGS.find((recoding) => recoding.from === code && year >= recoding.firstYear);
  return moved?.to ?? code;
}

/** Where an activity's work counts in a year. */
export function levelIn(activity: Activity, year: number): Level {
  const moved = RECODINGS.find((it) => it.from === activity.function && year >= it.firstYear);
  return moved?.level ?? activity.level;
}
