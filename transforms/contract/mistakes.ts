import type { Mistake } from './kind.ts';
import { pattern } from './pattern.ts';

/** A word by which a sender says that there is nothing, and which `missing` would have taken for an empty cell. */
export const missingWord: Mistake = {
  rule: 'F14',
  reason: 'is a word for a missing value that `missing` in district.yaml does not list',
  fits: pattern('[Nn][Uu][Ll][Ll]|[Nn]/?[Aa]|#[A-Z0-9/]{1,8}[!?]?|[Nn][Oo][Nn][Ee]|-{1,5}|[.*]'),
};

export const moreDecimals: Mistake = {
  rule: 'L20',
  reason: 'has more than two decimals, which no amount of dollars and cents has',
  fits: pattern('-?[0-9]{0,16}\\.[0-9]{3,40}'),
};

const SCIENTIFIC = '-?[0-9]{1,16}(?:\\.[0-9]{1,16})?[Ee]\\+?[0-9]{1,3}';

export const scientific: Mistake = {
  rule: 'F10',
  reason: 'is in scientific notation, as spreadsheets show long numbers: its last digits are lost',
  fits: pattern(SCIENTIFIC),
};

export const dayNumber: Mistake = {
  rule: 'F11',
  reason:
    'is the number by which a spreadsheet keeps a day: format the column as a date before export',
  fits: pattern('[1-9][0-9]{4}(?:\\.[0-9]{1,12})?'),
};

// Only the forms that spreadsheets print: `E` with a sign and two digits, since `1E5` is a code that people use.
const CODE_AS_NUMBER = '[0-9]{1,16}(?:\\.[0-9]{1,16})?[Ee]\\+[0-9]{2,3}';
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const CODE_AS_DATE =
  `[0-9]{1,2}-${MONTH}(?:-[0-9]{2,4})?|${MONTH}-[0-9]{1,4}|[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2,4})?` +
  '|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}(?:[ T][0-9:]{5,8})?';
const CODE_AS_ERROR = '#(?:N/A|REF!|VALUE!|NAME[?]|DIV/0!|NUM!|NULL!)|[Nn][Uu][Ll][Ll]|N/A';

// The Social Security Administration gives out no number that begins with 000, 666 or 9.
export const SOCIAL_SECURITY =
  '(?:00[1-9]|0[1-9][0-9]|[1-57-8][0-9]{2}|6[0-57-9][0-9]|66[0-57-9])-?[0-9]{2}-?[0-9]{4}';

export const socialSecurity: Mistake = {
  rule: 'K11',
  reason:
    'looks like a Social Security number, which must not be sent: ask for the file with employee or student numbers',
  fits: pattern(SOCIAL_SECURITY),
};

export const outsideShare: Mistake = {
  rule: 'O03',
  reason: 'is no share from 0 to 1; if the file has percents, write scale: percent',
  fits: pattern('-?[0-9]{1,9}(?:\\.[0-9]{1,12})?%?'),
};

/** What a spreadsheet leaves of a code, in any of its forms. */
export const DAMAGED = `${CODE_AS_NUMBER}|${CODE_AS_DATE}|${CODE_AS_ERROR}`;

export const codeAsNumber: Mistake = {
  rule: 'F10',
  reason:
    'is in scientific notation: a spreadsheet took the code for a number, and its last digits are lost',
  fits: pattern(CODE_AS_NUMBER),
};

export const codeAsDate: Mistake = {
  rule: 'F11',
  reason: 'is a date: a spreadsheet took the code for one; format the column as text before export',
  fits: pattern(CODE_AS_DATE),
};

export const codeAsError: Mistake = {
  rule: 'F14',
  reason: 'is a word for a missing value or an error of a spreadsheet, and no code',
  fits: pattern(CODE_AS_ERROR),
};

const codeMistakes: readonly Mistake[] = [codeAsNumber, codeAsDate, codeAsError];

/** What a spreadsheet has done to a code that a person wrote, if it has. */
export function mistakeOfCode(code: string): Mistake | undefined {
  return codeMistakes.find(({ fits }) => fits.full.test(code));
}
