import { readHandKept } from '../hand-kept-table.ts';
import { Problem, type ProblemDetails, type Where } from '../problem.ts';
import { columnsFor, type Dimension } from './dimensions.ts';

/** A line of the file: its cells by column, and its number. */
export interface Entry {
  readonly cells: ReadonlyMap<string, string>;
  readonly line: number;
}

const ownColumns = ['rule_id', 'rank', 'code', 'share', 'default', 'reason'];

/**
 * The lines of a rule table below its header, as cells by column.
 * @throws Problem for a column that is unknown or missing, and for a line with too many cells.
 */
export function readEntries(dimension: Dimension, text: string, file: string): Entry[] {
  const [header, ...body] = readHandKept(text, file);
  const columns = header?.cells ?? [];
  const allowed: string[] = [...ownColumns, ...columnsFor(dimension)];
  for (const [i, column] of columns.entries()) {
    if (!allowed.includes(column) || columns.indexOf(column) !== i) {
      const fix = `Columns of a ${dimension} table are ${allowed.join(', ')}, each once.`;
      throw wrong(
        { file, line: 1, column },
        { what: 'The table has a column that no rule can use.', fix },
      );
    }
  }
  for (const column of ['rule_id', 'rank', 'code']) {
    if (!columns.includes(column)) {
      throw wrong(
        { file, line: 1, column },
        { what: 'The table lacks a column that every rule needs.', fix: 'Add it.' },
      );
    }
  }
  return body.map(({ cells, line }) => {
    const entry: Entry = {
      cells: new Map(columns.map((column, i) => [column, cells[i] ?? ''])),
      line,
    };
    if (cells.length !== columns.length) {
      const what = `The line has ${cells.length} cells, its header has ${columns.length}.`;
      throw wrong({ file, line }, { what, fix: 'Put a cell with a comma in double quotes.' });
    }
    return entry;
  });
}

/** A cell as it was written, without the spaces around it; empty when the table has no such column. */
export function cell(record: Entry, column: string): string {
  return record.cells.get(column) ?? '';
}

/** What is wrong with a line, for the person who wrote it. */
export function wrong(where: Where, said: Pick<ProblemDetails, 'what' | 'fix' | 'rule'>): Problem {
  return new Problem({ code: 'rule_table_invalid', ...said, where, exit: 2 });
}
