import { stat } from 'node:fs/promises';
import { compressionOf } from '../formats/compression.ts';
import { SentBytes } from '../formats/sent-bytes.ts';
import type { Prescan } from '../formats/sent-file.ts';
import { textBlocks } from '../formats/text-blocks.ts';
import { PlainScan } from './plain-scan.ts';
import type { CsvFile } from './read-records.ts';

/**
 * Counts and checks a file that is as plain as most are: UTF-8, one kind of line end, every record like the header,
 * no line break in a cell, no blank line. The loader can then read the file itself, and no copy is written. `null` for
 * any other file, at the first thing that is odd.
 */
export async function scanPlain(file: CsvFile): Promise<Prescan | null> {
  const { format } = file;
  const packed = compressionOf(format, file.name) !== 'none';
  if (packed || format.encoding !== 'utf-8' || format.quote === "'") return null;
  const stamp = await stampOf(file.path);
  const sent = new SentBytes(file);
  const scan = new PlainScan(file);
  for await (const block of textBlocks(file, 'utf-8', sent)) {
    if (!scan.push(block)) return null;
  }
  return scan.facts(sent.sha256(), stamp);
}

/** What changes when a file is written to. */
export async function stampOf(path: string): Promise<string> {
  const { ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
  return [ino, size, mtimeNs, ctimeNs].join(' ');
}
