import { OriginalsWriter } from '../formats/originals-writer.ts';
import { marksOf, splitRecord } from './fields.ts';
import { findPlainLines } from './plain-lines.ts';
import type { CsvFile } from './read-records.ts';

const MARK = '\ufeff';

/** Writes the line and the text of each record asked for, of a file that `scanPlain` found plain. */
export async function locatePlain(
  file: CsvFile,
  recordNos: Float64Array,
  target: string,
): Promise<void> {
  const marks = marksOf(file.format);
  const out = new OriginalsWriter(recordNos, target);
  await findPlainLines(file, Float64Array.from(recordNos).sort(), (line, bytes) => {
    const marked = line === 1 && bytes.toString().startsWith(MARK);
    const record = marked ? bytes.subarray(Buffer.byteLength(MARK)) : bytes;
    out.write(line, record.toString(), splitRecord(record, marks));
  });
  await out.close();
}
