import { createHash } from 'node:crypto';
import { streamXlsxRows } from 'hucre/xlsx';
import { Problem } from '../../../transforms/problem.ts';
import { columnName, headerNames } from './header.ts';
import type { RecordSource, SentRecord } from './record-source.ts';
import { sheetCell } from './sheet-cell.ts';
import { openWorkbook, type WorkbookFile } from './workbook.ts';

/** One sheet of a workbook, row by row. A record's number is that of its row in the sheet. */
export class SheetSource implements RecordSource {
  columns: readonly string[];
  headerLine: number | null = null;
  sha256 = '';

  constructor(private readonly file: WorkbookFile) {
    this.columns = file.format.columns?.map(columnName) ?? [];
  }

  async *records(): AsyncGenerator<SentRecord> {
    const { format } = this.file;
    const { bytes, sheet, merged } = await openWorkbook(this.file);
    this.sha256 = createHash('sha256').update(bytes).digest('hex');
    const headers: (readonly string[])[] = [];
    let toCome = format.columns === undefined ? format.header_rows : 0;
    let last = 0;
    for await (const { row, cells } of this.rows(bytes, sheet)) {
      // No program writes them so, and a row's number must be its own.
      if (row <= last) throw this.unreadable(undefined, row);
      last = row;
      if (row <= format.skip_lines || cells.every((cell) => cell.trim() === '')) continue;
      if (toCome > 0) {
        toCome -= 1;
        headers.push(cells);
        this.columns = headerNames(headers);
        this.headerLine = row;
        continue;
      }
      // Only below a header is it sure that merged cells are no title.
      const header = this.headerLine ?? row;
      const joined = merged.find(
        ({ from, to, column }) => header < from && from < row && row <= to && column < cells.length,
      );
      if (joined) throw this.mergedCells(row, joined.column);
      const beyond = cells.slice(this.columns.length).some((cell) => cell.trim() !== '');
      const repeated = headers.some((names) => sameCells(names, cells));
      const oddity = beyond ? 'fields' : repeated ? 'header' : '';
      yield { recordNo: row, line: row, cells, oddity, original: cells.join('\t') };
    }
  }

  private async *rows(
    bytes: Buffer,
    sheet: number,
  ): AsyncGenerator<{ readonly row: number; readonly cells: readonly string[] }> {
    try {
      for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
        yield { row: index + 1, cells: values.map(sheetCell) };
      }
    } catch (cause) {
      throw this.unreadable(cause);
    }
  }

  private unreadable(cause: unknown, line?: number): Problem {
    return new Problem({
      code: 'sheet_unreadable',
      rule: 'F01',
      what: 'The sheet cannot be read to its end: the workbook is damaged.',
      fix: 'Open it in a spreadsheet program, save it, and send that file.',
      where: { file: this.file.name, ...(line === undefined ? {} : { line }) },
      cause,
    });
  }

  /** What the merged cell shows may be meant for each of its rows, or for all of them once. */
  private mergedCells(line: number, position: number): Problem {
    const column = this.columns[position];
    return new Problem({
      code: 'merged_cells',
      rule: 'F06',
      what: 'A cell of this row is merged with those above, so that only the first of their rows has it.',
      fix: 'Unmerge the cells in the spreadsheet and fill in each row, or ask for the sheet without merged cells.',
      where: { file: this.file.name, line, ...(column === undefined ? {} : { column }) },
    });
  }
}

function sameCells(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cell, i) => cell === b[i]);
}
