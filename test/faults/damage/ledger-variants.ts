import { gzipSync } from 'node:zlib';
import { zipFile } from '../../support/zip-file.ts';
import type { GoodFile } from './good-files.ts';
import type { Mutator, Sheet } from './mutator.ts';
import { type Variant, variantsOf } from './variant.ts';

const bytes = (text: string, ...values: number[]): Buffer =>
  Buffer.concat([Buffer.from(text), Buffer.from(values)]);

/** The lines of the good file, and one of them that is neither the header, the first nor the last. */
function inMiddle(good: GoodFile, mutator: Mutator): { lines: string[]; at: number } {
  const lines = good.sheet.lines();
  return { lines, at: mutator.pick(2, lines.length - 3) };
}

const joined = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** The file with one line changed. */
const oneLine =
  (change: (line: string) => string) =>
  (good: GoodFile, mutator: Mutator): string => {
    const { lines, at } = inMiddle(good, mutator);
    return joined(lines.map((line, i) => (i === at ? change(line) : line)));
  };

/** The file with lines put before one of its own. */
const withLines =
  (...more: string[]) =>
  (good: GoodFile, mutator: Mutator): string => {
    const { lines, at } = inMiddle(good, mutator);
    return joined([...lines.slice(0, at), ...more, ...lines.slice(at)]);
  };

const cell =
  (column: string, text: string) =>
  ({ sheet }: GoodFile, mutator: Mutator): string =>
    sheet.spoil(mutator, column, text).text();

const repeated = ({ sheet }: GoodFile, mutator: Mutator, count: number): Sheet => {
  const from = mutator.pick(0, sheet.rows.length - 1 - count);
  return sheet.withRows([...sheet.rows, ...sheet.rows.slice(from, from + count)]);
};

