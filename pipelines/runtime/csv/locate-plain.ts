import { OriginalsWriter } from '../formats/originals-writer.ts';
import { marksOf, splitRecord } from './fields.ts';
import { findPlainLines } from './plain-lines.ts';
import type { CsvFile } from './read-records.ts';

/** Writes the line and the text of each record asked for, of a file that `scanPlain` found plain. */
export async function locatePlain(
  file: CsvFile,
  recordNos: Float64Array,
  target: string,
): Promise<void> {
  const marks = marksOf(file.format);
  const out = new OriginalsWriter(recordNos, target);
  const wanted = Float64Array.from(recordNos).sort();
  await findPlainLines(file, wanted, (line, bytes, start, end) => {
    const record = bytes.subarray(start, end);
    out.write(line, record.toString(), splitRecord(record, marks));
  });
  await out.close();
}
