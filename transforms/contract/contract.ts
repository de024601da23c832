import { type Column, isRequired } from './kind.ts';
import type { Segment } from './segments.ts';

/** What one extract's rows must be, whatever the sender's file looks like. */
export interface Contract {
  /** The extract's name; its rows become `staging.<name>`. */
  readonly name: string;
  /** What one row is. */
  readonly row: string;
  /** Columns in which no two rows agree (a missing value counts as a value); empty when rows may repeat. */
  readonly key: readonly string[];
  /** The key holds only when all its columns are mapped, as a ledger may come without journal numbers. */
  readonly keyOnlyWhenMapped?: boolean;
  /** The column that says the year; `null` when rows belong to no year. */
  readonly year: 'fiscal_year' | 'school_year' | null;
  /** SQL of what a row's dollars are, where no column `amount_type` says it; without either, they are no dollars of an account. */
  readonly amountTypeSql?: string;
  /** Of each group of columns, a row must fill at least one. */
  readonly requireOneOf?: readonly (readonly string[])[];
  readonly columns: Readonly<Record<string, Column>>;
}

export function defineContract(contract: Contract): Contract {
  return contract;
}

/** True when the extract has a row per person, so that it needs the secret and stays in the store. */
export function hasPersons(contract: Contract): boolean {
  return Object.values(contract.columns).some((column) => column.person !== undefined);
}

/** True when the extract's rows may be dollars of the map, so that its files say which years the map covers. */
export function isLedger(contract: Contract): boolean {
  return 'amount_type' in contract.columns && 'function_code' in contract.columns;
}

/** SQL of what the dollars of a row are: `actual`, a budget of some version, an encumbrance; `null` when it has none. */
export function amountTypeSql(contract: Contract): string | null {
  return isLedger(contract) ? 'amount_type' : (contract.amountTypeSql ?? null);
}

/** The columns that a source must map: what every row needs, and the segments of the district's chart. */
export function columnsToMap(contract: Contract, chart: readonly Segment[]): readonly string[] {
  return Object.entries(contract.columns)
    .filter(([, column]) =>
      column.segment === undefined ? isRequired(column) : chart.includes(column.segment),
    )
    .map(([name]) => name);
}

/** The extracts whose staged rows a reference of this contract is looked up in, its own left out. */
export function referencedExtracts(contract: Contract): readonly string[] {
  const names = Object.values(contract.columns).flatMap(({ target }) => target?.extract ?? []);
  return [...new Set(names)].filter((name) => name !== contract.name).sort();
}
