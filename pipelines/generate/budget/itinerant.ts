import { activityOf } from '../accounts/catalog.ts';
import type { Event, Place } from '../events.ts';
import type { School } from '../frame/frame.ts';
import { dollars, splitCount, sum } from '../money.ts';
import { randomStream } from '../random.ts';
import { event } from './build.ts';
import type { BudgetYear, ByYear } from './year.ts';

interface Service {
  readonly activity: string;
  readonly project: string;
  /** Tenths of a position in each year, in the district, at Alder and at Cedar in 2025. */
  readonly tenths: ByYear;
  readonly alder: number;
  readonly cedar: number;
  readonly levels: readonly School['level'][];
}

const all: readonly School['level'][] = ['elementary', 'k8', 'middle', 'high'];

/** Alder has 8.5 positions and Cedar 4.0: at $88,000 each with benefits, $396,000 apart. */
const services: readonly Service[] = [
  {
    activity: 'literacy_coaches',
    project: '1401',
    tenths: [90, 140, 200],
    alder: 20,
    cedar: 7,
    levels: ['elementary', 'k8'],
  },
  {
    activity: 'math_coaches',
    project: '1402',
    tenths: [0, 70, 120],
    alder: 10,
    cedar: 4,
    levels: all,
  },
  { activity: 'mentors', project: '1403', tenths: [60, 70, 80], alder: 8, cedar: 3, levels: all },
  { activity: 'nurses', project: '', tenths: [160, 160, 160], alder: 10, cedar: 6, levels: all },
  {
    activity: 'psychologists',
    project: '',
    tenths: [120, 120, 120],
    alder: 8,
    cedar: 5,
    levels: all,
  },
  {
    activity: 'speech_therapists',
    project: '',
    tenths: [180, 180, 180],
    alder: 12,
    cedar: 7,
    levels: all,
  },
  { activity: 'therapists', project: '', tenths: [90, 90, 90], alder: 7, cedar: 4, levels: all },
  {
    activity: 'social_workers',
    project: '',
    tenths: [130, 130, 130],
    alder: 10,
    cedar: 4,
    levels: all,
  },
];

/** Students of Alder and of Cedar at the size of the sample. */
const PLANNED_STUDENTS = 420;

/** Pay of whoever serves Alder or Cedar: $70,400 in 2025. */
const PLAIN_PAY: ByYear = [67_200, 68_800, 70_400];

/** Coaches and therapists: paid from the central office, at work in several schools each. */
export function itinerantStaff(at: BudgetYear): Event[] {
  return services
    .filter((service) => at.of(service.tenths) > 0)
    .map((service) => {
      const people = peopleOf(at, service);
      const { activity, project } = service;
      const details = { year: at.year, activity, project, people, basis: 'assignment' as const };
      const posted =
        project !== '' && !at.frame.options.findings ? { ...details, function: '2213' } : details;
      return event(posted, sum(people.map((person) => person.pay)));
    });
}

function peopleOf(at: BudgetYear, service: Service): { pay: bigint; places: Place[] }[] {
  const random = randomStream(at.frame.options.seed, 'itinerant', service.activity, at.year);
  const usual = activityOf(service.activity).pay ?? 0;
  const plain = at.of(PLAIN_PAY);
  return placesOf(at, service).map((places) => {
    const tenths = places.reduce((total, place) => total + place.tenths, 0);
    const serves = (like: string): boolean =>
      places.some((place) => schoolLike(at, place.site) === like);
    const isPlain = serves('101') || serves('103');
    const drawn = random.between(-600, 600) * 10 + Math.floor((usual * plain) / 704_000) * 10;
    return { pay: (dollars(isPlain ? plain : drawn) * BigInt(tenths)) / 10n, places };
  });
}

/** Walks through the schools and gives each person work until a full-time job is full. */
function placesOf(at: BudgetYear, service: Service): Place[][] {
  const people: Place[][] = [];
  let open: Place[] = [];
  let used = 0;
  for (const need of needsOf(at, service)) {
    let left = need.tenths;
    while (left > 0) {
      const tenths = Math.min(left, 10 - used);
      open.push({ site: need.site, tenths });
      used += tenths;
      left -= tenths;
      if (used === 10) {
        people.push(open);
        open = [];
        used = 0;
      }
    }
  }
  return open.length > 0 ? [...people, open] : people;
}

function needsOf(at: BudgetYear, service: Service): Place[] {
  const total = at.count(at.of(service.tenths));
  const served = at.frame.schools.filter((school) => service.levels.includes(school.level));
  // A year with fewer coaches has fewer of them at Alder and Cedar too.
  const part = (tenths: number): number =>
    Math.floor((tenths * at.of(service.tenths)) / service.tenths[2]);
  const planned = new Map(
    at.frame.options.findings
      ? [
          ['101', part(service.alder)],
          ['103', part(service.cedar)],
        ]
      : [],
  );
  const fixed = served.map((school) =>
    Math.round(((planned.get(school.like) ?? 0) * school.students) / PLANNED_STUDENTS),
  );
  const fair = served.map((school) => (planned.has(school.like) ? 0 : school.students));
  const rest = Math.max(0, total - fixed.reduce((all_, tenths) => all_ + tenths, 0));
  const spread = splitCount(rest, fair);
  return served
    .map((school, index) => ({
      site: school.id,
      tenths: (fixed[index] ?? 0) + (spread[index] ?? 0),
    }))
    .filter((need) => need.tenths > 0);
}

function schoolLike(at: BudgetYear, site: string): string {
  return at.frame.schools.find((school) => school.id === site)?.like ?? '';
}
