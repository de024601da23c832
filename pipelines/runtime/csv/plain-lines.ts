import { open } from 'node:fs/promises';
import { LONGEST_LINE } from '../formats/text-blocks.ts';
import type { CsvFile } from './read-records.ts';

const LF = 0x0a;
const CR = 0x0d;
/** One piece of memory for all of a file; a whole line fits into it. */
const BUFFER = 2 * LONGEST_LINE;

/**
 * Finds some records again in a file that `scanPlain` found plain: every line of it is one record, so a record's
 * number is its line's. `recordNos` ascend, and the file is read no further than the last one. Its bytes were checked
 * when it was scanned, and are not checked again. What `found` is given is good until it returns.
 */
export async function findPlainLines(
  file: CsvFile,
  recordNos: Float64Array,
  found: (recordNo: number, record: Buffer) => void,
): Promise<void> {
  const handle = await open(file.path);
  try {
    const buffer = Buffer.allocUnsafe(BUFFER);
    let line = 1;
    let next = 0;
    let filled = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, filled, BUFFER - filled);
      const bytes = buffer.subarray(0, filled + bytesRead);
      let start = 0;
      for (let feed = bytes.indexOf(LF); feed >= 0; feed = bytes.indexOf(LF, start)) {
        if (line === recordNos[next]) {
          found(line, bytes.subarray(start, bytes[feed - 1] === CR ? feed - 1 : feed));
          next += 1;
        }
        line += 1;
        start = feed + 1;
      }
      if (next === recordNos.length) return;
      if (bytesRead === 0) {
        if (line === recordNos[next]) found(line, bytes.subarray(start));
        return;
      }
      filled = bytes.copy(buffer, 0, start);
    }
  } finally {
    await handle.close();
  }
}
