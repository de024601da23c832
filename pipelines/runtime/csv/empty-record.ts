/** True for a record of delimiters only, as spreadsheets append them, with spaces or empty quotation marks at most. */
export function isEmptyRecord(
  bytes: Buffer,
  start: number,
  end: number,
  delimiter: number,
): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (byte !== delimiter && byte !== 0x20 && byte !== 0x22) return false;
  }
  return true;
}
