import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { joinRecord } from './fields.ts';
import { type CsvFile, readRecords } from './read-records.ts';

/**
 * Reads the file again and writes, for each record number asked for, `record_no,line,original` to a CSV file:
 * the line on which it starts and its text as it was sent.
 */
export async function locateRecords(
  file: CsvFile,
  recordNos: Float64Array,
  target: string,
): Promise<void> {
  const wanted = Float64Array.from(recordNos).sort();
  const out = createWriteStream(target, { mode: 0o600 });
  let next = 0;
  await readRecords(file, (record) => {
    if (record.recordNo !== wanted[next]) return;
    next += 1;
    const original = record.bytes.toString('utf8', record.start, record.end);
    out.write(`${joinRecord([String(record.recordNo), String(record.line), original], ',')}\n`);
  });
  out.end();
  await once(out, 'finish');
}
