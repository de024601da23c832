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
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY_MARK) return null;
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      deflated: zip.readUInt16LE(at + 10) === 8,
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
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
