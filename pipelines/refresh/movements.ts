import { join } from 'node:path';
import { readApprovals } from '../runtime/approvals.ts';
import { Editions } from '../runtime/editions.ts';
import { type Engine, quote, textOf } from '../runtime/duckdb.ts';
import { readFactsIfWhole } from './edition-facts.ts';
import { withTables } from './summary.ts';

/** Dollars of a purpose or of a site in a fiscal year that are others than in the edition before. */
export interface Movement {
  readonly kind: 'purpose' | 'site';
  readonly name: string;
  readonly fiscalYear: number;
  /** Dollars, as exact decimals. */
  readonly before: string;
  readonly now: string;
  readonly change: string;
}

/** What moved most since an edition; null where its package cannot be read. */
export interface Movements {
  readonly since: string;
  readonly largest: readonly Movement[] | null;
}

const mostOfEachKind = 3;

/**
 * What moved most between an edition and the one that readers saw last before it, in the fiscal years that both hold.
 * Undefined where no edition before it holds any of its years.
 */
export async function movementsSince(
  home: string,
  edition: string,
): Promise<Movements | undefined> {
  const editions = new Editions(home);
  const years = await yearsOf(editions.folder(edition));
  for (const before of await publishedBefore(home, edition)) {
    const common = (await yearsOf(editions.folder(before))).filter((y) => years.includes(y));
    if (common.length === 0) continue;
    const folders = { before: editions.folder(before), now: editions.folder(edition) };
    return { since: before, largest: await largestOrNull(folders, common) };
  }
  return undefined;
}

/** The editions that readers saw before they saw this one, or see while it waits, the last first. */
async function publishedBefore(home: string, edition: string): Promise<ReadonlySet<string>> {
  const published = (await readApprovals(home)).map((pointer) => pointer.edition);
  const own = published.lastIndexOf(edition);
  const before = own === -1 ? published : published.slice(0, own);
  return new Set(before.filter((other) => other !== edition).reverse());
}

/** No year of an edition that is gone, or that is damaged. */
async function yearsOf(folder: string): Promise<readonly number[]> {
  return (await readFactsIfWhole(folder))?.fiscal_years ?? [];
}

type Folders = Readonly<Record<'before' | 'now', string>>;

/** The new edition is there already: what is wrong with the old one may not end a refresh as if it had failed. */
async function largestOrNull(
  folders: Folders,
  years: readonly number[],
): Promise<readonly Movement[] | null> {
  const tables = (['before', 'now'] as const).map((when) => ({
    relation: `${when}.spending`,
    files: [join(folders[when], 'package', 'spending.parquet')],
  }));
  try {
    return await withTables(tables, async (engine) => [
      ...(await largest(engine, 'purpose', years)),
      ...(await largest(engine, 'site', years)),
    ]);
  } catch {
    return null;
  }
}

async function largest(
  engine: Engine,
  kind: Movement['kind'],
  years: readonly number[],
): Promise<readonly Movement[]> {
  const [id, name] =
    kind === 'purpose' ? ['child_purpose_id', 'child_purpose_name'] : ['site_id', 'site_name'];
  const side = (when: string, sign: string): string => `
    select
        fiscal_year, ${id} as id, ${quote(when)} as side, ${name} as name, ${sign}amount as change, amount
    from ${when}.spending where fiscal_year in (${years.join(', ')})`;
  const rows = await engine.rows(`
    select
        fiscal_year,
        coalesce(max(name) filter (where side = 'now'), max(name)) as name,
        coalesce(sum(amount) filter (where side = 'before'), 0)::decimal(18,2) as before_amount,
        coalesce(sum(amount) filter (where side = 'now'), 0)::decimal(18,2) as now_amount,
        sum(change)::decimal(18,2) as change_amount
    from (${side('before', '-')} union all ${side('now', '')}) as sides
    group by fiscal_year, id
    having sum(change) <> 0
    order by abs(sum(change)) desc, fiscal_year desc, name, id
    limit ${mostOfEachKind}`);
  return rows.map((row) => ({
    kind,
    name: textOf(row['name']),
    fiscalYear: Number(row['fiscal_year']),
    before: textOf(row['before_amount']),
    now: textOf(row['now_amount']),
    change: textOf(row['change_amount']),
  }));
}
