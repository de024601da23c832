const QUOTE = 0x22;

/**
 * The cells of one record. A field that starts with a quotation mark runs to the mark that closes it, a pair of marks
 * standing for one; what follows the closing mark up to the delimiter is kept as it is, so that nothing is lost.
 */
export function splitRecord(record: Buffer, delimiter: number): string[] {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let text = '';
    let from = at;
    if (record[at] === QUOTE) {
      let close = record.indexOf(QUOTE, at + 1);
      while (close >= 0 && record[close + 1] === QUOTE) close = record.indexOf(QUOTE, close + 2);
      const end = close < 0 ? record.length : close;
      text = record.toString('utf8', at + 1, end).replaceAll('""', '"');
      from = Math.min(end + 1, record.length);
    }
    const next = record.indexOf(delimiter, from);
    const stop = next < 0 ? record.length : next;
    cells.push(text + record.toString('utf8', from, stop));
    if (next < 0) return cells;
    at = next + 1;
  }
}

/** One record as canonical CSV: every cell in quotes, without a line end. */
export function joinRecord(cells: readonly string[], delimiter: string): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter);
}