const whole = variantsOf('ledger', [
  ['lines end in CRLF', 'read', ({ sheet }) => sheet.text('\r\n')],
  ['lines end in CR alone', 'read', ({ sheet }) => sheet.text('\r')],
  ['lines end in CR CR LF', 'read', ({ sheet }) => sheet.text('\r\r\n')],
  [
    'line ends of two kinds',
    'read',
    ({ sheet }) =>
      sheet
        .lines()
        .map((line, i) => line + (i % 3 === 0 ? '\r\n' : '\n'))
        .join(''),
  ],
  ['no end of the last line', 'read', ({ sheet }) => sheet.text().trimEnd()],
  ['a byte order mark', 'read', ({ sheet }) => `\ufeff${sheet.text()}`],
  ['two byte order marks', 'read', ({ sheet }) => `\ufeff\ufeff${sheet.text()}`],
  [
    'every cell in quotation marks',
    'read',
    ({ sheet }) =>
      joined([sheet.header, ...sheet.rows].map((row) => row.map((text) => `"${text}"`).join(','))),
  ],
  [
    'columns in another order',
    'read',
    ({ sheet }, mutator) => sheet.reordered(mutator.shuffled(sheet.header.map((_, i) => i))).text(),
  ],
  [
    'rows in another order',
    'read',
    ({ sheet }, mutator) => sheet.withRows(mutator.shuffled(sheet.rows)).text(),
  ],
  [
    'a further column',
    'read',
    ({ sheet }) => joined(sheet.lines().map((line, i) => `${line},${i === 0 ? 'Note' : 'x'}`)),
  ],
  [
    'a comma at the end of every line',
    'read',
    ({ sheet }) => joined(sheet.lines().map((line) => `${line},`)),
  ],
  [
    'spaces around the names of columns',
    'read',
    ({ sheet }) => sheet.withHeader((name) => ` ${name}\u00a0 `).text(),
  ],
  [
    'the header again in the middle',
    'read',
    (good, mutator) => withLines(good.sheet.lines()[0] ?? '')(good, mutator),
  ],
  ['blank lines', 'read', withLines('', '   ', '')],
  [
    'rows of commas alone, as spreadsheets add them',
    'read',
    ({ sheet }) => `${sheet.text()}${`${','.repeat(11)}\n`.repeat(50)}`,
  ],
  ['packed as gz', 'read', (good) => ({ 'GL_FY2024.csv.gz': gzipSync(good.content(good.sheet)) })],
  [
    'packed as gz in two parts',
    'read',
    ({ sheet }) => ({
      'GL_FY2024.csv.gz': Buffer.concat([
        gzipSync(sheet.text().slice(0, 500)),
        gzipSync(sheet.text().slice(500)),
      ]),
    }),
  ],
  ['empty', 'refused F01', () => ''],
  ['a header alone', 'refused F01', ({ sheet }) => sheet.withRows([]).text()],
  ['blank lines alone', 'refused F01', () => '\n\n  \n'],
  [
    'a packed file that was cut',
    'refused F01',
    ({ sheet }) => ({ 'GL_FY2024.csv.gz': gzipSync(sheet.text()).subarray(0, 200) }),
  ],
  [
    'a packed file that never ends',
    'refused F01',
    () => ({ 'GL_FY2024.csv.gz': gzipSync(Buffer.alloc(100_000_000, `${'x'.repeat(9_999)}\n`)) }),
  ],
  [
    'UTF-16 that is not declared',
    'refused F03',
    ({ sheet }) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(sheet.text(), 'utf16le')]),
  ],
  [
    'UTF-16 in the other byte order',
    'refused F03',
    ({ sheet }) =>
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(sheet.text(), 'utf16le').swap16()]),
  ],
  ['UTF-16 without its mark', 'refused F02', ({ sheet }) => Buffer.from(sheet.text(), 'utf16le')],
  [
    'a curly quote of Windows inside UTF-8',
    'refused F02',
    ({ sheet }) =>
      Buffer.concat([
        bytes(sheet.text()),
        bytes('2024,1,2023-07-01,J900,1,0100,1000,6-11,000412345678,001,5.00,the teacher', 0x92),
        bytes('s kit\n'),
      ]),
  ],
  [
    'a NUL byte in a cell',
    'refused F02',
    oneLine((line) => `${line.slice(0, -2)}\0${line.slice(-2)}`),
  ],
  [
    'a workbook under the name of a text',
    'refused F02',
    () => zipFile([{ name: 'xl/workbook.xml', content: '<workbook/>' }]),
  ],
  ['semicolons instead of commas', 'refused F04', ({ sheet }) => sheet.text('\n', ';')],
  ['tabs instead of commas', 'refused F04', ({ sheet }) => sheet.text('\n', '\t')],
  [
    'title lines above the header',
    'refused F04',
    ({ sheet }) => `General ledger\nas of June 30\n${sheet.text()}`,
  ],
  ['no header', 'refused F04', ({ sheet }) => joined(sheet.lines().slice(1))],
  [
    'a page of a web server instead of the file',
    'refused F04',
    () => '<!DOCTYPE html>\n<html><body>Your session has ended.</body></html>\n',
  ],
  [
    'a column less',
    'refused F04',
    ({ sheet }) => sheet.reordered([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11]).text(),
  ],
  [
    'the same column twice',
    'refused F05',
    ({ sheet }) => sheet.reordered([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 11]).text(),
  ],
  [
    'two columns whose names differ in a capital',
    'refused F05',
    ({ sheet }) => joined(sheet.lines().map((line, i) => `${line},${i === 0 ? 'Amount' : '1.00'}`)),
  ],
  [
    'two columns whose names differ in a space',
    'refused F05',
    ({ sheet }) =>
      joined(sheet.lines().map((line, i) => `${line},${i === 0 ? 'am\u00a0ount' : '1.00'}`)),
  ],
  [
    'sent twice under two names',
    'refused F15',
    ({ sheet }) => ({ 'GL_FY2024.csv': sheet.text(), 'GL_FY2024 (1).csv': sheet.text() }),
  ],
  [
    'under the name of another year',
    'refused F15',
    ({ sheet }) => ({ 'GL_FY2025.csv': sheet.text() }),
  ],
]);

