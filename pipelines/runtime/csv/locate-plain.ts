import { OriginalsWriter } from '../formats/originals-writer.ts';
import { SentBytes } from '../formats/sent-bytes.ts';
import { textBlocks } from '../formats/text-blocks.ts';
import { marksOf, splitRecord } from './fields.ts';
import type { CsvFile } from './read-records.ts';

const LF = 0x0a;
const CR = 0x0d;

/**
 * Writes the line and the text of each record asked for, of a file that `scanPlain` found plain: every line of it is
 * one record, so a record's number is its line's, and the file is read no further than the last one asked for.
 */
export async function locatePlain(
  file: CsvFile,
  recordNos: Float64Array,
  target: string,
): Promise<void> {
  const marks = marksOf(file.format);
  const out = new OriginalsWriter(recordNos, target);
  let line = 1;
  for await (const block of textBlocks(file, 'utf-8', new SentBytes(file))) {
    for (let start = 0; start < block.length && out.next !== undefined; line += 1) {
      const feed = block.indexOf(LF, start);
      const next = feed < 0 ? block.length : feed + 1;
      if (line === out.next) {
        const end = feed < 0 ? next : feed - (block[feed - 1] === CR ? 1 : 0);
        const bytes = block.subarray(start, end);
        out.write(line, bytes.toString(), splitRecord(bytes, marks));
      }
      start = next;
    }
    if (out.next === undefined) break;
  }
  await out.close();
}
