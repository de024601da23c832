/** How an asset comes to be; a runner has one function for each kind. */
export type AssetKind =
  | 'staging'
  | 'reference'
  | 'settings'
  | 'earlier'
  | 'coding'
  | 'model'
  | 'check'
  | 'acceptances'
  | 'package'
  | 'database'
  | 'site'
  | 'publish';

/** `compute` runs as many steps at once as the runner allows; a site build takes so much memory that it is alone. */
export type Pool = 'compute' | 'site';

/**
 * The unit in which an asset is made.
 * `years` has the fiscal years that its rows may belong to; `null` means any year, as in a file whose name has none.
 */
export interface Partition {
  /** `2024`, `all`, or `<source>/<file key>` for a staged file. */
  readonly label: string;
  readonly year: number | null;
}

/** What exists, what it makes and what it reads; everything else about a run is derived from this. */
export interface Asset {
  readonly key: string;
  readonly kind: AssetKind;
  /** The relations that a step of it writes, as `schema.table`. Several staging assets may share one. */
  readonly makes: readonly string[];
  readonly reads: readonly string[];
  /** `file` and `none` see all steps of what they read; `fiscal_year` sees its own year and `lookback` years before. */
  readonly partitionedBy: 'fiscal_year' | 'file' | 'none';
  readonly partitions: readonly Partition[];
  readonly lookback: number;
  /** The year column of each relation that is written per file, so that a year's reader can take its rows only. */
  readonly yearColumns: Readonly<Record<string, string>>;
  /** Assets that must have ended well before this one starts, though it reads none of their rows. */
  readonly after: readonly string[];
  readonly pool: Pool;
}
