import { type ZipPart, zipFile } from './zip-file.ts';

/** A cell of a test's sheet: text, a number, or what spreadsheet programs store for anything else. */
export type SheetCell =
  | string
  | number
  | null
  | { readonly day: number }
  | { readonly error: string }
  | { readonly formula: string; readonly result?: number }
  | { readonly written: string };

export interface TestSheet {
  readonly name: string;
  /** A row is `null` where the sheet has none; the cell numbers stay. */
  readonly rows: readonly (readonly SheetCell[] | null)[];
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** An .xlsx file with these sheets; `change` spoils the text of a part. */
export function workbook(
  sheets: readonly TestSheet[],
  more: readonly ZipPart[] = [],
  change: (xml: string, part: string) => string = (xml) => xml,
): Buffer {
  const numbers = sheets.map((_, i) => i + 1);
  const parts = [
    {
      name: '[Content_Types].xml',
      content: `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>`,
    },
    { name: '_rels/.rels', content: relations([['rId1', 'officeDocument', 'xl/workbook.xml']]) },
    {
      name: 'xl/workbook.xml',
      content: `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.map(({ name }, i) => `<sheet name="${escape(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations([
        ...numbers.map((n) => [`rId${n}`, 'worksheet', `worksheets/sheet${n}.xml`] as const),
        ['rIdStyles', 'styles', 'styles.xml'],
      ]),
    },
    {
      name: 'xl/styles.xml',
      content: `${XML}<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
    ...sheets.map(({ rows }, i) => ({
      name: `xl/worksheets/sheet${i + 1}.xml`,
      content: sheetXml(rows),
    })),
  ].map(({ name, content }) => ({ name, content: change(content, name) }));
  return zipFile([...parts, ...more]);
}

function sheetXml(rows: TestSheet['rows']): string {
  const written = rows.map((cells, row) =>
    cells === null
      ? ''
      : `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`)).join('')}</row>`,
  );
  return `${XML}<worksheet xmlns="${MAIN}"><sheetData>${written.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: SheetCell, place: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string') {
    return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`;
  }
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if ('day' in cell) return `<c r="${place}" s="1"><v>${cell.day}</v></c>`;
  if ('error' in cell) return `<c r="${place}" t="e"><v>${cell.error}</v></c>`;
  if ('written' in cell) return `<c r="${place}"><v>${cell.written}</v></c>`;
  const result = cell.result === undefined ? '' : `<v>${cell.result}</v>`;
  return `<c r="${place}"><f>${escape(cell.formula)}</f>${result}</c>`;
}

function relations(list: readonly (readonly [string, string, string])[]): string {
  const each = list.map(
    ([id, kind, target]) =>
      `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
