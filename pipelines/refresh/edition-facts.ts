import { join } from 'node:path';
import type { Acceptance } from '../materialize/accepted-checks.ts';
import { readTextIfThere } from '../runtime/files.ts';

/** What an edition says of itself, as far as operating needs it. */
export interface EditionFacts {
  /** Preliminary, final, audited or restated, as the person who refreshed calls it. */
  readonly label: string | null;
  readonly fiscal_years: readonly number[];
  /** Findings of checks that a person let pass. */
  readonly acceptances: readonly Acceptance[];
  /** sha256 of each file of the package, by its path from the edition's folder. */
  readonly files: Readonly<Record<string, { readonly sha256: string }>>;
  /** Keys in the store of what differs from build to build: the DuckDB file and the site. */
  readonly built: Readonly<Record<string, string>>;
}

/** Reads an edition's manifest; undefined when there is none, so that the edition is not whole. */
export async function readEditionFacts(edition: string): Promise<EditionFacts | undefined> {
  const text = await readTextIfThere(join(edition, 'manifest.json'));
  if (text === undefined) return undefined;
  const manifest = JSON.parse(text) as Partial<EditionFacts>;
  return {
    label: manifest.label ?? null,
    fiscal_years: manifest.fiscal_years ?? [],
    acceptances: manifest.acceptances ?? [],
    files: manifest.files ?? {},
    built: manifest.built ?? {},
  };
}

/** The same of an earlier edition, whose folder people may have removed or damaged: undefined where it says nothing. */
export async function readFactsIfWhole(edition: string): Promise<EditionFacts | undefined> {
  try {
    return await readEditionFacts(edition);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
