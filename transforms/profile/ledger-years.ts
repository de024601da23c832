import { isLedgerExtract } from '../extracts/index.ts';
import { type ColumnProfile, usualValues } from './file-profile.ts';
import { SURE } from './match-columns.ts';
import type { Guessed } from './propose-head.ts';
import { rangeEnd, yearShape } from './shape.ts';

/** The fiscal years that the rows of the ledgers say, where the names of their files say none. */
export function ledgerYears(placed: readonly Guessed[]): readonly number[] {
  const ledgers = placed.filter(
    ({ candidates: [best] }) => best !== undefined && isLedgerExtract(best.extract),
  );
  if (ledgers.some(({ family }) => family.years.length > 0)) return [];
  const years = ledgers.flatMap(({ family, candidates: [best] }) => {
    const match = best?.matches.find(({ column }) => column === 'fiscal_year');
    if (match === undefined || match.score < SURE) return [];
    return yearsOf(family.profile.columns.find(({ name }) => name === match.from));
  });
  return [...new Set(years)].sort((a, b) => a - b);
}

function yearsOf(column: ColumnProfile | undefined): readonly number[] {
  const values = column === undefined ? [] : usualValues(column);
  switch (yearShape(values)) {
    case 'number':
      return values.map(Number);
    case 'range':
      return values.flatMap((value) => rangeEnd(value) ?? []);
    case undefined:
      return [];
  }
}
