import { readFile } from 'node:fs/promises';
import type { FormatOf } from '../../../transforms/config/format.ts';
import { Problem } from '../../../transforms/problem.ts';
import type { SentFile } from './sent-file.ts';
import { type MergedRows, SheetScan, TextCount } from './sheet-scan.ts';
import { bomb, hiddenSheet, noSheet, unreadable, withoutResult } from './workbook-refusals.ts';
import { readDirectory, unpackPart, unpackPieces, type ZipEntry } from './zip-directory.ts';

export type WorkbookFile = SentFile<FormatOf<'xlsx'>>;

/** A sheet of a million full rows stays below these; what passes them is made to fill the memory. */
const MOST_UNPACKED = 2 * 1024 * 1024 * 1024;
const MOST_RATIO = 200;
/** An empty part of a small workbook may be packed to nearly nothing. */
const SMALL_PART = 1024 * 1024;
/** The parts beside the sheets are held in memory, where they take some twenty times as much. */
const MOST_HELD = 64 * 1024 * 1024;
const HELD = /\.rels$|(?:^|\/)(?:workbook|styles|sharedStrings|\[Content_Types\])\.xml$/i;
const TEXTS = /(?:^|\/)sharedStrings\.xml$/i;

/** A workbook that is safe to unpack, and the number of the sheet that is asked for, from 0. */
export interface Workbook {
  readonly bytes: Buffer;
  readonly sheet: number;
  readonly merged: readonly MergedRows[];
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
    const { sheet, part, calculated } = await findSheet(file, bytes, entries);
    const scan = new SheetScan(calculated);
    const texts = new TextCount();
    for (const entry of entries.filter(({ name }) => /\.(xml|rels)$/.test(name))) {
      await checkPart(file, bytes, entry, (text) => {
        if (TEXTS.test(entry.name)) texts.push(text);
        const bare = entry === part ? scan.push(text) : null;
        if (bare !== null) throw withoutResult(file, bare);
      });
    }
    if (!scan.ended || scan.highestText >= texts.count) throw unreadable(file);
    return { bytes, sheet, merged: scan.merged };
  } catch (error) {
    throw error instanceof Problem ? error : unreadable(file, error);
  }
}

function refuseBomb({ name }: WorkbookFile, entries: readonly ZipEntry[]): void {
  const total = entries.reduce((sum, { size }) => sum + size, 0);
  const packed = (entry: ZipEntry): boolean =>
    entry.size > SMALL_PART && entry.size > MOST_RATIO * entry.packed;
  const held = entries.reduce((sum, entry) => sum + (HELD.test(entry.name) ? entry.size : 0), 0);
  if (total > MOST_UNPACKED || held > MOST_HELD || entries.some(packed)) throw bomb({ name });
}

/** Unpacks a part to see that it is as large as it says, and shows its text to `look`. */
async function checkPart(
  file: WorkbookFile,
  bytes: Buffer,
  entry: ZipEntry,
  look: (text: string) => void,
): Promise<void> {
  let size = 0;
  for await (const piece of unpackPieces(bytes, entry)) {
    // No program writes one: what it declares would be read as text.
    if (size === 0 && piece.includes('<!DOCTYPE')) throw unreadable(file);
    size += piece.length;
    if (size > entry.size) throw bomb(file);
    look(piece.toString('latin1'));
  }
}

interface NamedSheet {
  readonly name: string;
  readonly hidden: boolean;
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
    hidden: /hidden/i.test(attribute(tag, 'state')),
    id: attribute(tag, 'r:id'),
  }));
}

async function findSheet(
  file: WorkbookFile,
  bytes: Buffer,
  entries: readonly ZipEntry[],
): Promise<{
  readonly sheet: number;
  readonly part: ZipEntry | undefined;
  readonly calculated: boolean;
}> {
  const text = textIn(bytes, entries);
  const sheets = await sheetsOf(text);
  const { sheet: asked } = file.format;
  const sheet =
    typeof asked === 'number'
      ? asked - 1
      : sheets.findIndex(({ name }) => name.trim() === asked.trim());
  const found = sheets[sheet];
  if (found === undefined) throw noSheet(file, file.format.sheet, sheets);
  if (found.hidden && typeof asked === 'number') throw hiddenSheet(file, found.name);
  const relations = tagsOf(await text('xl/_rels/workbook.xml.rels'), 'Relationship');
  const relation = relations.find((tag) => attribute(tag, 'Id') === found.id) ?? '';
  const target = attribute(relation, 'Target').replace(/^\/?(?:xl\/)?/, 'xl/');
  const calculated = !/\sfullCalcOnLoad="(?:1|true)"/.test(await text('xl/workbook.xml'));
  return { sheet, part: entries.find(({ name }) => name === target), calculated };
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
