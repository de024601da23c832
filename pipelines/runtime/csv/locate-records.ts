import { OriginalsWriter } from '../formats/originals-writer.ts';
import { type CsvFile, readRecords } from './read-records.ts';

/** Reads the file again and writes the line and the text of each record asked for. */
export async function locateRecords(
  file: CsvFile,
  recordNos: Float64Array,
  target: string,
): Promise<void> {
  const out = new OriginalsWriter(recordNos, target);
  await readRecords(file, (record) => {
    if (record.recordNo !== out.next) return;
    out.write(record.line, record.bytes.toString('utf8', record.start, record.end));
  });
  await out.close();
}
