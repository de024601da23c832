import { columnName, headerNames } from '../formats/header.ts';
import { marksOf, splitRecord } from './fields.ts';
import type { CsvFile } from './read-records.ts';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;

/** What stands above the records of a plain file: titles, then the header. */
export class PlainHead {
  columns: readonly string[];
  /** How many lines there are above the first record, once they are read. */
  lines = 0;
  private readonly headers: Buffer[] = [];
  /** The lengths of the header's lines: only a record of the same length can be one of them. */
  readonly sizes = new Set<number>();

  constructor(private readonly format: CsvFile['format']) {
    this.columns = format.columns?.map(columnName) ?? [];
  }

  /** Where the records begin in a block: after the head in the first one, `null` when that is not plain. */
  read(block: Buffer): number | null {
    const { skip_lines: titles, header, header_rows: rows } = this.format;
    const lines = titles + (header ? rows : 0);
    if (this.lines === lines) return 0;
    let at = 0;
    for (; this.lines < lines; this.lines += 1) {
      const feed = block.indexOf(LF, at);
      if (feed < 0) return null;
      const line = block.subarray(at, block[feed - 1] === CR ? feed - 1 : feed);
      // A quotation mark could open a cell over several lines, and a lone carriage return end one.
      const marks = countOf(line, QUOTE);
      const isHeader = this.lines >= titles;
      if ((isHeader ? marks % 2 : marks) !== 0 || line.includes(CR) || isBlank(line)) return null;
      if (isHeader) {
        this.headers.push(Buffer.from(line));
        this.sizes.add(line.length);
      }
      at = feed + 1;
    }
    const marks = marksOf(this.format);
    if (header) this.columns = headerNames(this.headers.map((line) => splitRecord(line, marks)));
    return at;
  }

  /** Whether a record is the header again. */
  repeats(bytes: Buffer, start: number, end: number): boolean {
    const size = end - start;
    return this.headers.some(
      (line) => line.length === size && line.compare(bytes, start, end) === 0,
    );
  }
}

function countOf(line: Buffer, byte: number): number {
  let found = 0;
  for (const other of line) if (other === byte) found += 1;
  return found;
}

function isBlank(line: Buffer): boolean {
  return line.toString('latin1').trim() === '';
}
