import type { Event } from '../../../pipelines/generate/events.ts';
import { cost, type Figures, frame, operating, postedTo } from './happened.ts';

/** People who supervise schools: central until the networks, and central again when years are compared. */
const moved = (it: Event): boolean =>
  ['school_supervisors', 'turnaround_staff', 'school_data_staff'].includes(it.activity);
const isCentral = (it: Event): boolean => it.level === 'central';
const bySchools = (year: number): number => cost(year, (it) => it.control === 'school');
const comparable = (year: number): number => cost(year, (it) => isCentral(it) || moved(it));
export const office: Figures = {
  central: (year) => cost(year, isCentral),
  central_share: (year) => cost(year, isCentral) / operating(year),
  comparable,
  comparable_share: (year) => comparable(year) / operating(year),
  moved: (year) => comparable(year) - cost(year, isCentral),
  school_control: bySchools,
  school_control_share: (year) => bySchools(year) / operating(year),
  school_control_per_student: (year) => bySchools(year) / frame.total(year),
};

const guidance = (year: number, codes: readonly string[]): number =>
  cost(year, (it) => codes.includes(postedTo(it)));
/** What looks like news and is none. */
export const decoys: Figures = {
  center_students: () => 46,
  center_per_student: (year) => cost(year, (it) => it.site === '950') / 46,
  guidance_as_coded: (year) => guidance(year, ['2120', '2127']),
  guidance_as_coded_growth: (year) =>
    guidance(year, ['2120', '2127']) / guidance(year - 1, ['2120', '2127']) - 1,
  guidance_comparable: (year) => guidance(year, ['2120']),
};
