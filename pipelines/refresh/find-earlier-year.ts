import type { EarlierYear } from '../materialize/earlier-year.ts';
import { readApprovals } from '../runtime/approvals.ts';
import { Editions } from '../runtime/editions.ts';
import { readFactsIfWhole } from './edition-facts.ts';
import { readEarlierTotals } from './read-earlier-totals.ts';

/** What of a run decides which year is before its first one, and which dollars can be laid beside it. */
export interface EarlierRequest {
  /** The folder of the district's outputs. */
  readonly home: string;
  /** The fiscal years of the run, of which there is one at least. */
  readonly fiscalYears: readonly number[];
  readonly amountType: string;
}

/**
 * The fiscal year before the first one of a run, of the edition that was published last among those that end with it:
 * so never of the run's own years, however often they are refreshed. Null where there is none.
 */
export async function findEarlierYear(request: EarlierRequest): Promise<EarlierYear | null> {
  const { home, fiscalYears, amountType } = request;
  const fiscalYear = Math.min(...fiscalYears) - 1;
  const editions = new Editions(home);
  const published = (await readApprovals(home)).map(({ edition }) => edition).reverse();
  for (const edition of new Set(published)) {
    const folder = editions.folder(edition);
    const facts = await readFactsIfWhole(folder);
    if (!facts || Math.max(...facts.fiscal_years) !== fiscalYear) continue;
    const found = await readEarlierTotals(folder, { home, fiscalYear, amountType });
    return { edition, label: facts.label, fiscalYear, found };
  }
  return null;
}
