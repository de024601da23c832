/** How files of some kinds begin, in hex digits. */
const BEGINNINGS = {
  zip: '504b0304',
  old_office: 'd0cf11e0a1b11ae1',
  gz: '1f8b',
  zst: '28b52ffd',
  parquet: '50415231',
  pdf: '25504446',
} as const;

/** A kind of file that is no text. */
export type FileKind = keyof typeof BEGINNINGS;

const KINDS = Object.entries(BEGINNINGS) as readonly (readonly [FileKind, string])[];
const LONGEST = 8;

/** What a file that is no text is by its first bytes, whatever its name says. */
export function fileKind(start: Buffer): FileKind | undefined {
  const bytes = start.toString('hex', 0, LONGEST);
  return KINDS.find(([, beginning]) => bytes.startsWith(beginning))?.[0];
}
