import { SentBytes } from '../formats/sent-bytes.ts';
import { textBlocks } from '../formats/text-blocks.ts';
import type { CsvFile } from './read-records.ts';

const LF = 0x0a;
const CR = 0x0d;

/**
 * Finds some records again in a file that `scanPlain` found plain: every line of it is one record, so a record's
 * number is its line's. `recordNos` ascend, and the file is read no further than the last one.
 */
export async function findPlainLines(
  file: CsvFile,
  recordNos: Float64Array,
  found: (recordNo: number, bytes: Buffer, start: number, end: number) => void,
): Promise<void> {
  let line = 1;
  let next = 0;
  if (recordNos.length === 0) return;
  for await (const block of textBlocks(file, 'utf-8', new SentBytes(file))) {
    for (let start = 0; start < block.length && next < recordNos.length; line += 1) {
      const feed = block.indexOf(LF, start);
      const after = feed < 0 ? block.length : feed + 1;
      if (line === recordNos[next]) {
        const end = feed < 0 ? after : feed - (block[feed - 1] === CR ? 1 : 0);
        found(line, block, start, end);
        next += 1;
      }
      start = after;
    }
    if (next === recordNos.length) return;
  }
}
