import { isAscii, isUtf8 } from 'node:buffer';
import type { TextEncoding } from '../../../transforms/config/format.ts';

/** Bytes that are not what they are declared to be: where, from the first byte of the block, and what is wrong. */
export interface Contradiction {
  readonly at: number;
  readonly what: string;
}

/** A place in a file: a block, counted from 0, and a byte of it. */
export interface Place {
  readonly block: number;
  readonly at: number;
}

/** Blocks of bytes as UTF-8. A block ends at the end of a line, so no character is cut. */
export interface Decoder {
  decode(block: Buffer): Buffer | Contradiction;
  /** What only the whole file shows. */
  end(): (Place & { readonly what: string }) | null;
}

export function isContradiction(decoded: Buffer | Contradiction): decoded is Contradiction {
  return 'what' in decoded;
}

const NOT_UTF8 = 'bytes that are not UTF-8';
const NUL = 'a NUL byte';
const LONE_HALF = /\p{Surrogate}/u;

export function decoderOf(encoding: TextEncoding, bigEndian: boolean): Decoder {
  switch (encoding) {
    case 'utf-8':
      return { decode: checkUtf8, end: () => null };
    case 'utf-16':
      return { decode: (block) => fromUtf16(block, bigEndian), end: () => null };
    case 'latin-1':
    case 'windows-1252':
      return new OneByteDecoder(encoding);
  }
}

function checkUtf8(block: Buffer): Buffer | Contradiction {
  const nul = block.indexOf(0);
  if (nul >= 0) return { at: nul, what: NUL };
  return isUtf8(block) ? block : { at: firstBrokenLine(block), what: NOT_UTF8 };
}

/** Where the first line begins that is not UTF-8. */
function firstBrokenLine(block: Buffer): number {
  let start = 0;
  for (;;) {
    const feed = block.indexOf(0x0a, start);
    if (feed < 0 || !isUtf8(block.subarray(start, feed + 1))) return start;
    start = feed + 1;
  }
}

function fromUtf16(block: Buffer, bigEndian: boolean): Buffer | Contradiction {
  if (block.length % 2 === 1) return { at: block.length - 1, what: 'half a character of UTF-16' };
  const little = bigEndian ? Buffer.from(block).swap16() : block;
  const text = little.toString('utf16le');
  const nul = text.indexOf('\0');
  if (nul >= 0) return { at: 2 * nul, what: NUL };
  if (LONE_HALF.test(text)) return { at: 0, what: 'half a character of UTF-16' };
  return Buffer.from(text, 'utf8');
}

// What the bytes 80 to 9F mean; the five that mean nothing are refused.
const HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const UNUSED = { 'latin-1': /[\x80-\x9f]/, 'windows-1252': /[\x81\x8d\x8f\x90\x9d]/ };

/** Any byte is a character here, so a file that is UTF-8 in truth would be read as other letters: it is refused. */
class OneByteDecoder implements Decoder {
  private blocks = 0;
  private firstHigh: Place | null = null;
  private firstUnused: Place | null = null;
  private couldBeUtf8 = true;

  constructor(private readonly encoding: 'latin-1' | 'windows-1252') {}

  decode(block: Buffer): Buffer | Contradiction {
    const number = this.blocks;
    this.blocks += 1;
    const nul = block.indexOf(0);
    if (nul >= 0) return { at: nul, what: NUL };
    if (isAscii(block)) return block;
    const text = block.toString('latin1');
    const unused = text.search(UNUSED[this.encoding]);
    this.firstHigh ??= { block: number, at: text.search(/[\x80-\xff]/) };
    if (unused >= 0) this.firstUnused ??= { block: number, at: unused };
    this.couldBeUtf8 &&= isUtf8(block);
    const high = /[\x80-\x9f]/g;
    return Buffer.from(
      text.replaceAll(high, (c) => HIGH[c.charCodeAt(0) - 0x80] ?? c),
      'utf8',
    );
  }

  end(): (Place & { readonly what: string }) | null {
    if (this.firstHigh !== null && this.couldBeUtf8) {
      return { ...this.firstHigh, what: 'a character in UTF-8, as all others of the file' };
    }
    if (this.firstUnused === null) return null;
    return { ...this.firstUnused, what: `a byte that ${this.encoding} does not have` };
  }
}
