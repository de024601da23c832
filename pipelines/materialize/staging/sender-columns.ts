import { columnsRead } from '../../../transforms/config/column-mapping.ts';
import { Problem } from '../../../transforms/problem.ts';
import type { FileSource } from './job.ts';
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

/** Finds the needed columns in the header; one that is missing, or there twice, is a Problem on the header's line. */
export function findColumns(source: FileSource, facts: Prescan, fileName: string): Positions {
  const where = (column: string) => ({
    file: fileName,
    line: facts.headerLine ?? 1,
    column,
  });
  const alike = facts.columns.map(unspaced);
  return new Map(
    columnsNeeded(source).map((name) => {
      const position = facts.columns.indexOf(name);
      if (position < 0) {
        throw new Problem({
          code: 'column_missing',
          rule: 'F04',
          what: `The file has no column ${name}, which district.yaml reads for the source ${source.id}.`,
          fix:
            facts.headerLine === null
              ? 'Name it in format.columns of district.yaml.'
              : (otherDelimiter(source, facts.columns, name) ??
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

/** What may stand between cells, as a person says it, and as it looks in the name of a column: a tab there is a space. */
const DELIMITERS = [
  { said: 'commas', written: "','", seen: ',' },
  { said: 'semicolons', written: "';'", seen: ';' },
  { said: 'vertical bars', written: "'|'", seen: '|' },
  { said: 'tabs', written: '"\\t"', seen: ' ' },
] as const;

/** What to do where the header is one text that holds the name, because the file's cells are told apart by something else. */
function otherDelimiter(
  { format }: FileSource,
  columns: readonly string[],
  name: string,
): string | null {
  const [header, ...others] = columns;
  if (format.type !== 'csv' || header === undefined || others.length > 0) return null;
  const found = DELIMITERS.find(({ seen }) =>
    `${seen}${header}${seen}`.includes(`${seen}${name}${seen}`),
  );
  return found === undefined
    ? null
    : `The header is one text, as if its cells stood apart by ${found.said}: set format.delimiter to ${found.written} for this source in district.yaml.`;
}

/** A column's name as a hurried reader sees it. */
function unspaced(name: string): string {
  return name.replaceAll(' ', '').toLowerCase();
}
