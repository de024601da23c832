import type { FormatOf } from '../../../transforms/config/format.ts';
import { Problem } from '../../../transforms/problem.ts';
import { SentBytes } from '../formats/sent-bytes.ts';
import type { SentFile } from '../formats/sent-file.ts';
import { textBlocks } from '../formats/text-blocks.ts';
import { marksOf } from './fields.ts';
import { type RecordView, RecordScanner } from './record-scanner.ts';

export type CsvFile = SentFile<FormatOf<'csv'>>;

/** No record of a district's extract is longer; an open quotation mark makes one that never ends. */
const LONGEST_RECORD = 8 * 1024 * 1024;

/**
 * Reads a file once, from the first byte to the last, and hands each record to `onRecord`.
 * Bytes that are no text, and a quotation mark that never closes, are Problems with their line.
 */
export async function readRecords(
  file: CsvFile,
  onRecord: (record: RecordView) => void,
): Promise<{ readonly sha256: string; readonly quotedBreaks: number }> {
  const { format, name } = file;
  const sent = new SentBytes(file);
  let lastLine = 1;
  const scanner = new RecordScanner(marksOf(format), format.skip_lines, (record) => {
    lastLine = record.line;
    onRecord(record);
  });
  for await (const text of textBlocks(file, format.encoding, sent)) {
    scanner.push(text);
    if (scanner.pending > LONGEST_RECORD) throw openQuote(name, scanner.openQuoteLine ?? lastLine);
  }
  // Only now is it known that a mark at the very end is the last one: it may close its cell.
  scanner.finish();
  if (scanner.openQuoteLine !== null) throw openQuote(name, scanner.openQuoteLine);
  return { sha256: sent.sha256(), quotedBreaks: scanner.quotedBreaks };
}

function openQuote(name: string, line: number): Problem {
  return new Problem({
    code: 'quote_not_closed',
    rule: 'F06',
    what: 'A quotation mark opens on this line and is never closed: the file was cut in the middle, or the mark belongs to the text.',
    fix: 'Export the file again. If it comes out the same, ask the sender to double the quotation marks inside cells, or write quote: none under its format in district.yaml.',
    where: { file: name, line },
  });
}
