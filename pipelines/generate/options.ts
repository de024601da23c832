/** What a person may ask of the generator. The defaults make the sample district, byte for byte. */
export interface GenerateOptions {
  /** Students in the latest year; schools, staff and dollars follow. */
  readonly students: number;
  /** How many fiscal years, the latest of which is 2025. */
  readonly years: number;
  /** Lines of all ledger files together, about; the fewest that the district needs if that is more. */
  readonly ledgerLines: number;
  readonly seed: number;
  /** With false, the district has none of the planted findings. */
  readonly findings: boolean;
}

export const DEFAULTS: GenerateOptions = {
  students: 12_000,
  years: 3,
  ledgerLines: 40_000,
  seed: 1,
  findings: true,
};

export const LATEST_YEAR = 2025;

export function fiscalYears(options: GenerateOptions): number[] {
  return Array.from(
    { length: options.years },
    (_, index) => LATEST_YEAR - options.years + 1 + index,
  );
}
