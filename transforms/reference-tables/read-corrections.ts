import { cleanCell } from '../contract/cell.ts';
import { checkRow } from '../contract/check-row.ts';
import { type Contract } from '../contract/contract.ts';
import { type Column, isRequired } from '../contract/kind.ts';
import { EXTRACTS } from '../extracts/index.ts';
import { Problem } from '../problem.ts';
import type { RuleId } from '../quality/rule-id.ts';
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

type Row = Readonly<Record<string, string | null>>;

/** Reads the table, its header being the first of `records`. The first line that is not right is a `Problem`. */
export function readCorrections(
  records: readonly (readonly string[])[],
  file: string,
): readonly Correction[] {
  const [header = [], ...lines] = records;
  const names = header.map((name) => cleanCell(name, []) ?? '');
  refuseHeader(names, file);
  const seen = new Set<string>();
  return lines.map((cells, i) => {
    const row = Object.fromEntries(names.map((name, j) => [name, cleanCell(cells[j] ?? null, [])]));
    const mistake =
      mistakeOf(row) ??
      (seen.has(row['correction_id'] ?? '')
        ? { column: 'correction_id', what: 'An earlier line has the same correction_id.' }
        : null);
    if (mistake !== null) throw refused(file, i + 2, mistake);
    seen.add(row['correction_id'] ?? '');
    return correctionOf(row);
  });
}

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

const MAY_LACK: readonly string[] = ['also_column', 'also_value', 'first_year', 'last_year'];

interface Mistake {
  readonly column: string;
  readonly rule?: RuleId;
  readonly what: string;
}

function refused(file: string, line: number, { column, rule, what }: Mistake): Problem {
  return new Problem({
    code: 'correction_refused',
    ...(rule === undefined ? {} : { rule }),
    what,
    fix: 'Correct the line of the table, or take it out. EXTRACTS.md lists the kinds of files and their columns.',
    where: { file, line, column },
  });
}

function mistakeOf(row: Row): Mistake | null {
  const [failure] = checkRow(corrections.contract, row).failures;
  if (failure !== undefined) {
    const { column, rule, reason } = failure;
    return { column, rule, what: `The cell ${reason}.` };
  }
  const extract = EXTRACTS.get(row['extract'] ?? '');
  if (extract === undefined)
    return { column: 'extract', what: 'There is no kind of file of this name.' };
  return unknownColumn(extract, row) ?? refusedColumn(extract, row) ?? refusedChange(extract, row);
}

function unknownColumn({ columns, name }: Contract, row: Row): Mistake | null {
  if ((row['also_column'] === null) !== (row['also_value'] === null)) {
    return { column: 'also_column', what: 'also_column and also_value go together.' };
  }
  const unknown = ['match_column', 'also_column', 'column_name'].find((cell) => {
    const column = row[cell] ?? null;
    return column !== null && !(column in columns);
  });
  return unknown === undefined
    ? null
    : { column: unknown, what: `The extract ${name} has no column of this name.` };
}

/** What decides how many dollars there are, in which year, or whose row it is, no table of the district may change. */
function refusedColumn(contract: Contract, row: Row): Mistake | null {
  const name = row['column_name'] ?? '';
  const column = contract.columns[name];
  const says = (what: string): Mistake => ({ column: 'column_name', what });
  if (column?.kind.kind === 'money') {
    return says('A correction never changes dollars: have the amount corrected in the ledger.');
  }
  if (name === contract.year || name === 'amount_type' || name === 'version') {
    return says('A correction never changes the year or the kind of an amount.');
  }
  if (column?.person !== undefined) return says('A correction never changes whose row it is.');
  return null;
}

function refusedChange(contract: Contract, row: Row): Mistake | null {
  const { from_value: from = null, to_value: to = null } = row;
  const { first_year: first = null, last_year: last = null } = row;
  const column = contract.columns[row['column_name'] ?? ''];
  if (from === to) return { column: 'to_value', what: 'The cell is what it was before.' };
  const wrong = to === null ? emptied(column) : unlike(column, to);
  if (wrong !== null) return { column: 'to_value', what: `The cell ${wrong}.` };
  if ((first ?? last) !== null && contract.year === null) {
    return { column: 'first_year', what: `Rows of ${contract.name} have no year.` };
  }
  if (first !== null && last !== null && Number(first) > Number(last)) {
    return { column: 'last_year', what: 'The last year is before the first.' };
  }
  return null;
}

function emptied(column: Column | undefined): string | null {
  return column !== undefined && isRequired(column) ? 'is empty, and every row needs one' : null;
}

function unlike(column: Column | undefined, text: string): string | null {
  return column?.kind.zod.safeParse(text).success === true ? null : (column?.kind.reason ?? '');
}

function correctionOf(row: Row): Correction {
  const year = (text: string | null | undefined): number | null =>
    text === null || text === undefined ? null : Number(text);
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
