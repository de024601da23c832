import { balanceBook, fixedLines, type GoodFile, resultLines, resultsJson } from './good-files.ts';
import type { Mutator } from './mutator.ts';
import { type Variant, variantsOf } from './variant.ts';

const cell =
  (column: string, text: string) =>
  ({ sheet, content }: GoodFile, mutator: Mutator): string | Buffer =>
    content(sheet.spoil(mutator, column, text));

const twice = ({ sheet, content }: GoodFile, mutator: Mutator): string | Buffer =>
  content(sheet.withRows([...sheet.rows, mutator.one(sheet.rows)]));

const shuffled = ({ sheet, content }: GoodFile, mutator: Mutator): string | Buffer =>
  content(sheet.reordered(mutator.shuffled(sheet.header.map((_, i) => i))));

const roster = variantsOf('roster', [
  ['columns in another order', 'read', shuffled],
  ['a person twice', 'set aside K01', twice],
  [
    'Social Security numbers for employee numbers',
    'set aside K11',
    ({ sheet, content }) => content(sheet.change('employee', (id) => `123-45-${id.slice(-4)}`)),
  ],
  ['no employee number', 'set aside F04', cell('employee', '')],
  ['a decimal comma in the share of a job', 'set aside F09', cell('fte', '0,5')],
  ['a share of a job in percent', 'set aside F09', cell('fte', '100')],
  ['days as Americans write them, not declared', 'set aside F12', cell('snapshot', '10/01/2023')],
  ['a row of another year', 'set aside F15', cell('year', '2025')],
  [
    'a name with a comma without quotation marks',
    'set aside F06',
    ({ sheet }) => sheet.text().replace('"Núñez, Zoë"', 'Núñez, Zoë'),
  ],
  [
    'names in the letters of Windows',
    'refused F02',
    ({ sheet }) => Buffer.from(sheet.text(), 'latin1'),
  ],
  ['a salary with a currency sign', 'set aside F09', cell('salary', '$52,000.00')],
]);

const assignments = variantsOf('assignments', [
  ['an employee who is not in the roster', 'set aside K07', cell('employee', 'E9999')],
  [
    'employee numbers with decimals, as a spreadsheet makes them',
    'set aside K07',
    ({ sheet, content }) => content(sheet.change('employee', (id) => `${id}.0`)),
  ],
  ['a site that is not in the list', 'set aside K02', cell('site', '099')],
  [
    'sites without their leading zeros',
    'set aside K02',
    ({ sheet, content }) => content(sheet.change('site', (site) => site.replace(/^0+/, ''))),
  ],
  ['an assignment twice', 'set aside K01', twice],
  ['a share of a job below nothing', 'set aside F09', cell('fte', '-0.5')],
]);

const enrollment = variantsOf('enrollment', [
  ['columns in another order', 'read', shuffled],
  ['a school and group twice', 'set aside K01', twice],
  ['a sign that hides a small number', 'set aside F14', cell('students', '*')],
  ['a number that is hidden as <10', 'set aside F09', cell('students', '<10')],
  ['students below nothing', 'set aside F09', cell('students', '-3')],
  ['half a student', 'set aside F09', cell('students', '12.5')],
  ['shares as percent', 'set aside O03', cell('share', '25')],
  ['a group that nobody knows', 'set aside F19', cell('group', 'gifted-ish')],
  ['a school year as a range', 'set aside F12', cell('year', '2023-24')],
]);

const chart = variantsOf('chart', [
  ['codes turned into days', 'set aside F11', cell('code', '11-Jun')],
  ['a code in powers of ten', 'set aside F10', cell('code', '4.12E+08')],
  ['a code twice', 'set aside K01', twice],
  ['a part of the account that nobody knows', 'set aside F19', cell('segment', 'fond')],
]);

const european = variantsOf('european', [
  ['line ends of Unix', 'read', ({ sheet }) => Buffer.from(sheet.text('\n', ';'), 'latin1')],
  [
    'UTF-8, although Windows letters are declared',
    'refused F02',
    ({ sheet }) => sheet.text('\r\n', ';'),
  ],
  ['an amount in American notation', 'refused F09', cell('Amount', '1,234.50')],
  ['thousands parted at the wrong place', 'refused F09', cell('Amount', '12.34,50')],
  ['a day in American order', 'set aside F12', cell('As of', '06/30/2024')],
]);

const wrongCell =
  (
    column: number,
    wrong: Parameters<NonNullable<Parameters<typeof balanceBook>[1]>>[0][number][number],
  ): Variant['damage'] =>
  ({ sheet }, mutator) =>
    balanceBook(sheet, (rows) => {
      const row = mutator.one(rows);
      row[column] = wrong;
    });

