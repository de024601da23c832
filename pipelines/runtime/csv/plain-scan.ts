import { CELL_CLASS, CELL_CLASS_SETS } from '../../../transforms/contract/cell-classes.ts';
import { LONGEST_RECORD, MOST_COLUMNS } from '../formats/limits.ts';
import { noRecords, notEnded } from '../formats/refusals.ts';
import type { Prescan } from '../formats/sent-file.ts';
import { CellLengths, rowLimit, SHORTEST_CUT } from '../formats/spreadsheet-marks.ts';
import { ClassesSeen, MEANS_SOMETHING, withEdges } from './classes-seen.ts';
import { closingQuote, marksOf, splitRecord } from './fields.ts';
import { PlainHead } from './plain-head.ts';
import type { CsvFile } from './read-records.ts';
import { isEmptyRecord } from './empty-record.ts';

const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;
const END = Buffer.from('\n');
/** A record without any of these may be empty. */
const SAYS_SOMETHING = ~(CELL_CLASS.space | CELL_CLASS.other);

/**
 * Counts the records of a plain file block by block, and notes what their cells are made of. It ends at the first
 * thing that is odd.
 */
export class PlainScan {
  readonly delimiter: number;
  readonly quote: number;
  private readonly classes: ClassesSeen;
  private readonly lengths = new CellLengths();
  private readonly head: PlainHead;
  private records = 0;
  private longest = 0;
  private lineEnd: 'lf' | 'crlf' | null = null;
  private rest: Buffer = Buffer.alloc(0);

  constructor(private readonly file: CsvFile) {
    const { delimiter, quote } = marksOf(file.format);
    this.delimiter = delimiter;
    this.quote = quote;
    this.classes = new ClassesSeen([delimiter, quote, LF, CR]);
    this.head = new PlainHead(file.format);
  }

  /** False when the file is not plain. A block ends at the end of a line. */
  push(block: Buffer): boolean {
    // Only the last block of a file may end without the end of a line.
    if (this.rest.length > 0) return false;
    const start = this.head.read(block);
    // The careful reader says what is wrong with a file that is too wide or too long, and where.
    const wide = this.head.columns.length > MOST_COLUMNS;
    return start !== null && !wide && this.scan(block, start) && this.longest <= LONGEST_RECORD;
  }

  facts(sha256: string, stamp: string): Prescan | null {
    const ended = this.rest.length === 0;
    // DuckDB can lose a last record without an end where lines end in CRLF; if it is cut, the careful reader says so.
    if (!ended && (this.lineEnd !== 'lf' || !this.scan(Buffer.concat([this.rest, END]), 0)))
      return null;
    const { records, file } = this;
    const { columns, lines: above } = this.head;
    if (records === 0) throw noRecords(file.name);
    return {
      sha256,
      columns,
      headerLine: file.format.header ? above : null,
      records,
      longestRecord: this.longest,
      quotedBreaks: 0,
      delimiter: file.format.delimiter,
      rowLimit: rowLimit(records, above + records),
      remarks: [
        ...this.lengths.remarks(file.name, { columns }),
        ...(ended ? [] : [notEnded(file.name)]),
      ],
      direct: {
        above,
        stamp,
        quoted: this.quote === QUOTE,
        lineEnd: this.lineEnd ?? 'lf',
        cells: this.classes.seen(),
      },
    };
  }

  /** Runs for every byte of a file, so a record that is as it should be calls nothing, and no index has a default. */
  private scan(bytes: Buffer, from: number): boolean {
    const { delimiter, quote, classes } = this;
    const { sizes, columns } = this.head;
    const width = columns.length;
    classes.begin(width);
    const { ofByte, sets, longest: longestCells, same } = classes;
    // Bound here: a look into another module at each byte would cost a fifth of the time.
    const [ended, space, other, setsOf] = [
      MEANS_SOMETHING,
      CELL_CLASS.space,
      CELL_CLASS.other,
      CELL_CLASS_SETS,
    ];
    let { longest } = this;
    let start = from;
    let fieldStart = from;
    let column = 0;
    let cell = 0;
    let record = 0;
    let long = false;
    for (let at = from; at < bytes.length; at += 1) {
      let byte = bytes[at] as number;
      let of = ofByte[byte] as number;
      while (of < ended) {
        cell |= of;
        at += 1;
        byte = bytes[at] as number;
        of = ofByte[byte] as number;
      }
      if (byte === quote) {
        if (at !== fieldStart) return false;
        at = closingQuote(bytes, at + 1, this);
        if (at < 0) return false;
        cell = other;
        continue;
      }
      if (byte === CR) {
        if (bytes[at + 1] !== LF) return false;
        continue;
      }
      const crlf = byte === LF && bytes[at - 1] === CR;
      const end = crlf ? at - 1 : at;
      const size = end - fieldStart;
      if (cell >= space) cell = withEdges(cell, bytes, fieldStart, end);
      sets[column * setsOf + cell] = 1;
      if (same[column] === 1) classes.compare(column, bytes, fieldStart, end);
      if (size > (longestCells[column] as number)) longestCells[column] = size;
      if (size >= SHORTEST_CUT) long = true;
      record |= cell;
      cell = 0;
      fieldStart = at + 1;
      if (byte === delimiter) {
        column += 1;
        continue;
      }
      // The last block of a file may end without the end of its line, and is then read with one.
      if (byte !== LF) break;
      const lineEnd = crlf ? 'crlf' : 'lf';
      if (column !== width - 1 || lineEnd !== (this.lineEnd ??= lineEnd)) return false;
      if ((record & SAYS_SOMETHING) === 0 && isEmptyRecord(bytes, start, end, delimiter))
        return false;
      if (sizes.has(end - start) && this.head.repeats(bytes, start, end)) return false;
      if (long) this.addLengths(bytes.subarray(start, end));
      if (end - start > longest) longest = end - start;
      this.records += 1;
      start = at + 1;
      column = 0;
      record = 0;
      long = false;
    }
    this.longest = longest;
    this.rest = bytes.subarray(start);
    return true;
  }

  private addLengths(record: Buffer): void {
    this.lengths.add(splitRecord(record, { delimiter: this.delimiter, quote: this.quote }));
  }
}
