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
    const { bytes, sheet } = await openWorkbook(this.file);
    this.sha256 = createHash('sha256').update(bytes).digest('hex');
    const headers: (readonly string[])[] = [];
    let toCome = format.columns === undefined ? format.header_rows : 0;
    for await (const { row, cells } of this.rows(bytes, sheet)) {
      if (row <= format.skip_lines || cells.every((cell) => cell.trim() === '')) continue;
      if (toCome > 0) {
        toCome -= 1;
        headers.push(cells);
        this.columns = headerNames(headers);
        this.headerLine = row;
        continue;
      }
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
      throw new Problem({
        code: 'sheet_unreadable',
        rule: 'F01',
        what: 'The sheet cannot be read to its end: the workbook is damaged.',
        fix: 'Open it in a spreadsheet program, save it, and send that file.',
        where: { file: this.file.name },
        cause,
      });
    }
  }
}

function sameCells(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cell, i) => cell === b[i]);
}