const records = variantsOf('ledger', [
  [
    'cut in the middle of a record',
    'refused F06',
    (good, mutator) => {
      const { lines, at } = inMiddle(good, mutator);
      return joined(lines.slice(0, at)) + (lines[at] ?? '').slice(0, 20);
    },
  ],
  [
    'cut inside a quoted cell',
    'refused F06',
    ({ sheet }) => {
      const text = sheet.text();
      return text.slice(0, text.lastIndexOf('"Paper') + 4);
    },
  ],
  ['a quotation mark that opens and never closes', 'refused F06', cellStart('"')],
  [
    'a quotation mark in the middle of a cell',
    'refused F06',
    oneLine((line) => line.replace(/,Memo|,"Paper/, ',5" Memo')),
  ],
  ['a cell missing', 'refused F06', oneLine((line) => line.slice(line.indexOf(',') + 1))],
  ['a cell too many', 'refused F06', oneLine((line) => `${line},x`)],
  [
    'a comma in a cell without quotation marks',
    'refused F06',
    oneLine((line) => `${line.replaceAll('"', '')}, second half`),
  ],
  [
    'an amount with a comma and no quotation marks',
    'refused F06',
    oneLine((line) => line.replace(/,(-?\d+\.\d\d),/, ',1,$1,')),
  ],
  ['"End of report" at the end', 'read', ({ sheet }) => `${sheet.text()}*** End of report ***\n`],
  ['a page line in the middle', 'read', withLines('Page 3 of 90')],
  ['a page line filled up with commas', 'read', withLines(`,,Page 3 of 90${','.repeat(9)}`)],
  ['a title in the middle', 'refused F06', withLines('General ledger detail')],
  [
    'a title in the middle, filled up with commas',
    'refused F08',
    withLines(`General ledger detail${','.repeat(11)}`),
  ],
  ['the sign by which DOS ends a file', 'refused F06', ({ sheet }) => `${sheet.text()}\x1a`],
  [
    'a line break in a cell without quotation marks',
    'refused F06',
    oneLine((line) => line.replace('Memo', 'Me\nmo').replace('Paper', 'Pa"\n"per')),
  ],
  [
    'a totals line with its word in the place of the year',
    'refused F12',
    ({ sheet }) => `${sheet.text()}Total,,,,,,,,,,69999.00,\n`,
  ],
  ['subtotals between', 'refused F04', withLines(',,,,,0100,,,,,12345.00,Subtotal')],
]);

function cellStart(mark: string): Variant['damage'] {
  return ({ sheet }, mutator) => {
    const lines = sheet.lines();
    const at = mutator.pick(2, lines.length - 3);
    return joined(
      lines.map((line, i) => (i === at ? line.replace(/,"?(Memo|Paper).*$/, `,${mark}$1`) : line)),
    );
  };
}

const totals = variantsOf('ledger', [
  [
    'a grand total with its year and period',
    'refused F07',
    ({ sheet }) => `${sheet.text()}2024,12,,,,,,,,,69999.00,Grand Total\n`,
  ],
  [
    'subtotals of a fund with their year',
    'refused F07',
    withLines('2024,12,,,,0100,,,,,12345.00,Total general fund'),
  ],
]);

const cells = variantsOf('ledger', [
  [
    'spaces around codes',
    'read',
    ({ sheet }) => sheet.change('fund', (text) => ` ${text} `).text(),
  ],
  [
    'no-break spaces around codes',
    'read',
    ({ sheet }) => sheet.change('fund', (text) => `${text}\u00a0`).text(),
  ],
  [
    'a zero-width space behind codes',
    'read',
    ({ sheet }) => sheet.change('object', (text) => `${text}\u200b`).text(),
  ],
  ['tabs behind codes', 'read', ({ sheet }) => sheet.change('site', (text) => `${text}\t`).text()],
  ['a no-break space inside a code', 'set aside F13', cell('function', '10\u00a000')],
  ['a control character inside a code', 'set aside F13', cell('function', '10\u000700')],
  ['thousands separators that are not declared', 'refused F09', cell('amount', '1,234.50')],
  ['a currency sign that is not declared', 'refused F09', cell('amount', '$1234.50')],
  ['a negative in parentheses that is not declared', 'refused F09', cell('amount', '(1234.50)')],
  ['a minus behind the number', 'refused F09', cell('amount', '1234.50-')],
  ['a minus of typesetters', 'refused F09', cell('amount', '−1234.50')],
  ['a decimal comma', 'refused F09', cell('amount', '1234,50')],
  ['a European amount', 'refused F09', cell('amount', '1.234,50')],
  ['an amount in words', 'refused F09', cell('amount', '12 thousand')],
  ['an amount in powers of ten', 'refused F10', cell('amount', '1.23E+05')],
  ['an amount with three decimals', 'refused L20', cell('amount', '1234.505')],
  ['no amount', 'refused F04', cell('amount', '')],
  ['N/A for an amount', 'refused F14', cell('amount', 'N/A')],
  ['an error of a spreadsheet for an amount', 'refused F14', cell('amount', '#REF!')],
  ['a row of another year', 'refused F15', cell('year', '2023')],
  [
    'all rows of another year',
    'refused F15',
    ({ sheet }) => sheet.change('year', () => '2023').text(),
  ],
  ['a year of two digits', 'refused F12', cell('year', '24')],
  [
    'days in another order',
    'set aside F12',
    ({ sheet }) => sheet.change('posted', (day) => day.split('-').reverse().join('/')).text(),
  ],
  ['a day that does not exist', 'set aside F12', cell('posted', '2023-02-30')],
  ['a day as the number of a spreadsheet', 'set aside F11', cell('posted', '45474')],
  [
    'long codes in powers of ten',
    'set aside F10',
    ({ sheet }) => sheet.change('project', () => '4.12E+08').text(),
  ],
  [
    'leading zeros lost in one column',
    'set aside F10',
    ({ sheet }) => sheet.change('fund', (text) => text.replace(/^0+/, '')).text(),
  ],
  [
    'leading zeros lost in all codes',
    'set aside F10',
    ({ sheet }) =>
      ['fund', 'project', 'site']
        .reduce((all, name) => all.change(name, (text) => text.replace(/^0+/, '')), sheet)
        .text(),
  ],
  [
    'codes turned into days',
    'set aside F11',
    ({ sheet }) => sheet.change('object', (text) => text.replace('6-', '').concat('-Jun')).text(),
  ],
  ['codes turned into days with a slash', 'set aside F11', cell('object', '6/11')],
  ['codes turned into days with the year', 'set aside F11', cell('object', '2024-06-11')],
  ['NULL for a code', 'set aside F14', cell('function', 'NULL')],
  ['an error of a spreadsheet for a code', 'set aside F14', cell('function', '#N/A')],
  ['a period that no year has', 'set aside F09', cell('period', '17')],
  ['a row twice', 'set aside K01', (good, mutator) => repeated(good, mutator, 1).text()],
  ['a block of rows twice', 'set aside K01', (good, mutator) => repeated(good, mutator, 10).text()],
  [
    'all rows twice',
    'set aside K01',
    ({ sheet }) => sheet.withRows([...sheet.rows, ...sheet.rows]).text(),
  ],
  [
    'amount and memo changed places under their names',
    'refused F09',
    ({ sheet }) =>
      sheet.withHeader((name) => ({ amount: 'memo', memo: 'amount' })[name] ?? name).text(),
  ],
]);

export const LEDGER_VARIANTS: readonly Variant[] = [...whole, ...records, ...totals, ...cells];
