import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { joinRecord } from '../csv/fields.ts';

/** In characters. */
const AT_ONCE = 64 * 1024;

/**
 * Writes, for each record number asked for, `record_no,line,original,cells` to a CSV file: the line or sheet row where
 * it starts, its text as it was sent, and its cells as a JSON list; no list where they cannot be told apart. Records come
 * in the order of their numbers.
 */
export class OriginalsWriter {
  private readonly out;
  private readonly wanted: Float64Array;
  private found = 0;
  /** Lines on their way: a call for each would cost more than the line. */
  private lines = '';

  constructor(recordNos: Float64Array, target: string) {
    this.wanted = Float64Array.from(recordNos).sort();
    this.out = createWriteStream(target, { mode: 0o600 });
  }

  /** The next record that is asked for. */
  get next(): number | undefined {
    return this.wanted[this.found];
  }

  write(line: number, original: string, cells: readonly string[] | null): void {
    const recordNo = String(this.next);
    this.found += 1;
    const list = cells === null ? '' : JSON.stringify(cells);
    this.lines += `${joinRecord([recordNo, String(line), original, list], ',')}\n`;
    if (this.lines.length >= AT_ONCE) this.flush();
  }

  async close(): Promise<void> {
    this.flush();
    this.out.end();
    await once(this.out, 'finish');
  }

  private flush(): void {
    this.out.write(this.lines);
    this.lines = '';
  }
}
