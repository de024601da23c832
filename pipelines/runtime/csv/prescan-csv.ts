import { Problem } from '../../../transforms/problem.ts';
import { CopyWriter } from '../formats/copy-writer.ts';
import { columnName, headerNames } from '../formats/header.ts';
import { refuseTooLong, refuseTooWide } from '../formats/limits.ts';
import type { Prescan } from '../formats/sent-file.ts';
import { noRecords, notEnded } from '../formats/refusals.ts';
import { CellLengths, rowLimit, SHORTEST_CUT } from '../formats/spreadsheet-marks.ts';
import { isEmptyRecord } from './empty-record.ts';
import { marksOf, splitRecord } from './fields.ts';
import { type CsvFile, readRecords } from './read-records.ts';
import type { RecordView } from './record-scanner.ts';

/**
 * Reads a CSV file once and writes its data records to the plain copy, so that what the loader reads has one form
 * whatever was sent: a short record is filled up and a long one cut, both marked, so that they can be set aside by
 * number instead of stopping the loader or vanishing in it.
 */
export async function prescanCsv(file: CsvFile, copy: string): Promise<Prescan> {
  const { format, name } = file;
  const marks = marksOf(format);
  const out = new CopyWriter(copy, format.delimiter);
  const headers: Buffer[] = [];
  const lengths = new CellLengths();
  let columns: readonly string[] | null = format.columns?.map(columnName) ?? null;
  let headerLine: number | null = null;
  let records = 0;
  let rows = 0;
  let longestRecord = 0;
  let ended = true;

  const readHeader = (record: RecordView): void => {
    headers.push(Buffer.from(bytesOf(record)));
    if (headers.length < format.header_rows) return;
    columns = headerNames(headers.map((bytes) => splitRecord(bytes, marks)));
    headerLine = record.line;
    refuseTooWide(name, columns.length);
  };
  const onRecord = (record: RecordView): void => {
    rows = record.recordNo;
    if (columns === null) {
      readHeader(record);
      return;
    }
    records += 1;
    ended = record.ended;
    const size = record.end - record.start;
    refuseTooLong(name, record.line, size);
    longestRecord = Math.max(longestRecord, size);
    if (!record.ended && record.fields < columns.length) throw cut(name, record, columns);
    const odd = oddityOf(record, columns.length, headers, marks.delimiter);
    const plain = format.quote === '"' && odd !== 'quotes' && odd !== 'fields';
    if (plain) out.writeBytes(record.recordNo, odd, record.bytes, record.start, record.end);
    if (plain && size < SHORTEST_CUT) return;
    const cells = splitRecord(bytesOf(record), marks);
    lengths.add(cells);
    if (!plain) out.writeCells(record.recordNo, odd, cells, columns.length);
  };
  try {
    const { sha256, quotedBreaks } = await readRecords(file, onRecord);
    if (columns === null || records === 0) throw noRecords(name);
    const facts = { sha256, quotedBreaks, columns, headerLine, records, longestRecord };
    return {
      ...facts,
      delimiter: format.delimiter,
      rowLimit: rowLimit(records, rows),
      direct: null,
      remarks: [...lengths.remarks(name, facts), ...(ended ? [] : [notEnded(name)])],
    };
  } finally {
    out.close();
  }
}

function bytesOf(record: RecordView): Buffer {
  return record.bytes.subarray(record.start, record.end);
}

function oddityOf(
  record: RecordView,
  width: number,
  headers: readonly Buffer[],
  delimiter: number,
): 'quotes' | 'fields' | 'empty' | 'header' | '' {
  if (record.misquoted) return 'quotes';
  if (record.fields !== width) return 'fields';
  const { bytes, start, end } = record;
  if (isEmptyRecord(bytes, start, end, delimiter)) return 'empty';
  // Two files put one after the other, or a report that repeats its header on each page.
  const repeats = headers.some(
    (header) => header.length === end - start && header.compare(bytes, start, end) === 0,
  );
  return repeats ? 'header' : '';
}

function cut(file: string, record: RecordView, columns: readonly string[]): Problem {
  const column = columns[record.fields - 1];
  return new Problem({
    code: 'file_cut',
    rule: 'F06',
    what: 'The file ends in the middle of this record: it was cut.',
    fix: 'Export or copy the file again, whole.',
    where: { file, line: record.line, ...(column === undefined ? {} : { column }) },
  });
}
