import { closeSync, openSync, writeSync } from 'node:fs';
import { cleanCell } from '../../../transforms/contract/cell.ts';
import { Problem } from '../../../transforms/problem.ts';
import { joinRecord, splitRecord } from './fields.ts';
import { type CsvFile, type FileFacts, readRecords } from './read-records.ts';
import type { RecordView } from './record-scanner.ts';

/** What a file holds, counted from its bytes. */
export interface Prescan extends FileFacts {
  /** The sender's columns, trimmed: the header's, or those that the configuration names. */
  readonly columns: readonly string[];
  /** The header's line; `null` when the file has none. */
  readonly headerLine: number | null;
  /** Records of data: titles, header and blank lines are not among them. */
  readonly records: number;
  readonly longestRecord: number;
  /** False when the last record has no line end behind it, as after a cut that only its last cell can show. */
  readonly ended: boolean;
}

const BUFFER = 4 * 1024 * 1024;

/**
 * Reads a CSV file once and writes its data records as plain CSV to `copy`: UTF-8, LF, no header, two columns before
 * the sender's own, the record's number and what is odd about it (nothing, `empty`, `fields` or `quotes`).
 *
 * What the loader then reads has one form whatever was sent: a short record is filled up and a long one cut, both
 * marked, so that they can be set aside by number instead of stopping the loader or vanishing in it.
 */
export async function prescanCsv(file: CsvFile, copy: string): Promise<Prescan> {
  const { format } = file;
  const delimiter = format.delimiter.charCodeAt(0);
  const out = new CopyWriter(copy);
  let columns = format.columns ?? null;
  let headerLine: number | null = null;
  let records = 0;
  let longestRecord = 0;
  let ended = true;
  const onRecord = (record: RecordView): void => {
    if (columns === null) {
      columns = splitRecord(bytesOf(record), delimiter).map((cell) => cleanCell(cell, []) ?? '');
      headerLine = record.line;
      return;
    }
    records += 1;
    ended = record.ended;
    longestRecord = Math.max(longestRecord, record.end - record.start);
    const fits = record.fields === columns.length;
    if (!record.ended && record.fields < columns.length) throw cut(file.name, record, columns);
    if (fits && !record.misquoted) {
      const mark = isEmpty(record, delimiter) ? 'empty' : '';
      out.write(`${record.recordNo}${format.delimiter}${mark}${format.delimiter}`, record);
      return;
    }
    const cells = splitRecord(bytesOf(record), delimiter);
    const width = columns.length;
    const row = [
      ...cells.slice(0, width),
      ...Array<string>(Math.max(0, width - cells.length)).fill(''),
    ];
    const mark = record.misquoted ? 'quotes' : 'fields';
    out.writeText(joinRecord([String(record.recordNo), mark, ...row], format.delimiter));
  };
  try {
    const facts = await readRecords(file, onRecord);
    if (columns === null || records === 0) throw empty(file.name);
    return { ...facts, columns, headerLine, records, longestRecord, ended };
  } finally {
    out.close();
  }
}

function bytesOf(record: RecordView): Buffer {
  return record.bytes.subarray(record.start, record.end);
}

/** True for a record of delimiters only, as spreadsheets append them. */
function isEmpty({ bytes, start, end }: RecordView, delimiter: number): boolean {
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at];
    if (byte !== delimiter && byte !== 0x20 && byte !== 0x22) return false;
  }
  return true;
}

/** Collects records in one buffer and writes it when it is full. */
class CopyWriter {
  private readonly buffer = Buffer.allocUnsafe(BUFFER);
  private readonly handle: number;
  private used = 0;

  constructor(file: string) {
    this.handle = openSync(file, 'w', 0o600);
  }

  write(prefix: string, { bytes, start, end }: RecordView): void {
    const size = prefix.length + end - start + 1;
    if (size > BUFFER) {
      this.writeText(prefix + bytes.toString('utf8', start, end));
      return;
    }
    if (this.used + size > BUFFER) this.flush();
    this.used += this.buffer.write(prefix, this.used, 'latin1');
    this.used += bytes.copy(this.buffer, this.used, start, end);
    this.buffer[this.used] = 0x0a;
    this.used += 1;
  }

  writeText(text: string): void {
    this.flush();
    writeAll(this.handle, Buffer.from(`${text}\n`, 'utf8'));
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

function cut(file: string, record: RecordView, columns: readonly string[]): Problem {
  const column = columns[record.fields - 1];
  return new Problem({
    code: 'file_cut',
    what: 'The file ends in the middle of this record: it was cut.',
    fix: 'Export or copy the file again, whole.',
    where: { file, line: record.line, ...(column === undefined ? {} : { column }) },
  });
}

function empty(file: string): Problem {
  return new Problem({
    code: 'file_empty',
    what: 'The file has no records.',
    fix: 'Export it again. If the district.yaml skips lines or names a header, see that the file has them.',
    where: { file, line: 1 },
  });
}
