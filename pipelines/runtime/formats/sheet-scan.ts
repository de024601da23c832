/** Cells of several rows that were merged into one: only the first of them has what all of them show. */
export interface MergedRows {
  readonly from: number;
  readonly to: number;
  /** From 0. */
  readonly column: number;
}

/** The longest formula, with all its signs written as entities, is shorter. */
const LONGEST_MATCH = 60_000;
const END = /<\/(?:\w+:)?sheetData\s*>|<(?:\w+:)?sheetData\s*\/>/;
const FORMULA =
  /<(?:\w+:)?f(?:\s[^<>]*)?(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*\/>|<(?:\w+:)?v>\s*(0?)\s*<\/(?:\w+:)?v>)?\s*<\/(?:\w+:)?c>/g;
const SHARED_TEXT = /\st="s"[^<>]*>\s*<(?:\w+:)?v>(\d+)</g;
const MERGED = /<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)"/g;

/**
 * What only the bytes of a sheet tell, in pieces of their text: the reader of workbooks takes each of these for an
 * empty cell, or for the end of the sheet.
 */
export class SheetScan {
  /** The end of the rows was seen: a sheet that was cut has none. */
  ended = false;
  /** The highest number of a text that is kept apart from the sheet; -1 where there is none. */
  highestText = -1;
  readonly merged: MergedRows[] = [];
  private rest = '';
  private row = 1;

  /** `calculated`: a spreadsheet program has worked out the formulas, so that a zero is a result. */
  constructor(private readonly calculated: boolean) {}

  /** The row of a formula without its result, if this piece has one. */
  push(piece: string): number | null {
    const text = this.rest + piece;
    this.ended ||= END.test(text);
    for (const [, number] of text.matchAll(SHARED_TEXT)) {
      this.highestText = Math.max(this.highestText, Number(number));
    }
    for (const [, letters = '', from, to] of text.matchAll(MERGED)) {
      if (from !== to) {
        this.merged.push({ from: Number(from), to: Number(to), column: columnOf(letters) });
      }
    }
    const bare = this.findBare(text);
    this.row = lastRow(bare === null ? text : text.slice(0, bare)) ?? this.row;
    this.rest = text.slice(-LONGEST_MATCH);
    return bare === null ? null : this.row;
  }

  private findBare(text: string): number | null {
    for (const found of text.matchAll(FORMULA)) {
      const [, result] = found;
      if (result === '0' && this.calculated) continue;
      // A formula may result in a text without letters.
      const cell = text.slice(text.lastIndexOf('<', found.index - 1), found.index);
      if (result === '' && /\st="str"/.test(cell)) continue;
      return found.index;
    }
    return null;
  }
}

function lastRow(text: string): number | null {
  const start = Math.max(text.lastIndexOf('<row '), text.lastIndexOf(':row '));
  const number =
    start < 0 ? null : /^[<:]row [^>]*?\br="(\d+)"/.exec(text.slice(start, start + 300));
  return number === null ? null : Number(number[1]);
}

function columnOf(letters: string): number {
  return Array.from(letters).reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Counts the texts that a workbook keeps apart from its sheets, in pieces of that part. */
export class TextCount {
  count = 0;
  private rest = '';

  push(piece: string): void {
    const text = this.rest + piece;
    const whole = text.lastIndexOf('<');
    this.count += (text.slice(0, Math.max(0, whole)).match(/<(?:\w+:)?si[\s>/]/g) ?? []).length;
    this.rest = text.slice(Math.max(0, whole));
  }
}
