import { Problem } from '../../../transforms/problem.ts';

interface Named {
  readonly name: string;
}

/** A file that no spreadsheet program would open as it is. */
export function unreadable({ name }: Named, cause?: unknown): Problem {
  return new Problem({
    code: 'workbook_unreadable',
    rule: 'F01',
    what: 'The file is not a whole workbook of the kind .xlsx: it was cut or damaged, has a password, or is of an older kind.',
    fix: 'Open it in a spreadsheet program and save it as .xlsx without a password, or ask for it again.',
    where: { file: name },
    cause,
  });
}

/** A workbook that would fill the memory. */
export function bomb({ name }: Named): Problem {
  return new Problem({
    code: 'file_bomb',
    rule: 'F01',
    what: 'Unpacked, the workbook is larger than any sheet can be, or has more texts than fit into memory, so it is not opened.',
    fix: 'Ask the sender for the sheet as a CSV file.',
    where: { file: name },
  });
}

/** Neither the name nor the number of the sheet is there. */
export function noSheet(
  { name }: Named,
  asked: string | number,
  sheets: readonly Named[],
): Problem {
  return new Problem({
    code: 'sheet_missing',
    rule: 'F04',
    what: `The workbook has no sheet ${asked}; it has ${sheets.map((sheet) => `“${sheet.name}”`).join(', ')}.`,
    fix: 'Correct format.sheet in district.yaml, or ask for the workbook with this sheet.',
    where: { file: name },
  });
}

/** The first sheet of a file is not the one that its reader calls the first. */
export function hiddenSheet({ name }: Named, sheet: string): Problem {
  return new Problem({
    code: 'sheet_hidden',
    rule: 'F04',
    what: `The sheet that district.yaml asks for by its number is hidden: “${sheet}”.`,
    fix: 'Write the name of the sheet that is meant as format.sheet in district.yaml.',
    where: { file: name },
  });
}

/** A formula whose result is not in the file. */
export function withoutResult({ name }: Named, line: number): Problem {
  return new Problem({
    code: 'formula_without_result',
    rule: 'F01',
    what: 'A cell of this row has a formula that was never worked out, as programs other than spreadsheets write them.',
    fix: 'Open the workbook in a spreadsheet program, save it, and send that file.',
    where: { file: name, line },
  });
}
