import { CopyWriter } from './copy-writer.ts';
import { refuseTooLong, refuseTooWide } from './limits.ts';
import { OriginalsWriter } from './originals-writer.ts';
import { noRecords } from './refusals.ts';
import type { Oddity, Prescan } from './sent-file.ts';
import { CellLengths, rowLimit } from './spreadsheet-marks.ts';

/** A record of a file whose cells are not found by commas: a line of fixed width, a sheet's row, an element of JSON. */
export interface SentRecord {
  readonly recordNo: number;
  /** Where a person finds it: the line, or the row of the sheet. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly oddity: Oddity;
  readonly original: string;
}

/** A file that is read record by record; what is not a record is known once the last one was read. */
export interface RecordSource {
  /** Known when the first record is. */
  readonly columns: readonly string[];
  readonly headerLine: number | null;
  readonly sha256: string;
  records(): AsyncIterable<SentRecord>;
}

/** Writes the plain copy of a file's records and counts them. */
export async function copyRecords(
  name: string,
  source: RecordSource,
  copy: string,
): Promise<Prescan> {
  const out = new CopyWriter(copy, ',');
  const lengths = new CellLengths();
  let records = 0;
  let rows = 0;
  let longestRecord = 0;
  let quotedBreaks = 0;
  try {
    for await (const { recordNo, line, cells, oddity, original } of source.records()) {
      if (records === 0) refuseTooWide(name, source.columns.length);
      records += 1;
      rows = recordNo;
      quotedBreaks += cells.filter((cell) => /[\n\r]/.test(cell)).length;
      lengths.add(cells);
      const size = out.writeCells(recordNo, oddity, cells, source.columns.length);
      refuseTooLong(name, line, size);
      // What is set aside is kept as it was sent, with the cells that are cut here and the names of fields.
      longestRecord = Math.max(longestRecord, size, original.length);
    }
    if (records === 0) throw noRecords(name);
    const { columns, headerLine, sha256 } = source;
    return {
      sha256,
      columns,
      headerLine,
      records,
      longestRecord,
      quotedBreaks,
      delimiter: ',',
      rowLimit: rowLimit(records, rows),
      direct: null,
      remarks: lengths.remarks(name, source),
    };
  } finally {
    out.close();
  }
}

/** Writes the line and the text of each record asked for. */
export async function locateIn(
  source: RecordSource,
  recordNos: Float64Array,
  target: string,
): Promise<void> {
  const out = new OriginalsWriter(recordNos, target);
  for await (const { recordNo, line, original, oddity, cells } of source.records()) {
    if (recordNo !== out.next) continue;
    out.write(line, original, oddity === 'fields' || oddity === 'quotes' ? null : cells);
  }
  await out.close();
}
