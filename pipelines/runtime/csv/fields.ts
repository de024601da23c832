const LF = 0x0a;
const CR = 0x0d;

/** How the fields of a record are told apart, as bytes. */
export interface Marks {
  readonly delimiter: number;
  /** -1 when no field is in quotation marks. */
  readonly quote: number;
}

/** The marks of a CSV format. */
export function marksOf(format: {
  readonly delimiter: string;
  readonly quote: '"' | "'" | 'none';
}): Marks {
  const quote = format.quote === 'none' ? -1 : format.quote.charCodeAt(0);
  return { delimiter: format.delimiter.charCodeAt(0), quote };
}

/**
 * The cells of one record. A field that starts with a quotation mark runs to the mark that closes it, a pair of marks
 * standing for one; what follows the closing mark up to the delimiter is kept as it is, so that nothing is lost.
 */
export function splitRecord(record: Buffer, { delimiter, quote }: Marks): string[] {
  const mark = String.fromCharCode(Math.max(0, quote));
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let text = '';
    let from = at;
    if (record[at] === quote) {
      let close = record.indexOf(quote, at + 1);
      while (close >= 0 && record[close + 1] === quote) close = record.indexOf(quote, close + 2);
      const end = close < 0 ? record.length : close;
      text = record.toString('utf8', at + 1, end).replaceAll(mark + mark, mark);
      from = Math.min(end + 1, record.length);
    }
    const next = record.indexOf(delimiter, from);
    const stop = next < 0 ? record.length : next;
    cells.push(text + record.toString('utf8', from, stop));
    if (next < 0) return cells;
    at = next + 1;
  }
}

/** One record as canonical CSV: every cell in double quotation marks, without a line end. */
export function joinRecord(cells: readonly string[], delimiter: string): string {
  return cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter);
}

/** The mark that closes a quoted cell, with the end of the cell behind it; -1 where none does on the same line. */
export function closingQuote(bytes: Buffer, from: number, { quote, delimiter }: Marks): number {
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === LF || byte === CR) return -1;
    if (byte !== quote) continue;
    const next = bytes[at + 1];
    if (next === delimiter || next === LF || next === CR) return at;
    if (next !== quote) return -1;
    at += 1;
  }
  return -1;
}
