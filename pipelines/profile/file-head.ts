import { isUtf8 } from 'node:buffer';
import { fileFormat, type TextEncoding } from '../../transforms/config/format.ts';
import { type FileKind, fileKind } from '../runtime/formats/file-kind.ts';
import { SentBytes } from '../runtime/formats/sent-bytes.ts';

/** The beginning of a file, unpacked; enough to see how it is laid out. */
export interface FileHead {
  readonly kind: 'workbook' | 'parquet' | 'json' | 'text' | 'other';
  /** What it is instead, where its bytes tell, and what a person should do. */
  readonly instead?: NoTable;
  readonly text: string;
  readonly encoding: TextEncoding;
  /** The text is all that the file has. */
  readonly whole: boolean;
}

const ENOUGH = 512 * 1024;

/** Reads the first half megabyte of a file and tells what kind it is, by its bytes and not by its name. */
export async function readHead(path: string, name: string): Promise<FileHead> {
  const chunks: Buffer[] = [];
  let size = 0;
  let whole = true;
  for await (const chunk of new SentBytes({ path, name, format: CSV }).chunks()) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > ENOUGH) {
      whole = false;
      break;
    }
  }
  const bytes = Buffer.concat(chunks).subarray(0, ENOUGH);
  const about = { text: '', encoding: 'utf-8', whole } as const;
  const kind = fileKind(bytes);
  const instead = noTable(bytes, kind);
  if (instead !== undefined) return { ...about, kind: 'other', instead };
  if (kind === 'zip') return { ...about, kind: 'workbook' };
  if (kind === 'parquet') return { ...about, kind };
  const { text, encoding } = decode(bytes, whole);
  if (text.includes('\0')) return { ...about, kind: 'other' };
  const json = /^\s*[[{]/.test(text);
  return { kind: json ? 'json' : 'text', text: text.replace(/^\uFEFF/, ''), encoding, whole };
}

interface NoTable {
  readonly what: string;
  readonly fix: string;
}

const AS_TABLE = 'Ask for its table as CSV or XLSX.';

function noTable(bytes: Buffer, kind: FileKind | undefined): NoTable | undefined {
  if (bytes.length === 0) return { what: 'It is empty.', fix: 'Ask its sender for it again.' };
  if (kind === 'pdf') return { what: 'It is a PDF.', fix: AS_TABLE };
  if (kind === 'old_office') {
    const what = 'It is of an old Office program (.xls, .doc), or has a password.';
    return { what, fix: 'Save it as .xlsx or CSV, without a password.' };
  }
  // A document of Word is a zip archive, as a workbook is.
  const isDocument = kind === 'zip' && bytes.includes('word/');
  return isDocument ? { what: 'It is a text document.', fix: AS_TABLE } : undefined;
}

const CSV = fileFormat.parse({ type: 'csv' });

function decode(bytes: Buffer, whole: boolean): { text: string; encoding: TextEncoding } {
  const mark = bytes.length < 2 ? 0 : bytes.readUInt16BE(0);
  if (mark === 0xfffe) return { text: bytes.subarray(2).toString('utf16le'), encoding: 'utf-16' };
  if (mark === 0xfeff) {
    const swapped = Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2))).swap16();
    return { text: swapped.toString('utf16le'), encoding: 'utf-16' };
  }
  // A character may be cut at the end of what was read, a line cannot be.
  const lines = whole ? bytes : bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1);
  return isUtf8(lines)
    ? { text: lines.toString('utf8'), encoding: 'utf-8' }
    : { text: lines.toString('latin1'), encoding: 'windows-1252' };
}
