import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { SourceFormat } from '../../../transforms/config/source.ts';
import { Problem } from '../../../transforms/problem.ts';
import { type RecordView, RecordScanner } from './record-scanner.ts';
import { fromWindows1252 } from './windows-1252.ts';

/** A CSV file to read: where it is, how the user knows it, and how its bytes become records. */
export interface CsvFile {
  readonly path: string;
  readonly name: string;
  readonly format: SourceFormat;
}

export interface FileFacts {
  readonly sha256: string;
  readonly quotedBreaks: number;
}

const CHUNK = 4 * 1024 * 1024;
/** No record of a district's extract is longer; an open quotation mark makes one that never ends. */
const LONGEST_RECORD = 8 * 1024 * 1024;

/**
 * Reads a file once, from the first byte to the last, and hands each record to `onRecord`.
 * Bytes that are no text, and a quotation mark that never closes, are Problems with their line.
 */
export async function readRecords(
  file: CsvFile,
  onRecord: (record: RecordView) => void,
): Promise<FileFacts> {
  const { format, name } = file;
  const hash = createHash('sha256');
  let lastLine = 1;
  const scanner = new RecordScanner(format.delimiter.charCodeAt(0), format.skip_lines, (record) => {
    lastLine = record.line;
    onRecord(record);
  });
  const text = new TextCheck(name);
  let first = true;
  for await (const chunk of createReadStream(file.path, { highWaterMark: CHUNK })) {
    let bytes = chunk as Buffer;
    hash.update(bytes);
    if (first) {
      refuseUtf16(bytes, name);
      bytes = withoutByteOrderMark(bytes);
      first = false;
    }
    bytes = format.encoding === 'windows-1252' ? fromWindows1252(bytes) : bytes;
    text.push(bytes);
    scanner.push(bytes);
    if (scanner.pending > LONGEST_RECORD) throw openQuote(name, scanner.openQuoteLine ?? lastLine);
  }
  text.finish();
  if (scanner.openQuoteLine !== null) throw openQuote(name, scanner.openQuoteLine);
  scanner.finish();
  if (scanner.openQuoteLine !== null) throw openQuote(name, scanner.openQuoteLine);
  return {
    sha256: hash.digest('hex'),
    quotedBreaks: scanner.quotedBreaks,
  };
}

function withoutByteOrderMark(bytes: Buffer): Buffer {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return marked ? bytes.subarray(3) : bytes;
}

/** Checks that bytes are UTF-8 without NUL, and knows the line where they are not. */
class TextCheck {
  private rest: Buffer = Buffer.alloc(0);
  private line = 1;

  constructor(private readonly name: string) {}

  push(chunk: Buffer): void {
    const bytes = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    // A character may be cut at the end of a chunk, a line cannot be: only whole lines are checked.
    const end = Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d)) + 1;
    this.check(bytes.subarray(0, end));
    this.rest = Buffer.from(bytes.subarray(end));
  }

  finish(): void {
    this.check(this.rest);
  }

  private check(bytes: Buffer): void {
    const nul = bytes.indexOf(0);
    if (nul < 0 && isUtf8(bytes)) {
      this.line += countLines(bytes);
      return;
    }
    if (nul >= 0) throw this.notText(this.line + countLines(bytes.subarray(0, nul)), 'a NUL byte');
    let start = 0;
    for (;;) {
      const feed = bytes.indexOf(0x0a, start);
      const end = feed < 0 ? bytes.length : feed + 1;
      if (!isUtf8(bytes.subarray(start, end)) || end === bytes.length) break;
      start = end;
    }
    throw this.notText(
      this.line + countLines(bytes.subarray(0, start)),
      'bytes that are not UTF-8',
    );
  }

  private notText(line: number, what: string): Problem {
    return new Problem({
      code: 'file_not_text',
      what: `The line has ${what}, so the file cannot be read as text.`,
      fix: 'Export it again as “CSV UTF-8”, or write encoding: windows-1252 under its format in district.yaml if a Windows program made it.',
      where: { file: this.name, line },
    });
  }
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) lines += 1;
  if (lines > 0) return lines;
  for (let at = bytes.indexOf(0x0d); at >= 0; at = bytes.indexOf(0x0d, at + 1)) lines += 1;
  return lines;
}

function refuseUtf16(bytes: Buffer, name: string): void {
  const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
  if (mark !== 0xfffe && mark !== 0xfeff) return;
  throw new Problem({
    code: 'file_utf16',
    what: 'The file is in UTF-16 (“Unicode text”), which is not supported.',
    fix: 'Export it again as “CSV UTF-8”.',
    where: { file: name, line: 1 },
  });
}

function openQuote(name: string, line: number): Problem {
  return new Problem({
    code: 'quote_not_closed',
    what: 'A quotation mark opens on this line and is never closed: the file was cut in the middle, or the mark belongs to the text.',
    fix: 'Export the file again. If it comes out the same, ask the sender to double the quotation marks inside cells.',
    where: { file: name, line },
  });
}
