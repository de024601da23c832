import { promisify } from 'node:util';
import { createInflateRaw, inflateRaw } from 'node:zlib';

/** A file inside a zip file, as its directory describes it. */
export interface ZipEntry {
  readonly name: string;
  readonly packed: number;
  readonly size: number;
  readonly deflated: boolean;
  /** Where its own header begins. */
  readonly offset: number;
}

const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const LONGEST_COMMENT = 65_535;
const unpackSmall = promisify(inflateRaw);

/** What a zip file says that it holds, without unpacking anything; `null` when it is no zip file, or not whole. */
export function readDirectory(zip: Buffer): readonly ZipEntry[] | null {
  const end = findEnd(zip);
  if (end === null) return null;
  const { count, at: first } = listOf(zip, end);
  let at = first;
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY_MARK) return null;
    const nameLength = zip.readUInt16LE(at + 28);
    const more = zip.subarray(
      at + 46 + nameLength,
      at + 46 + nameLength + zip.readUInt16LE(at + 30),
    );
    const [size = 0, packed = 0, offset = 0] = longNumbers(
      [zip.readUInt32LE(at + 24), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)],
      more,
    );
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    entries.push({ name, deflated: zip.readUInt16LE(at + 10) === 8, packed, size, offset });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

const LONG = 0xffffffff;
const LONG_END_MARK = 0x06064b50;
const LONG_PLACE_MARK = 0x07064b50;

/** How many parts there are, and where their list begins: told a second time where the numbers are long. */
function listOf(zip: Buffer, end: number): { readonly count: number; readonly at: number } {
  const short = { count: zip.readUInt16LE(end + 10), at: zip.readUInt32LE(end + 16) };
  const place = end - 20;
  if (short.at !== LONG || place < 0 || zip.readUInt32LE(place) !== LONG_PLACE_MARK) return short;
  const long = Number(zip.readBigUInt64LE(place + 8));
  if (long + 56 > zip.length || zip.readUInt32LE(long) !== LONG_END_MARK) return short;
  return {
    count: Number(zip.readBigUInt64LE(long + 32)),
    at: Number(zip.readBigUInt64LE(long + 48)),
  };
}

/** The numbers of a part; those that say that they are too long for their place stand behind its name, in this order. */
function longNumbers(numbers: readonly number[], more: Buffer): readonly number[] {
  let at = 0;
  while (at + 4 <= more.length && more.readUInt16LE(at) !== 1) at += 4 + more.readUInt16LE(at + 2);
  at += 4;
  return numbers.map((number) => {
    if (number !== LONG || at + 8 > more.length) return number;
    at += 8;
    return Number(more.readBigUInt64LE(at - 8));
  });
}

function findEnd(zip: Buffer): number | null {
  const first = Math.max(0, zip.length - 22 - LONGEST_COMMENT);
  for (let at = zip.length - 22; at >= first; at -= 1) {
    if (zip.readUInt32LE(at) === END_MARK) return at;
  }
  return null;
}

function packedBytes(zip: Buffer, { offset, packed }: ZipEntry): Buffer {
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  return zip.subarray(start, start + packed);
}

/** A small part, unpacked; an error when it is larger than the directory says. */
export async function unpackPart(zip: Buffer, entry: ZipEntry): Promise<Buffer> {
  const bytes = packedBytes(zip, entry);
  if (!entry.deflated) return bytes;
  return await unpackSmall(bytes, { maxOutputLength: Math.max(1, entry.size) });
}

/** A part in pieces; ends early when it is larger than the directory says, which the caller sees by counting. */
export async function* unpackPieces(zip: Buffer, entry: ZipEntry): AsyncGenerator<Buffer> {
  const bytes = packedBytes(zip, entry);
  if (!entry.deflated) {
    yield bytes;
    return;
  }
  const unpack = createInflateRaw({ chunkSize: 256 * 1024 });
  unpack.end(bytes);
  let size = 0;
  for await (const piece of unpack) {
    yield piece as Buffer;
    size += (piece as Buffer).length;
    if (size > entry.size) return;
  }
}
