import { listEditions } from './edition-list.ts';
import { linesWith, logTexts } from './log-lines.ts';

/** An edition that is made and that readers do not see yet. */
export interface Waiting {
  readonly edition: string;
  readonly label: string | null;
  /** When the refresh that made it ended. */
  readonly made_at: string;
}

/** What the last backfill of one or more fiscal years has made, as long as nobody has approved it. */
export interface MadeByBackfill extends Waiting {
  readonly years: readonly number[];
}

export interface Unapproved {
  /** What the last refresh that made an edition has made. */
  readonly waiting: Waiting | null;
  /** Of earlier years, the newest first: readers see one map, so nobody is urged to approve them. */
  readonly also: readonly MadeByBackfill[];
}

/**
 * Finds what was made and is not seen. Looks through the run logs, the newest first, until it has found all editions
 * that could be meant, however many refreshes failed or were skipped since they were made.
 */
export async function findUnapproved(home: string, current?: string): Promise<Unapproved> {
  const editions = new Map((await listEditions(home)).map((found) => [found.edition, found]));
  const open = new Set(
    [...editions.values()].flatMap(({ edition, approved }) => (approved ? [] : [edition])),
  );
  open.delete(current ?? '');
  let made: { readonly edition: string; readonly made_at: string } | undefined;
  const also: MadeByBackfill[] = [];
  const told = new Set<string>();
  for await (const texts of logTexts(home)) {
    const end = texts.flatMap((text) => linesWith(text, '"event":"run_ended"')).at(-1);
    const edition = end?.key ?? null;
    if (!end || edition === null) continue;
    const about = texts.flatMap((text) => linesWith(text, '"event":"run_started"'))[0]?.about;
    const years = about?.trigger === 'backfill' ? (about.years ?? []) : null;
    if (years === null) made ??= { edition, made_at: end.at };
    else if (!told.has(years.join())) {
      told.add(years.join());
      const label = editions.get(edition)?.facts.label ?? null;
      if (open.has(edition)) also.push({ edition, label, made_at: end.at, years });
    }
    open.delete(edition);
    if (made && open.size === 0) break;
  }
  const found = made && made.edition !== current ? editions.get(made.edition) : undefined;
  return {
    waiting: made && found ? { ...made, label: found.facts.label } : null,
    also: also.filter(({ edition }) => edition !== made?.edition),
  };
}
