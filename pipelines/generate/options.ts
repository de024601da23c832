/** What a person may ask of the generator. The defaults make the sample district, byte for byte. */
export interface GenerateOptions {
  /** Students in the latest year; schools, staff and dollars follow. */
  readonly students: number;
  /** How many whole fiscal years, the latest of which is 2025. */
  readonly years: number;
  /** Periods of the year in progress, fiscal 2026, that are closed: 0 leaves that year out. */
  readonly throughPeriod: number;
  /** Lines of all ledger files together, about; the fewest that the district needs if that is more. */
  readonly ledgerLines: number;
  readonly seed: number;
  /** With false, the district has none of the planted findings. */
  readonly findings: boolean;
}

export const DEFAULTS: GenerateOptions = {
  students: 12_000,
  years: 3,
  throughPeriod: 5,
  ledgerLines: 40_000,
  seed: 1,
  findings: true,
};

/** The latest whole year, and the year after it, of which a part has passed. */
export const LATEST_YEAR = 2025;
export const YEAR_IN_PROGRESS = LATEST_YEAR + 1;
/** The plan of the year in progress reaches to November. */
export const MOST_PERIODS = 5;
/** Counts of October 1 are in the files when October is closed. */
export const COUNTED_IN_PERIOD = 4;

/** The years that the site list and the ledger know, the year in progress among them. */
export function yearsWithFiles(options: GenerateOptions): number[] {
  return options.throughPeriod > 0
    ? [...fiscalYears(options), YEAR_IN_PROGRESS]
    : fiscalYears(options);
}

/** The years of which students have been counted. */
export function yearsCounted(options: GenerateOptions): number[] {
  return options.throughPeriod >= COUNTED_IN_PERIOD
    ? yearsWithFiles(options)
    : fiscalYears(options);
}

/** The whole years. */
export function fiscalYears(options: GenerateOptions): number[] {
  return Array.from(
    { length: options.years },
    (_, index) => LATEST_YEAR - options.years + 1 + index,
  );
}
