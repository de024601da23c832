import { checkRow } from '../contract/check-row.ts';
import type { Contract } from '../contract/contract.ts';
import { type Column, isRequired } from '../contract/kind.ts';
import { EXTRACTS } from '../extracts/index.ts';
import type { RuleId } from '../quality/rule-id.ts';
import { corrections } from './corrections.ts';

/** A line of the table of corrections: its cells by column, `null` where empty. */
export type CorrectionRow = Readonly<Record<string, string | null>>;

/** What is wrong with a line or the header, and in which column. */
export interface CorrectionMistake {
  readonly column: string;
  readonly rule?: RuleId;
  readonly what: string;
}

/** What is wrong with a line, the first of it; `null` where nothing is. */
export function mistakeOf(row: CorrectionRow): CorrectionMistake | null {
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

function unknownColumn({ columns, name }: Contract, row: CorrectionRow): CorrectionMistake | null {
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
function refusedColumn(contract: Contract, row: CorrectionRow): CorrectionMistake | null {
  const name = row['column_name'] ?? '';
  const column = contract.columns[name];
  const says = (what: string): CorrectionMistake => ({ column: 'column_name', what });
  if (column?.kind.kind === 'money') {
    return says('A correction never changes dollars: have the amount corrected in the ledger.');
  }
  if (name === contract.year || name === 'amount_type' || name === 'version') {
    return says('A correction never changes the year or the kind of an amount.');
  }
  if (column?.person !== undefined) return says('A correction never changes whose row it is.');
  return null;
}

function refusedChange(contract: Contract, row: CorrectionRow): CorrectionMistake | null {
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
