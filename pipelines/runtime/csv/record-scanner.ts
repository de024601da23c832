import type { Marks } from './fields.ts';

/** One record of a CSV file, as bytes; the object is used again for the next record. */
export interface RecordView {
  bytes: Buffer;
  /** The record's first byte and the one after its last, line end left out. */
  start: number;
  end: number;
  /** From 1; titles, header and blank lines are numbered too, so it is the line number while no cell has a line break. */
  recordNo: number;
  /** The line on which the record starts, as an editor counts. */
  line: number;
  fields: number;
  /** A quotation mark stands where none may, so that another reader could see other fields. */
  misquoted: boolean;
  /** False for the last record of a file without a line end behind it. */
  ended: boolean;
}

const LF = 0x0a;
const CR = 0x0d;
const SPECIAL = { none: 0, quote: 1, delimiter: 2, lineEnd: 3 } as const;

/**
 * Finds the records of a CSV text in chunks of bytes, however they are cut.
 *
 * It is our own count of what a file holds, made from the bytes before any other reader sees them. Line ends may be
 * LF, CRLF or CR, mixed too; a quoted field may hold any of them. A blank line is no record, but it has a number.
 */
export class RecordScanner {
  /** Line breaks inside quoted fields. */
  quotedBreaks = 0;
  /** The line on which a quoted field opens that has not ended yet. */
  openQuoteLine: number | null = null;
  private readonly kinds = new Uint8Array(256);
  private rest: Buffer = Buffer.alloc(0);
  private line = 1;
  private toSkip: number;
  private readonly quote: number;
  private readonly view: RecordView;

  constructor(
    { delimiter, quote }: Marks,
    skipLines: number,
    private readonly onRecord: (record: RecordView) => void,
  ) {
    this.toSkip = skipLines;
    this.quote = quote;
    if (quote >= 0) this.kinds[quote] = SPECIAL.quote;
    this.kinds[delimiter] = SPECIAL.delimiter;
    this.kinds[LF] = SPECIAL.lineEnd;
    this.kinds[CR] = SPECIAL.lineEnd;
    this.view = {
      bytes: this.rest,
      start: 0,
      end: 0,
      recordNo: 0,
      line: 1,
      fields: 0,
      misquoted: false,
      ended: true,
    };
  }

  /** Bytes of a record that has begun and not ended. */
  get pending(): number {
    return this.rest.length;
  }

  push(chunk: Buffer): void {
    this.scan(this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]), false);
  }

  finish(): void {
    this.scan(this.rest, true);
  }

  private scan(bytes: Buffer, last: boolean): void {
    let at = 0;
    while (at < bytes.length) {
      const next = this.scanRecord(bytes, at, last);
      if (next < 0) break;
      at = next;
    }
    // A copy, so that a small rest does not keep a large chunk in memory.
    this.rest = Buffer.from(bytes.subarray(at));
  }

  /** Reads the record at `start`; returns where the next one starts, or -1 when this one is not whole yet. */
  private scanRecord(bytes: Buffer, start: number, last: boolean): number {
    const { kinds } = this;
    const skipped = this.toSkip > 0;
    let fields = 1;
    let fieldStart = start;
    let misquoted = false;
    let breaks = 0;
    let at = start;
    for (; at < bytes.length; at += 1) {
      const kind = kinds[bytes[at] ?? 0];
      if (kind === SPECIAL.none) continue;
      if (kind === SPECIAL.lineEnd) break;
      if (skipped) continue;
      if (kind === SPECIAL.delimiter) {
        fields += 1;
        fieldStart = at + 1;
        continue;
      }
      if (at !== fieldStart) {
        misquoted = true;
        continue;
      }
      const close = this.closingQuote(bytes, at + 1, last);
      if (close === NOT_YET) {
        this.openQuoteLine = this.line + breaks;
        return -1;
      }
      breaks += countBreaks(bytes, at + 1, close);
      const after = kinds[bytes[close + 1] ?? 0];
      if (close + 1 < bytes.length && (after === SPECIAL.none || after === SPECIAL.quote)) {
        misquoted = true;
      }
      at = close;
    }
    const size = lineEndSize(bytes, at, last);
    if (size === NOT_YET) return -1;
    this.openQuoteLine = null;
    this.emit(bytes, start, at, { fields, misquoted, ended: size > 0, skipped });
    this.quotedBreaks += breaks;
    this.line += breaks + 1;
    return at + size;
  }

  private emit(
    bytes: Buffer,
    start: number,
    end: number,
    found: { fields: number; misquoted: boolean; ended: boolean; skipped: boolean },
  ): void {
    const { view } = this;
    view.recordNo += 1;
    if (found.skipped) {
      this.toSkip -= 1;
      return;
    }
    if (found.fields === 1 && isBlank(bytes, start, end)) return;
    view.bytes = bytes;
    view.start = start;
    view.end = end;
    view.line = this.line;
    view.fields = found.fields;
    view.misquoted = found.misquoted;
    view.ended = found.ended;
    this.onRecord(view);
  }

  /** Where the quoted field that opened before `from` closes: a quotation mark that is not one of a pair. */
  private closingQuote(bytes: Buffer, from: number, last: boolean): number {
    const { quote } = this;
    for (let at = bytes.indexOf(quote, from); at >= 0; at = bytes.indexOf(quote, at + 2)) {
      if (at + 1 >= bytes.length) return last ? at : NOT_YET;
      if (bytes[at + 1] !== quote) return at;
    }
    return NOT_YET;
  }
}

const NOT_YET = -1;

function lineEndSize(bytes: Buffer, at: number, last: boolean): number {
  if (at >= bytes.length) return last ? 0 : NOT_YET;
  if (bytes[at] === LF) return 1;
  // A carriage return at the edge of a chunk may be the first half of CRLF.
  if (at + 1 >= bytes.length) return last ? 1 : NOT_YET;
  return bytes[at + 1] === LF ? 2 : 1;
}

function countBreaks(bytes: Buffer, from: number, to: number): number {
  let breaks = 0;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at];
    if (byte === LF || (byte === CR && bytes[at + 1] !== LF)) breaks += 1;
  }
  return breaks;
}

function isBlank(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (byte !== 0x20 && byte !== 0x09) return false;
  }
  return true;
}
