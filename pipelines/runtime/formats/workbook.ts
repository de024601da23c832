import { readFile } from 'node:fs/promises';
import type { FormatOf } from '../../../transforms/config/format.ts';
import { Problem } from '../../../transforms/problem.ts';
import type { SentFile } from './sent-file.ts';
import { readDirectory, unpackPart, unpackPieces, type ZipEntry } from './zip-directory.ts';

export type WorkbookFile = SentFile<FormatOf<'xlsx'>>;

/** A sheet of a million full rows stays below these; what passes them is made to fill the memory. */
const MOST_UNPACKED = 2 * 1024 * 1024 * 1024;
const MOST_RATIO = 200;
/** An empty part of a small workbook may be packed to nearly nothing. */
const SMALL_PART = 1024 * 1024;

/** A workbook that is safe to unpack, and the number of the sheet that is asked for, from 0. */
export interface Workbook {
  readonly bytes: Buffer;
  readonly sheet: number;
}

/**
 * Opens a workbook. Its directory is read before anything is unpacked, and nothing that is larger than the directory
 * says is ever unpacked whole.
 */
export async function openWorkbook(file: WorkbookFile): Promise<Workbook> {
  const bytes = await readFile(file.path);
  const entries = readDirectory(bytes);
  if (entries === null) throw unreadable(file);
  refuseBomb(file, entries);
  try {
    const { sheet, part } = await findSheet(file, bytes, entries);
    for (const entry of entries) {
      if (/\.(xml|rels)$/.test(entry.name)) await checkPart(file, bytes, entry, entry === part);
    }
    return { bytes, sheet };
  } catch (error) {
    throw error instanceof Problem ? error : unreadable(file, error);
  }
}

function refuseBomb({ name }: WorkbookFile, entries: readonly ZipEntry[]): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const packed = (entry: ZipEntry): boolean =>
    entry.size > SMALL_PART && entry.size > MOST_RATIO * entry.packed;
  if (total <= MOST_UNPACKED && !entries.some(packed)) return;
  throw bomb(name);
}

/** Unpacks a part to see that it is as large as it says and, in the sheet that is read, that formulas have results. */
async function checkPart(
  file: WorkbookFile,
  bytes: Buffer,
  entry: ZipEntry,
  isSheet: boolean,
): Promise<void> {
  let size = 0;
  let rest = '';
  let row = 1;
  for await (const piece of unpackPieces(bytes, entry)) {
    size += piece.length;
    if (size > entry.size) throw bomb(file.name);
    if (!isSheet) continue;
    const text = rest + piece.toString('latin1');
    const bare = text.search(FORMULA_WITHOUT_RESULT);
    row = lastRow(bare < 0 ? text : text.slice(0, bare)) ?? row;
    if (bare >= 0) throw withoutResult(file, row);
    rest = text.slice(-LONGEST_MATCH);
  }
}

const LONGEST_MATCH = 200;
const FORMULA_WITHOUT_RESULT = /<\/f>\s*<\/c>|<f(?:\s[^<>]*)?\/>\s*<\/c>/;

function lastRow(text: string): number | null {
  const start = text.lastIndexOf('<row ');
  const number = start < 0 ? null : /^<row [^>]*?\br="(\d+)"/.exec(text.slice(start, start + 300));
  return number === null ? null : Number(number[1]);
}

interface NamedSheet {
  readonly name: string;
  readonly id: string;
}

/** The names of a workbook's sheets, in their order. */
export async function sheetNames(path: string, name: string): Promise<readonly string[]> {
  const bytes = await readFile(path);
  const entries = readDirectory(bytes);
  if (entries === null) throw unreadable({ name });
  return (await sheetsOf(textIn(bytes, entries))).map((sheet) => sheet.name);
}

type ReadPart = (part: string) => Promise<string>;

function textIn(bytes: Buffer, entries: readonly ZipEntry[]): ReadPart {
  return async (part) => {
    const entry = entries.find((candidate) => candidate.name === part);
    return entry === undefined ? '' : (await unpackPart(bytes, entry)).toString('utf8');
  };
}

async function sheetsOf(text: ReadPart): Promise<readonly NamedSheet[]> {
  return tagsOf(await text('xl/workbook.xml'), 'sheet').map((tag) => ({
    name: attribute(tag, 'name'),
    id: attribute(tag, 'r:id'),
  }));
}

async function findSheet(
  file: WorkbookFile,
  bytes: Buffer,
  entries: readonly ZipEntry[],
): Promise<{ readonly sheet: number; readonly part: ZipEntry | undefined }> {
  const text = textIn(bytes, entries);
  const sheets = await sheetsOf(text);
  const { sheet: asked } = file.format;
  const sheet =
    typeof asked === 'number'
      ? asked - 1
      : sheets.findIndex(({ name }) => name.trim() === asked.trim());
  const found = sheets[sheet];
  if (found === undefined) throw noSheet(file, sheets);
  const relations = tagsOf(await text('xl/_rels/workbook.xml.rels'), 'Relationship');
  const relation = relations.find((tag) => attribute(tag, 'Id') === found.id) ?? '';
  const target = attribute(relation, 'Target').replace(/^\/?(?:xl\/)?/, 'xl/');
  return { sheet, part: entries.find(({ name }) => name === target) };
}

function tagsOf(xml: string, tag: string): readonly string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${tag}\\s[^>]*>`, 'g')) ?? [];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
  return value.replaceAll(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);
}

function unreadable({ name }: Pick<WorkbookFile, 'name'>, cause?: unknown): Problem {
  return new Problem({
    code: 'workbook_unreadable',
    rule: 'F01',
    what: 'The file is not a whole workbook of the kind .xlsx: it was cut or damaged, has a password, or is of an older kind.',
    fix: 'Open it in a spreadsheet program and save it as .xlsx without a password, or ask for it again.',
    where: { file: name },
    cause,
  });
}

function bomb(name: string): Problem {
  return new Problem({
    code: 'file_bomb',
    rule: 'F01',
    what: 'Unpacked, the workbook is larger than any sheet can be, so it is not opened.',
    fix: 'Ask the sender for the sheet as a CSV file.',
    where: { file: name },
  });
}

function noSheet({ name, format }: WorkbookFile, sheets: readonly NamedSheet[]): Problem {
  return new Problem({
    code: 'sheet_missing',
    rule: 'F04',
    what: `The workbook has no sheet ${format.sheet}; it has ${sheets.map((sheet) => `“${sheet.name}”`).join(', ')}.`,
    fix: 'Correct format.sheet in district.yaml, or ask for the workbook with this sheet.',
    where: { file: name },
  });
}

function withoutResult({ name }: WorkbookFile, line: number): Problem {
  return new Problem({
    code: 'formula_without_result',
    rule: 'F01',
    what: 'A cell of this row has a formula without its result, as some programs write them.',
    fix: 'Open the workbook in a spreadsheet program, save it, and send that file.',
    where: { file: name, line },
  });
}
