import { columnsRead } from '../../../transforms/config/column-mapping.ts';
import { Problem } from '../../../transforms/problem.ts';
import type { FileSource } from './job.ts';
import { otherDelimiter } from './other-delimiter.ts';
import { columnName } from '../../runtime/formats/header.ts';
import type { Prescan } from '../../runtime/formats/sent-file.ts';

/** Where each of the sender's columns that the configuration reads stands in the file, from 0. */
export type Positions = ReadonlyMap<string, number>;

/** The sender's columns that a source reads: for its mappings, rules, totals and reshape. No other is loaded. */
export function columnsNeeded(source: FileSource): readonly string[] {
  const { reshape } = source;
  const made = reshape === undefined ? [] : [reshape.name, reshape.value];
  const names = [
    ...Object.values(source.columns)
      .flatMap(columnsRead)
      .filter((name) => !made.includes(name)),
    ...source.keep.map((rule) => rule.column),
    ...source.drop.flatMap((rule) => Object.keys(rule.when)),
    ...source.drop.flatMap(({ total_of: total }) =>
      total === undefined ? [] : [total.amount, ...('by' in total ? total.by : [])],
    ),
    ...Object.keys(reshape?.columns ?? {}),
    ...(reshape?.total === undefined ? [] : [reshape.total.column]),
  ];
  return [...new Set(names.map(columnName))];
}

/**
 * Finds the needed columns in the header; one that is missing, or there twice, is a Problem on the header's line.
 * `described` is a file whose format `district.yaml` says, as it does of all that a district sends by itself.
 */
export function findColumns(
  source: FileSource,
  facts: Prescan,
  fileName: string,
  described = true,
): Positions {
  const where = (column: string) => ({
    file: fileName,
    line: facts.headerLine ?? 1,
    column,
  });
  const alike = facts.columns.map(unspaced);
  const needed = columnsNeeded(source);
  return new Map(
    needed.map((name) => {
      const position = facts.columns.indexOf(name);
      if (position < 0) {
        throw new Problem({
          code: 'column_missing',
          rule: 'F04',
          what: `The file has no column ${name}, which district.yaml reads for the source ${source.id}.`,
          fix:
            facts.headerLine === null
              ? 'Name it in format.columns of district.yaml.'
              : (otherDelimiter(source.format, facts.columns, needed, described) ??
                'Ask for the file with this column, or write the column’s new name into district.yaml. If the header stands on another line, set skip_lines.'),
          where: where(name),
        });
      }
      if (alike.filter((other) => other === unspaced(name)).length > 1) {
        throw new Problem({
          code: 'column_twice',
          rule: 'F05',
          what: 'The file has two columns of this name, or two whose names differ in spaces or capital letters alone, so it is not clear which one is meant.',
          fix: 'Rename one of them in the file.',
          where: where(name),
        });
      }
      return [name, position] as const;
    }),
  );
}

/** A column's name as a hurried reader sees it. */
function unspaced(name: string): string {
  return name.replaceAll(' ', '').toLowerCase();
}
