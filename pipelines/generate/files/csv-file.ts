import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

const FLUSH_AT = 1 << 20;

/** A CSV file that is written record by record, a megabyte at a time. */
export class CsvFile {
  #text = '';
  #records = 0;
  readonly #descriptor: number;

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.#descriptor = openSync(path, 'w');
  }

  /** Writes a record and returns its number in the file, from 1. */
  record(cells: readonly string[]): number {
    return this.line(cells.map(cellText).join(','));
  }

  /** Writes a line as it is, as reports do above their header. */
  line(text: string): number {
    this.#text += `${text}\n`;
    this.#records += 1;
    if (this.#text.length >= FLUSH_AT) this.#flush();
    return this.#records;
  }

  close(): void {
    this.#flush();
    closeSync(this.#descriptor);
  }

  #flush(): void {
    writeSync(this.#descriptor, this.#text);
    this.#text = '';
  }
}

/** Writes a whole small file: header and records. */
export function writeCsv(
  path: string,
  header: readonly string[],
  records: Iterable<readonly string[]>,
): void {
  const file = new CsvFile(path);
  file.record(header);
  for (const record of records) file.record(record);
  file.close();
}

function cellText(cell: string): string {
  return /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
