import type { TextEncoding } from '../../../transforms/config/format.ts';
import { Problem } from '../../../transforms/problem.ts';
import { decoderOf, isContradiction, type Place } from './decode.ts';
import { refuseOtherForm } from './other-form.ts';
import { SentBytes } from './sent-bytes.ts';
import type { SentFile } from './sent-file.ts';

/** No line of a district's extract is longer. */
export const LONGEST_LINE = 8 * 1024 * 1024;

/**
 * The text of a file as UTF-8, without byte order mark, in blocks that end at the end of a line.
 * Bytes that contradict the encoding that `district.yaml` declares are a Problem with its line.
 */
export async function* textBlocks(
  file: SentFile,
  encoding: TextEncoding,
  bytes: SentBytes,
): AsyncGenerator<Buffer> {
  let decoder = decoderOf(encoding, false);
  let number = 0;
  for await (const block of lineBlocks(file, encoding, bytes, (bigEndian) => {
    decoder = decoderOf(encoding, bigEndian);
  })) {
    const text = decoder.decode(block);
    if (isContradiction(text)) {
      throw await notText(file, encoding, { block: number, at: text.at }, text.what);
    }
    number += 1;
    yield text;
  }
  const wrong = decoder.end();
  if (wrong) throw await notText(file, encoding, wrong, wrong.what);
}

/** All of a file's UTF-8 text in one piece, for a form that has no lines; `null` when it is larger than `limit`. */
export async function wholeText(
  file: SentFile,
  bytes: SentBytes,
  limit: number,
): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes.chunks()) {
    size += chunk.length;
    if (size > limit) return null;
    chunks.push(chunk);
  }
  const all = Buffer.concat(chunks);
  const text = all.subarray(startOf(file, 'utf-8', all).mark);
  const checked = decoderOf('utf-8', false).decode(text);
  if (!isContradiction(checked)) return checked;
  const line = 1 + countLines(text.subarray(0, checked.at), 'utf-8');
  throw contradiction(file, 'utf-8', line, checked.what);
}

/** The bytes of a file, its mark left out, cut after the last line end of each chunk. */
async function* lineBlocks(
  file: SentFile,
  encoding: TextEncoding,
  bytes: SentBytes,
  onOrder: (bigEndian: boolean) => void,
): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let first = true;
  let bigEndian = false;
  for await (const chunk of bytes.chunks()) {
    let block = chunk;
    if (rest.length > 0) {
      // The line that lies across two chunks goes by itself, so that no chunk is copied for it.
      const feed = encoding === 'utf-16' ? -1 : chunk.indexOf(0x0a);
      if (feed >= 0) yield Buffer.concat([rest, chunk.subarray(0, feed + 1)]);
      block = feed >= 0 ? chunk.subarray(feed + 1) : Buffer.concat([rest, chunk]);
    }
    if (first) {
      first = false;
      const start = startOf(file, encoding, block);
      ({ bigEndian } = start);
      onOrder(bigEndian);
      block = block.subarray(start.mark);
    }
    const end = encoding === 'utf-16' ? lineEnd16(block, bigEndian) : lineEnd8(block);
    if (end > 0) yield block.subarray(0, end);
    rest = block.subarray(end);
    if (rest.length > LONGEST_LINE) throw lineTooLong(file);
  }
  if (rest.length > 0) yield rest;
}

function lineEnd8(block: Buffer): number {
  const feed = block.lastIndexOf(0x0a);
  // A carriage return at the edge may be the first half of CRLF.
  return feed >= 0 ? feed + 1 : block.lastIndexOf(0x0d, -2) + 1;
}

function lineEnd16(block: Buffer, bigEndian: boolean): number {
  const even = block.length - (block.length % 2);
  for (let at = even - 2; at >= 0; at -= 2) {
    const unit = bigEndian ? block.readUInt16BE(at) : block.readUInt16LE(at);
    if (unit === 0x0a) return at + 2;
  }
  return 0;
}

