import { OriginalsWriter } from '../formats/originals-writer.ts';
import { marksOf, splitRecord } from './fields.ts';
import { type CsvFile, readRecords } from './read-records.ts';

/** Reads the file again and writes the line and the text of each record asked for. */
export async function locateRecords(
  file: CsvFile,
  recordNos: Float64Array,
  target: string,
): Promise<void> {
  const marks = marksOf(file.format);
  const out = new OriginalsWriter(recordNos, target);
  await readRecords(file, (record) => {
    if (record.recordNo !== out.next) return;
    const bytes = record.bytes.subarray(record.start, record.end);
    out.write(record.line, bytes.toString(), record.misquoted ? null : splitRecord(bytes, marks));
  });
  await out.close();
}
