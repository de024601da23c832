import { afterEach } from 'vitest';
import { Problem } from '../../transforms/problem.ts';
import { districtWith, type DistrictOptions, type StagedDistrict } from './stage.ts';

const HEAD = `version: 1
district: { id: small, name: Small, state: OH }
parameters: { fiscal_year: { default: 2024, describe: The year } }
map: { amount_type: actual, chart: [fund, object] }
sources:
`;

/** A source of account balances with the columns `year`, `fund`, `item` and `amount`. */
export const LEDGER = `  - id: ledger
    extract: gl_balances
    file: 'GL_FY{fiscal_year}*.csv'
    columns:
      fiscal_year: { from: year }
      amount_type: { const: actual }
      fund_code: { from: fund }
      object_code: { from: item }
      amount: { from: amount }
`;

/** A source of sites with the columns `year`, `site`, `name` and `type`. */
export const SITES = `  - id: sites
    extract: organizations
    file: sites.csv
    columns:
      fiscal_year: { from: year }
      site_id: { from: site }
      site_name: { from: name }
      site_type: { from: type }
`;

const open: StagedDistrict[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((district) => district.remove()));
});

/** A district with these sources and files, which is gone after the test; names without a folder are extracts. */
export async function given(
  sources: string,
  files: Readonly<Record<string, string | Buffer>>,
  options?: DistrictOptions,
): Promise<StagedDistrict> {
  const named = Object.entries(files).map(
    ([name, content]) => [name.includes('/') ? name : `extracts/${name}`, content] as const,
  );
  const district = await districtWith(HEAD + sources, Object.fromEntries(named), options);
  open.push(district);
  return district;
}

/** The `Problem` that some work ends with. */
export async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const error: unknown = await work.catch((reason: unknown) => reason);
  if (!(error instanceof Problem)) throw new Error(`Not refused: ${String(error)}`);
  return error;
}