/** The byte order mark at the start: how long it is, and whether the file is what it is declared to be. */
function startOf(
  file: SentFile,
  encoding: TextEncoding,
  block: Buffer,
): { readonly mark: number; readonly bigEndian: boolean } {
  refuseOtherForm(file.name, block);
  const mark16 = block.length < 2 ? 0 : block.readUInt16BE(0);
  const marked8 = block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf;
  const marked16 = mark16 === 0xfffe || mark16 === 0xfeff;
  if (encoding === 'utf-16') {
    if (marked16) return { mark: 2, bigEndian: mark16 === 0xfeff };
    // Western letters have a zero in one half; which half says the order.
    const [even = 0, odd = 0] = [0, 1].map((half) => zeros(block, half));
    if (marked8 || even === odd) throw wrongEncoding(file, 'utf-16');
    return { mark: 0, bigEndian: even > odd };
  }
  if (marked16) throw undeclared16(file);
  if (marked8 && encoding !== 'utf-8') throw wrongEncoding(file, encoding);
  return { mark: marked8 ? 3 : 0, bigEndian: false };
}

function zeros(block: Buffer, half: number): number {
  let found = 0;
  for (let at = half; at < Math.min(block.length, 2000); at += 2) if (block[at] === 0) found += 1;
  return found;
}

/** Reads the file again to tell the line, as an editor counts it. */
async function notText(
  file: SentFile,
  encoding: TextEncoding,
  place: Place,
  what: string,
): Promise<Problem> {
  let line = 1;
  let number = 0;
  for await (const block of lineBlocks(file, encoding, new SentBytes(file), () => undefined)) {
    line += countLines(number < place.block ? block : block.subarray(0, place.at), encoding);
    if (number === place.block) break;
    number += 1;
  }
  return contradiction(file, encoding, line, what);
}

function contradiction(
  { name }: SentFile,
  encoding: TextEncoding,
  line: number,
  what: string,
): Problem {
  return new Problem({
    code: 'file_not_text',
    rule: 'F02',
    what: `The line has ${what}, so the file cannot be read as the ${encoding} text that it is declared to be.`,
    fix: 'Export it again as “CSV UTF-8”, or write the encoding that it has under its format in district.yaml: windows-1252 if a Windows program made it.',
    where: { file: name, line },
  });
}

function countLines(bytes: Buffer, encoding: TextEncoding): number {
  const text = bytes.toString(encoding === 'utf-16' ? 'utf16le' : 'latin1');
  const big = /[\u0a00\u0d00]/.test(text) && !/[\n\r]/.test(text);
  return (text.match(big ? /\u0d00\u0a00|\u0d00|\u0a00/g : /\r\n|\r|\n/g) ?? []).length;
}

function undeclared16({ name }: SentFile): Problem {
  return new Problem({
    code: 'file_utf16',
    rule: 'F03',
    what: 'The file is in UTF-16 (“Unicode text”), which district.yaml does not declare.',
    fix: 'Write encoding: utf-16 under its format in district.yaml, or export it again as “CSV UTF-8”.',
    where: { file: name, line: 1 },
  });
}

function wrongEncoding({ name }: SentFile, encoding: TextEncoding): Problem {
  return new Problem({
    code: 'file_not_text',
    rule: 'F02',
    what: `The file does not begin as text in ${encoding} does.`,
    fix: 'Write the encoding that it has under its format in district.yaml, or leave the setting out if it is UTF-8.',
    where: { file: name, line: 1 },
  });
}

function lineTooLong({ name }: SentFile): Problem {
  return new Problem({
    code: 'line_too_long',
    rule: 'F06',
    what: 'A line of the file has more than 8 million characters, so it is not the text that it is declared to be.',
    fix: 'Export the file again, and see that format.type in district.yaml is the kind of file that it is.',
    where: { file: name },
  });
}
