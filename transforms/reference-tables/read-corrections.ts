import { readHandKept } from '../hand-kept-table.ts';
import { Problem } from '../problem.ts';
import { type CorrectionMistake, type CorrectionRow, mistakeOf } from './correction-mistakes.ts';
import { corrections } from './corrections.ts';

/** A cell of one column, by its name in the contract; `null` is an empty cell. */
interface Cell {
  readonly column: string;
  readonly value: string | null;
}

/** One line of a district's table of corrections. */
export interface Correction {
  readonly id: string;
  readonly extract: string;
  /** Rows that have all of these cells, and `column` as it is in `from`, are corrected. */
  readonly match: readonly Cell[];
  readonly column: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

/** Reads the text of the table; the first line that is not right is a `Problem`. `file` is how messages call it. */
export function readCorrections(text: string, file: string): readonly Correction[] {
  const [header, ...lines] = readHandKept(text, file);
  const names = header?.cells ?? [];
  refuseHeader(names, file);
  const seen = new Set<string>();
  return lines.map(({ cells, line }) => {
    const row: CorrectionRow = Object.fromEntries(
      names.map((name, i) => [name, cells[i] === '' ? null : (cells[i] ?? null)]),
    );
    const id = row['correction_id'] ?? '';
    const mistake = mistakeOf(row) ?? (seen.has(id) ? NAME_TAKEN : null);
    if (mistake !== null) throw refused(file, line, mistake);
    seen.add(id);
    return correctionOf(row);
  });
}

const NAME_TAKEN: CorrectionMistake = {
  column: 'correction_id',
  what: 'An earlier line has the same correction_id.',
};

/** Columns that a table may leave out, since most of its lines have no use for them. */
const MAY_LACK: readonly string[] = ['also_column', 'also_value', 'first_year', 'last_year'];

/** A column whose name is mistyped would leave its cells empty, and the table correct something else. */
function refuseHeader(names: readonly string[], file: string): void {
  const known = Object.keys(corrections.contract.columns);
  const needed = known.filter((name) => !MAY_LACK.includes(name));
  const unknown = names.find((name) => !known.includes(name));
  const lacking = needed.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw refused(file, 1, { column: unknown, what: 'The table has no use for this column.' });
  }
  if (lacking !== undefined) {
    throw refused(file, 1, { column: lacking, what: 'The table lacks this column.' });
  }
}

function refused(file: string, line: number, { column, rule, what }: CorrectionMistake): Problem {
  return new Problem({
    code: 'correction_refused',
    ...(rule === undefined ? {} : { rule }),
    what,
    fix: 'Correct the line of the table, or take it out. EXTRACTS.md lists the kinds of files and their columns.',
    where: { file, line, column },
  });
}

function correctionOf(row: CorrectionRow): Correction {
  const year = (text: string | null = null): number | null => (text === null ? null : Number(text));
  const also = row['also_column'] ?? null;
  return {
    id: row['correction_id'] ?? '',
    extract: row['extract'] ?? '',
    match: [
      { column: row['match_column'] ?? '', value: row['match_value'] ?? null },
      ...(also === null ? [] : [{ column: also, value: row['also_value'] ?? null }]),
    ],
    column: row['column_name'] ?? '',
    from: row['from_value'] ?? null,
    to: row['to_value'] ?? null,
    firstYear: year(row['first_year']),
    lastYear: year(row['last_year']),
  };
}
