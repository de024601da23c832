import type { District } from '../../transforms/config/district.ts';
import { resolveParameters } from '../../transforms/config/parameters.ts';
import { isLedgerExtract } from '../../transforms/extracts/index.ts';
import { Problem } from '../../transforms/problem.ts';
import { planYears } from '../runtime/plan-years.ts';
import { listExtracts, matchNames } from '../runtime/extract-names.ts';
import { findSourceFiles } from '../runtime/sources.ts';

/** The parameter by which a district whose map is of one year names that year. */
export const yearParameter = 'fiscal_year';

/** Whether each fiscal year has a map of its own; else one map is of all years of the ledger. */
export function isYearByYear({ parameters }: Pick<District, 'parameters'>): boolean {
  return parameters[yearParameter] !== undefined;
}

/** Those fiscal years of a range that the district has a ledger for. A `Problem` names those that it has none for. */
export async function ledgerYears(
  district: District,
  extractsFolder: string,
  set: Readonly<Record<string, string>>,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly number[]> {
  const years = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const known = isYearByYear(district)
    ? await yearsByName(district, extractsFolder, set, years)
    : await yearsOfFiles(district, extractsFolder, set);
  refuseUnknownYears(years, known);
  return years;
}

/** Wrong usage, when there is no ledger for some of these years. */
export function refuseUnknownYears(years: readonly number[], known: readonly number[]): void {
  const unknown = years.filter((year) => !known.includes(year));
  if (unknown.length === 0) return;
  const plural = unknown.length === 1 ? 'year' : 'years';
  throw new Problem({
    code: 'year_without_ledger',
    what: `The district has no ledger for fiscal ${plural} ${listed(unknown)}.`,
    fix:
      known.length === 0
        ? 'Name other years, or put their files into the folder of extracts.'
        : `It has one for ${listed(known)}: name those, or put the missing files into the folder of extracts.`,
    exit: 2,
  });
}

async function yearsOfFiles(
  district: District,
  extractsFolder: string,
  set: Readonly<Record<string, string>>,
): Promise<readonly number[]> {
  const parameters = resolveParameters(district, set);
  return planYears(
    district,
    await findSourceFiles(district, extractsFolder, parameters),
    parameters,
  );
}

/** A file's name says which year it is of, so none need be read. */
async function yearsByName(
  district: District,
  extractsFolder: string,
  set: Readonly<Record<string, string>>,
  years: readonly number[],
): Promise<readonly number[]> {
  const names = await listExtracts(extractsFolder);
  const ledgers = district.sources.filter(({ extract }) => isLedgerExtract(extract));
  return years.filter((year) => {
    const parameters = resolveParameters(district, { ...set, [yearParameter]: String(year) });
    return ledgers.every((source) => matchNames(source, names, parameters).length > 0);
  });
}

function listed(years: readonly number[]): string {
  if (years.length < 2) return years.join('');
  return `${years.slice(0, -1).join(', ')} and ${years.at(-1)}`;
}