const workbooks = variantsOf('workbook', [
  [
    'amounts as results of formulas',
    'read',
    ({ sheet }) =>
      balanceBook(sheet, (rows) =>
        rows.forEach((row) => {
          row[5] = { formula: 'A1*2', result: Number(row[5]) };
        }),
      ),
  ],
  [
    'an amount with all the digits of a computer',
    'read',
    ({ sheet }) =>
      balanceBook(sheet, (rows) =>
        rows.forEach((row) => {
          row[5] = { written: Number(row[5]).toPrecision(17) };
        }),
      ),
  ],
  ['a formula without its result', 'refused F01', wrongCell(5, { formula: 'SUM(F4:F9)' })],
  ['an error for an amount', 'refused F14', wrongCell(5, { error: '#DIV/0!' })],
  ['an error for a code', 'set aside F14', wrongCell(2, { error: '#REF!' })],
  ['a code stored as a number', 'set aside F10', wrongCell(0, 100)],
  ['a code turned into a day', 'set aside F11', wrongCell(2, { day: 45_454 })],
  ['an amount as text with a comma', 'refused F09', wrongCell(5, '1,234.50')],
  [
    'a total below the last row',
    'refused F07',
    ({ sheet }) =>
      balanceBook(sheet, (rows) => {
        rows.push([null, null, null, null, null, 184_123.5]);
      }),
  ],
  [
    'a site that is merged with the one above',
    'refused F06',
    ({ sheet }) =>
      balanceBook(sheet, undefined, (xml) =>
        xml.replace(
          '</worksheet>',
          '<mergeCells><mergeCell ref="D6:D7"/></mergeCells></worksheet>',
        ),
      ),
  ],
  [
    'a site as a formula that no spreadsheet program has worked out',
    'refused F01',
    ({ sheet }) =>
      balanceBook(sheet, undefined, (xml) =>
        xml.replace(/<c r="D6".*?<\/c>/, '<c r="D6"><f>D5</f><v></v></c>'),
      ),
  ],
  [
    'rows that end in the middle, in a zip file that is whole',
    'refused F01',
    ({ sheet }) => balanceBook(sheet, undefined, (xml) => xml.replace(/<row r="9".*/, '')),
  ],
  [
    'cut in half',
    'refused F01',
    ({ content, sheet }) => Buffer.from(content(sheet)).subarray(0, 1500),
  ],
  ['a text under the name of a workbook', 'refused F01', ({ sheet }) => sheet.text()],
  ['a part that fills the memory when it is unpacked', 'refused F01', bomb],
]);

function bomb({ sheet }: GoodFile): Buffer {
  // A text of a hundred million letters, in the place of a memo.
  return balanceBook(sheet, (rows) => {
    rows[3]?.push('x'.repeat(100_000_000));
  });
}

const fixed = variantsOf('fixed', [
  ['lines end in CRLF', 'read', ({ sheet }) => fixedLines(sheet).join('\r\n')],
  [
    'a line that has lost a character',
    'refused F06',
    ({ sheet }, mutator) => {
      const lines = fixedLines(sheet);
      const at = mutator.pick(1, lines.length - 2);
      return `${lines.map((line, i) => (i === at ? line.slice(0, 7) + line.slice(8) : line)).join('\n')}\n`;
    },
  ],
  [
    'cut in the middle of a line',
    'refused F06',
    ({ sheet }) => fixedLines(sheet).join('\n').slice(0, -5),
  ],
  ['a blank line at the end', 'read', ({ sheet }) => `${fixedLines(sheet).join('\n')}\n\n`],
]);

const json = variantsOf('json', [
  [
    'on one line',
    'read',
    ({ sheet }) =>
      JSON.stringify(
        JSON.parse(resultsJson(sheet.change('value', (value) => `${value}`))),
      ).replaceAll('": ', '":'),
  ],
  [
    'cut in the middle',
    'refused F06',
    ({ sheet }, mutator) => resultsJson(sheet).slice(0, mutator.pick(200, 600)),
  ],
  [
    'numbers in quotation marks',
    'read',
    ({ sheet }) => resultsJson(sheet, (value) => `"${value}"`),
  ],
  [
    'a word for a missing number',
    'set aside F14',
    ({ sheet }, mutator) => resultsJson(sheet.spoil(mutator, 'value', '"N/A"')),
  ],
  [
    'the list of schools twice',
    'refused F05',
    ({ sheet }) => resultsJson(sheet).replace(/\}\n$/, ', "schools": []}\n'),
  ],
  [
    'another name for the list',
    'refused F04',
    ({ sheet }) => resultsJson(sheet).replaceAll('"results"', '"scores"'),
  ],
]);

const jsonl = variantsOf('jsonl', [
  ['a comma behind each record', 'refused F06', ({ sheet }) => resultLines(sheet).join(',\n')],
  ['blank lines between', 'read', ({ sheet }) => resultLines(sheet).join('\n\n')],
  [
    'fields in another order',
    'read',
    ({ sheet }) =>
      resultLines(sheet)
        .map((line, i) =>
          i % 2 === 0 ? line : line.replace(/\{("site": "\d+"), (.*)\}/, '{$2, $1}'),
        )
        .join('\n'),
  ],
  [
    'cut in the middle of the last line',
    'refused F06',
    ({ sheet }) => resultLines(sheet).join('\n').slice(0, -10),
  ],
  [
    'a line that is no JSON',
    'refused F06',
    ({ sheet }, mutator) => {
      const lines = resultLines(sheet);
      lines.splice(mutator.pick(1, 9), 0, 'ERROR: connection reset');
      return lines.join('\n');
    },
  ],
  ['a record twice', 'set aside K01', twice],
]);

const parquet = variantsOf('parquet', [
  [
    'rows in another order',
    'read',
    ({ sheet }, mutator) => sheet.withRows(mutator.shuffled(sheet.rows)).text(),
  ],
  ['cut in half', 'refused F01', () => Buffer.from('PAR1 and no more')],
  ['a text under its name', 'refused F01', ({ sheet }) => Buffer.from(sheet.text())],
]);

export const OTHER_VARIANTS: readonly Variant[] = [
  ...roster,
  ...assignments,
  ...enrollment,
  ...chart,
  ...european,
  ...workbooks,
  ...fixed,
  ...json,
  ...jsonl,
  ...parquet,
];
