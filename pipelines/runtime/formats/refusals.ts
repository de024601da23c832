import { Problem } from '../../../transforms/problem.ts';

/** A file without a record of data, whatever its kind. */
export function noRecords(file: string): Problem {
  return new Problem({
    code: 'file_empty',
    rule: 'F01',
    what: 'The file has no records.',
    fix: 'Export it again. If the district.yaml skips lines or names a header, see that the file has them.',
    where: { file, line: 1 },
  });
}

/** Said of a text whose last line has no end. */
export function notEnded(file: string): string {
  return `${file}: the last line has no line end. If the file was cut off, it was inside the last cell of that line: compare it with the sender's system.`;
}
