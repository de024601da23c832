import { closeSync, openSync, writeSync } from 'node:fs';
import { joinRecord } from '../csv/fields.ts';
import type { Oddity } from './sent-file.ts';

const BUFFER = 4 * 1024 * 1024;

/**
 * Writes the plain copy of a file, the one form that the loader reads whatever was sent: CSV in UTF-8 with LF and
 * double quotation marks, no header, and before the sender's cells the record's number and what is odd about it.
 */
export class CopyWriter {
  private readonly buffer = Buffer.allocUnsafe(BUFFER);
  private readonly handle: number;
  private used = 0;

  constructor(
    file: string,
    private readonly delimiter: string,
  ) {
    this.handle = openSync(file, 'w', 0o600);
  }

  /** A record whose bytes are in the copy's form already. */
  writeBytes(recordNo: number, oddity: Oddity, bytes: Buffer, start: number, end: number): void {
    const prefix = `${recordNo}${this.delimiter}${oddity}${this.delimiter}`;
    const size = prefix.length + end - start + 1;
    if (this.used + size > BUFFER) this.flush();
    if (size > BUFFER) {
      writeAll(this.handle, Buffer.from(`${prefix}${bytes.toString('utf8', start, end)}\n`));
      return;
    }
    this.used += this.buffer.write(prefix, this.used, 'latin1');
    this.used += bytes.copy(this.buffer, this.used, start, end);
    this.buffer[this.used] = 0x0a;
    this.used += 1;
  }

  /** A record as cells; one with too few is filled up and one with too many is cut to `width`. */
  writeCells(recordNo: number, oddity: Oddity, cells: readonly string[], width: number): number {
    const filled = Array.from({ length: width }, (_, i) => cells[i] ?? '');
    const text = `${joinRecord([String(recordNo), oddity, ...filled], this.delimiter)}\n`;
    // A character of JavaScript is at most three bytes.
    if (this.used + 3 * text.length > BUFFER) this.flush();
    if (3 * text.length > BUFFER) {
      const bytes = Buffer.from(text);
      writeAll(this.handle, bytes);
      return bytes.length;
    }
    const size = this.buffer.write(text, this.used, 'utf8');
    this.used += size;
    return size;
  }

  close(): void {
    this.flush();
    closeSync(this.handle);
  }

  private flush(): void {
    writeAll(this.handle, this.buffer.subarray(0, this.used));
    this.used = 0;
  }
}

function writeAll(handle: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
}
