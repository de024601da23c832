import { projectSites } from '../budget/grants.ts';
import type { Frame } from '../frame/frame.ts';
import { split } from '../money.ts';

/** Where each of a grant's people works: as many at a site as its share of the grant. */
export function placesOfGrant(frame: Frame, project: string, people: number): string[] {
  const sites = projectSites(frame).filter((place) => place.project === project);
  const counts = split(
    BigInt(people),
    sites.map((place) => place.share),
  );
  return sites.flatMap(({ site }, index) =>
    Array.from({ length: Number(counts[index] ?? 0n) }, () => site),
  );
}
