import { Decompress } from 'fzstd';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { compressionOf } from './compression.ts';
import { Problem } from '../../../transforms/problem.ts';
import type { SentFile } from './sent-file.ts';

const CHUNK = 4 * 1024 * 1024;
/** zstd is unpacked in one go for each piece, so pieces are small. */
const ZST_PIECE = 64 * 1024;
/** A file of text is seldom packed to a twentieth; one that grows past both of these is made to fill a disk. */
const BOMB = { ratio: 200, bytes: 64 * 1024 * 1024 };

/** The bytes of a file from the first to the last, unpacked; the hash is of the bytes as they were sent. */
export class SentBytes {
  private readonly hash = createHash('sha256');
  private sent = 0;
  private unpacked = 0;

  constructor(private readonly file: SentFile) {}

  /** After the last chunk. */
  sha256(): string {
    return this.hash.digest('hex');
  }

  /** The file in chunks, each in memory of its own. */
  async *chunks(): AsyncGenerator<Buffer> {
    const packed = compressionOf(this.file.format, this.file.name);
    if (packed === 'none') {
      yield* this.read(CHUNK);
      return;
    }
    try {
      yield* packed === 'gz' ? this.gunzip() : this.unzst();
    } catch (error) {
      throw error instanceof Problem ? error : this.broken(error);
    }
    if (this.unpacked === 0 && this.sent === 0) throw this.broken(undefined);
  }

  private async *read(size: number): AsyncGenerator<Buffer> {
    for await (const chunk of createReadStream(this.file.path, { highWaterMark: size })) {
      const bytes = chunk as Buffer;
      this.hash.update(bytes);
      this.sent += bytes.length;
      yield bytes;
    }
  }

  /** A file of several parts, one after another, is one text. */
  private async *gunzip(): AsyncGenerator<Buffer> {
    const unpack = createGunzip({ chunkSize: CHUNK });
    // An error of the file's ends the unpacking, whose reader then has it.
    pipeline(Readable.from(this.read(CHUNK)), unpack, () => undefined);
    for await (const chunk of unpack) {
      this.refuseBomb((chunk as Buffer).length);
      yield chunk as Buffer;
    }
  }

  private async *unzst(): AsyncGenerator<Buffer> {
    const ready: Buffer[] = [];
    const unpack = new Decompress((data) => {
      this.refuseBomb(data.length);
      if (data.length > 0) ready.push(Buffer.from(data));
    });
    for await (const piece of this.read(ZST_PIECE)) {
      unpack.push(piece);
      yield* ready.splice(0);
    }
    unpack.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }

  private refuseBomb(more: number): void {
    this.unpacked += more;
    if (this.unpacked <= BOMB.bytes || this.unpacked <= BOMB.ratio * this.sent) return;
    throw new Problem({
      code: 'file_bomb',
      rule: 'F01',
      what: `Unpacked, the file is more than ${BOMB.ratio} times as large as it was sent, as no extract is.`,
      fix: 'Ask the sender for the file without compression.',
      where: { file: this.file.name },
    });
  }

  private broken(cause: unknown): Problem {
    return new Problem({
      code: 'file_not_unpacked',
      rule: 'F01',
      what: 'The compressed file cannot be unpacked: it was cut, damaged on its way, or is not of the kind that its name says.',
      fix: 'Copy or export it again, whole. If it is not compressed, write compression: none under its format in district.yaml.',
      where: { file: this.file.name },
      cause,
    });
  }
}
