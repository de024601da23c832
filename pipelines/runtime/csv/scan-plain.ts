import { stat } from 'node:fs/promises';
import { compressionOf } from '../formats/compression.ts';
import { noRecords, notEnded } from '../formats/refusals.ts';
import { SentBytes } from '../formats/sent-bytes.ts';
import type { Prescan } from '../formats/sent-file.ts';
import { CellLengths, rowLimit, SHORTEST_CUT } from '../formats/spreadsheet-marks.ts';
import { textBlocks } from '../formats/text-blocks.ts';
import { marksOf, splitRecord } from './fields.ts';
import { PlainHead } from './plain-head.ts';
import type { CsvFile } from './read-records.ts';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const END = Buffer.from('\n');

/**
 * Counts and checks a file that is as plain as most are: UTF-8, one kind of line end, every record like the header,
 * no line break in a cell, no blank line. The loader can then read the file itself, and no copy is written. `null` for
 * any other file, at the first thing that is odd.
 */
export async function scanPlain(file: CsvFile): Promise<Prescan | null> {
  const { format } = file;
  const packed = compressionOf(format, file.name) !== 'none';
  if (packed || format.encoding !== 'utf-8' || format.quote === "'") return null;
  const stamp = await stampOf(file.path);
  const sent = new SentBytes(file);
  const scan = new PlainScan(file);
  for await (const block of textBlocks(file, 'utf-8', sent)) {
    if (!scan.push(block)) return null;
  }
  return scan.facts(sent.sha256(), stamp);
}

/** What changes when a file is written to. */
export async function stampOf(path: string): Promise<string> {
  const { ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
  return [ino, size, mtimeNs, ctimeNs].join(' ');
}

class PlainScan {
  private readonly delimiter: number;
  private readonly quote: number;
  /** Most bytes of a text are above all that mean something, and are passed over by one comparison. */
  private readonly highest: number;
  private readonly lengths = new CellLengths();
  private readonly head: PlainHead;
  private records = 0;
  private longest = 0;
  private lineEnd: 'lf' | 'crlf' | null = null;
  private rest: Buffer = Buffer.alloc(0);

  constructor(private readonly file: CsvFile) {
    const { delimiter, quote } = marksOf(file.format);
    this.delimiter = delimiter;
    this.quote = quote;
    this.highest = Math.max(delimiter, QUOTE, LF, CR);
    this.head = new PlainHead(file.format);
  }

  /** False when the file is not plain. A block ends at the end of a line. */
  push(block: Buffer): boolean {
    // Only the last block of a file may end without the end of a line.
    if (this.rest.length > 0) return false;
    const start = this.head.read(block);
    return start !== null && this.scan(block, start);
  }

  facts(sha256: string, stamp: string): Prescan | null {
    const ended = this.rest.length === 0;
    // DuckDB can lose a last record without an end where lines end in CRLF; if it is cut, the careful reader says so.
    if (!ended && (this.lineEnd !== 'lf' || !this.scan(Buffer.concat([this.rest, END]), 0)))
      return null;
    const { records, file } = this;
    const { columns, lines: above } = this.head;
    if (records === 0) throw noRecords(file.name);
    return {
      sha256,
      columns,
      headerLine: file.format.header ? above : null,
      records,
      longestRecord: this.longest,
      quotedBreaks: 0,
      delimiter: file.format.delimiter,
      rowLimit: rowLimit(records, above + records),
      remarks: [
        ...this.lengths.remarks(file.name, { columns }),
        ...(ended ? [] : [notEnded(file.name)]),
      ],
      direct: {
        above,
        stamp,
        quoted: this.quote === QUOTE,
        lineEnd: this.lineEnd ?? 'lf',
      },
    };
  }

  /** Runs for every byte of a file, so a record that is as it should be calls nothing, and no index has a default. */
  private scan(bytes: Buffer, from: number): boolean {
    const { delimiter, quote, highest } = this;
    const { sizes, columns } = this.head;
    const width = columns.length;
    let { longest } = this;
    let start = from;
    let fieldStart = from;
    let fields = 1;
    let long = false;
    for (let at = from; at < bytes.length; at += 1) {
      let byte = bytes[at] as number;
      while (byte > highest) {
        at += 1;
        byte = bytes[at] as number;
      }
      if (byte === delimiter) {
        fields += 1;
        if (at - fieldStart >= SHORTEST_CUT) long = true;
        fieldStart = at + 1;
      } else if (byte === LF) {
        const ends = bytes[at - 1] === CR ? 'crlf' : 'lf';
        if (fields !== width || ends !== (this.lineEnd ??= ends)) return false;
        const end = ends === 'crlf' ? at - 1 : at;
        if ((bytes[start] as number) <= highest && this.isEmpty(bytes, start, end)) return false;
        if (sizes.has(end - start) && this.head.repeats(bytes, start, end)) return false;
        if (long || end - fieldStart >= SHORTEST_CUT) this.addLengths(bytes.subarray(start, end));
        if (end - start > longest) longest = end - start;
        this.records += 1;
        start = at + 1;
        fieldStart = start;
        fields = 1;
        long = false;
      } else if (byte === CR) {
        if (bytes[at + 1] !== LF) return false;
      } else if (byte === quote) {
        if (at !== fieldStart) return false;
        at = this.closingQuote(bytes, at + 1);
        if (at < 0) return false;
      }
    }
    this.longest = longest;
    this.rest = bytes.subarray(start);
    return true;
  }

  private addLengths(record: Buffer): void {
    this.lengths.add(splitRecord(record, { delimiter: this.delimiter, quote: this.quote }));
  }

  /** The mark that closes a quoted cell, with the end of the cell behind it; -1 when it is not plain. */
  private closingQuote(bytes: Buffer, from: number): number {
    const { quote, delimiter } = this;
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

  /** A record of blanks and delimiters only; the first byte tells of nearly every record that it is none. */
  private isEmpty(bytes: Buffer, start: number, end: number): boolean {
    for (let at = start; at < end; at += 1) {
      const byte = bytes[at];
      if (byte !== this.delimiter && byte !== 0x20 && byte !== 0x09 && byte !== QUOTE) return false;
    }
    return true;
  }
}
