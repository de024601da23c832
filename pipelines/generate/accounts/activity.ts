export type Level = 'school' | 'school_support' | 'central';
export type Control =
  'school' | 'formula' | 'central' | 'contract_or_law' | 'grantor' | 'not_known';

/** Something that the district does and pays for, with the accounts that it is posted to. */
export interface Activity {
  readonly id: string;
  /** What it is for: a purpose of the second level. */
  readonly purpose: string;
  /** Where the work acts, whoever pays. */
  readonly level: Level;
  readonly function: string;
  readonly object: string;
  readonly program: string;
  /** Empty for purchases. */
  readonly job: string;
  /** Usual pay of a full year in dollars; absent for purchases and for pay by the hour. */
  readonly pay?: number;
  /** What a clerk types, and who sells it; only for purchases. */
  readonly descriptions: readonly string[];
  readonly vendors: readonly string[];
  /** A clerk may leave out or mistake the function: description or vendor still tell what it was. */
  readonly mistypable: boolean;
}

/** A row of the tables of people: id, purpose, level, function, object, program, job, usual pay (0: by the hour). */
export type PayRow = readonly [string, string, Level, string, string, string, string, number];

export function payActivity(row: PayRow): Activity {
  const [id, purpose, level, fn, object, program, job, pay] = row;
  const known = { id, purpose, level, function: fn, object, program, job };
  const words = { descriptions: [], vendors: [], mistypable: false };
  return pay === 0 ? { ...known, ...words } : { ...known, pay, ...words };
}

/** A row of the tables of purchases: id, purpose, level, function, object, program, descriptions, vendors. */
export type PurchaseRow = readonly [
  string,
  string,
  Level,
  string,
  string,
  string,
  readonly string[],
  readonly string[],
];

export function purchaseActivity(row: PurchaseRow, mistypable: boolean): Activity {
  const [id, purpose, level, fn, object, program, descriptions, vendors] = row;
  const codes = { function: fn, object, program, job: '' };
  return { id, purpose, level, ...codes, descriptions, vendors, mistypable };
}
