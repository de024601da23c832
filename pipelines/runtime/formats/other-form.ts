import { Problem } from '../../../transforms/problem.ts';

/** How files begin that are no text, whatever their name says. */
const FORMS: readonly (readonly [string, string])[] = [
  ['504b0304', 'a workbook or a zip archive'],
  ['d0cf11e0a1b11ae1', 'a workbook of an old spreadsheet program'],
  ['1f8b', 'a file that is packed (gz)'],
  ['28b52ffd', 'a file that is packed (zst)'],
  ['50415231', 'a Parquet file'],
  ['25504446', 'a PDF document'],
];

/** A file that is no text at all is told as what it is: a hint at its character set would lead nowhere. */
export function refuseOtherForm(file: string, start: Buffer): void {
  const bytes = start.toString('hex', 0, 8);
  const form = FORMS.find(([mark]) => bytes.startsWith(mark))?.[1];
  if (form === undefined) return;
  throw new Problem({
    code: 'file_not_text',
    rule: 'F02',
    what: `The file is ${form}, and not the text that district.yaml declares.`,
    fix: 'Send it as it should be, or correct format.type in district.yaml. A packed file is packed once, and its name ends in .gz or .zst.',
    where: { file },
  });
}
