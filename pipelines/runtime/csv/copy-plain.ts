import { CopyWriter } from '../formats/copy-writer.ts';
import { marksOf, splitRecord } from './fields.ts';
import { findPlainLines } from './plain-lines.ts';
import type { CsvFile } from './read-records.ts';

/** Writes the plain copy of some records, in ascending order, of a file that `scanPlain` found plain. */
export async function copyPlain(
  file: CsvFile,
  recordNos: Float64Array,
  width: number,
  copy: string,
): Promise<void> {
  const marks = marksOf(file.format);
  const out = new CopyWriter(copy, file.format.delimiter);
  try {
    await findPlainLines(file, recordNos, (recordNo, bytes, start, end) => {
      if (file.format.quote === '"') out.writeBytes(recordNo, '', bytes, start, end);
      else out.writeCells(recordNo, '', splitRecord(bytes.subarray(start, end), marks), width);
    });
  } finally {
    out.close();
  }
}
