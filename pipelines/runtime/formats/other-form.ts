import { Problem } from '../../../transforms/problem.ts';
import { type FileKind, fileKind } from './file-kind.ts';

const NAMES: Readonly<Record<FileKind, string>> = {
  zip: 'a workbook or a zip archive',
  old_office: 'a workbook of an old spreadsheet program',
  gz: 'a file that is packed (gz)',
  zst: 'a file that is packed (zst)',
  parquet: 'a Parquet file',
  pdf: 'a PDF document',
};

/** A file that is no text at all is told as what it is: a hint at its character set would lead nowhere. */
export function refuseOtherForm(file: string, start: Buffer): void {
  const kind = fileKind(start);
  if (kind === undefined) return;
  throw new Problem({
    code: 'file_not_text',
    rule: 'F02',
    what: `The file is ${NAMES[kind]}, and not the text that district.yaml declares.`,
    fix: 'Send it as it should be, or correct format.type in district.yaml. A packed file is packed once, and its name ends in .gz or .zst.',
    where: { file },
  });
}
