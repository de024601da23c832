import type { Event } from '../events.ts';
import type { Frame } from '../frame/frame.ts';
import { dollars, split } from '../money.ts';
import { YEAR_IN_PROGRESS } from '../options.ts';
import { event } from './build.ts';
import type { BudgetYear, ByYear } from './year.ts';

/** Sites of a grant that the central office pays for, with shares in thousandths that sum to 1,000. */
type Sites = readonly (readonly [site: string, share: number])[];

interface Grant {
  readonly project: string;
  readonly fund: string;
  readonly sites: Sites;
  readonly people: readonly [activity: string, salaries: ByYear];
  readonly purchases: readonly [activity: string, amounts: ByYear];
}

/**
 * In 2025 Alder has $300,000 of the community schools grant and Cedar $45,000, and both the same of Title I. Sums are
 * whole thousands, so that every share of every pool is whole cents.
 */
const GRANTS: readonly Grant[] = [
  {
    project: '2701',
    fund: '220',
    sites: [
      ['101', 200],
      ['102', 160],
      ['103', 30],
      ['104', 80],
      ['105', 130],
      ['108', 140],
      ['111', 120],
      ['201', 80],
      ['301', 60],
    ],
    people: ['community_coordinators', [560_000, 580_000, 600_000]],
    purchases: ['community_services', [728_000, 754_000, 780_000]],
  },
  {
    project: '4105',
    fund: '210',
    sites: [
      ['101', 43],
      ['102', 105],
      ['103', 43],
      ['104', 70],
      ['105', 95],
      ['107', 54],
      ['108', 100],
      ['109', 40],
      ['111', 90],
      ['201', 110],
      ['301', 110],
      ['401', 120],
      ['490', 20],
    ],
    people: ['grant_tutors', [750_000, 775_000, 800_000, 804_000]],
    purchases: ['grant_tutoring', [970_000, 989_000, 1_008_000]],
  },
];

/** A grant's share of a site, in millionths. */
export interface ProjectSite {
  readonly project: string;
  readonly site: string;
  readonly share: bigint;
}

/** The sites of each grant in a district of any size: those of the sample that are there, each copy with its part. */
export function projectSites(frame: Frame): ProjectSite[] {
  return GRANTS.flatMap(({ project, sites }) => {
    const planned = frame.options.findings ? sites : evened(sites);
    const share = new Map(planned);
    const there = frame.schools.filter((school) => share.has(school.like));
    const total = there.reduce((sum, school) => sum + (share.get(school.like) ?? 0), 0);
    const parts = there.map((school) =>
      BigInt(Math.floor(((share.get(school.like) ?? 0) * 1_000_000) / total)),
    );
    const rest = 1_000_000n - parts.reduce((sum, part) => sum + part, 0n);
    return there.map((school, index) => ({
      project,
      site: school.id,
      share: (parts[index] ?? 0n) + (index === 0 ? rest : 0n),
    }));
  });
}

/** Alder and Cedar with the same share of every grant. */
function evened(sites: Sites): Sites {
  const pair = sites.filter(([site]) => site === '101' || site === '103');
  const half = pair.reduce((sum, [, share]) => sum + share, 0) / 2;
  return sites.map(([site, share]) => [site, site === '101' || site === '103' ? half : share]);
}

export function centralGrants(at: BudgetYear): Event[] {
  return GRANTS.flatMap(({ project, fund, people, purchases }) => {
    const details = { year: at.year, project, fund, basis: 'project_sites' as const };
    const bought = thousands(at, purchases[1]);
    return [
      event({ ...details, activity: people[0] }, thousands(at, people[1])),
      event({ ...details, activity: purchases[0], ...evenly(at, bought) }, bought),
    ];
  });
}

/** In the year in progress the contracts of grants are paid by the month. */
function evenly(at: BudgetYear, amount: bigint): Pick<Event, 'byPeriod'> {
  return at.year >= YEAR_IN_PROGRESS ? { byPeriod: split(amount, Array<bigint>(12).fill(1n)) } : {};
}

/** Whole thousands of dollars, at least one. */
function thousands(at: BudgetYear, amounts: ByYear): bigint {
  const amount = (at.amount(amounts) / dollars(1000)) * dollars(1000);
  return amount === 0n ? dollars(1000) : amount;
}
