import type { District } from '../../transforms/config/district.ts';
import { parameterYear } from '../../transforms/config/parameters.ts';
import { isLedgerExtract } from '../../transforms/extracts/index.ts';
import { Problem } from '../../transforms/problem.ts';
import type { SourceFile } from './sources.ts';

/** The fiscal years that the district's map covers, in order: as configured, else those of the ledger's files. */
export function planYears(
  district: District,
  files: readonly SourceFile[],
  parameters: Readonly<Record<string, string>>,
): readonly number[] {
  const given = parameterYear(parameters);
  const ledgers = files.filter(({ extract }) => isLedgerExtract(extract));
  const named = ledgers.map(({ year }) => year);
  const years = district.fiscal_years ?? [...(given === null ? [] : [given]), ...named];
  const known = [...new Set(years)].filter((year) => year !== null).sort((a, b) => a - b);
  if (known.length > 0) return known;
  throw new Problem({
    code: 'no_fiscal_year',
    what: 'Neither the names of the ledger’s files nor district.yaml say which fiscal years there are.',
    fix: 'Write {fiscal_year} into the file pattern, or list fiscal_years in district.yaml.',
    where: { file: 'district.yaml' },
    exit: 2,
  });
}
