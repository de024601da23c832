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
