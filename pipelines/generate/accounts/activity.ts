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

/** Reads a row of the tables of purchases, its cells between bars. */
export function purchaseActivity(row: string, mistypable: boolean): Activity {
  const [
    id = '',
    purpose = '',
    level = '',
    fn = '',
    object = '',
    program = '',
    typed = '',
    sold = '',
  ] = row.split('|').map((cell) => cell.trim());
  if (!isLevel(level)) throw new RangeError(`The purchase ${id} has no level.`);
  const codes = { function: fn === '-' ? '' : fn, object, program, job: '' };
  const words = { descriptions: typed.split('; '), vendors: sold.split('; ') };
  return { id, purpose, level, ...codes, ...words, mistypable };
}

const isLevel = (text: string): text is Level =>
  text === 'school' || text === 'school_support' || text === 'central';
