import type { Contract } from '../transforms/contract/contract.ts';
import { contractColumns } from '../transforms/contract/staged-relation.ts';
import { EXTRACTS } from '../transforms/extracts/index.ts';
import type { CheckModel } from './catalog.ts';
import type { CheckHeader } from './model-header.ts';
import { sentTwiceSql, TWO_FILES } from './sent-twice-sql.ts';

/**
 * The extracts of which no two files may have a record of the same key: all whose key always holds. Ledger lines and
 * absences may come without their numbers; `checks.ledger_lines_once` compares the lines that have them.
 */
export const KEYED_LISTS: readonly Contract[] = [...EXTRACTS.values()].filter(
  ({ key, keyOnlyWhenMapped }) => key.length > 0 && keyOnlyWhenMapped !== true,
);

/** The checks that no two files have the same records: of the ledger, year by year, and of all lists together. */
export function sentTwiceModels(): readonly CheckModel[] {
  return [
    check(
      'ledger_lines_once',
      {
        title:
          'The same journal lines stand in two files of the ledger, so their dollars would count twice.',
        fix: 'Take one of the two files out of the folder, or ask for files whose periods do not overlap.',
        key: ['fiscal_year', ...TWO_FILES],
        partition: 'fiscal_year',
        description:
          'Within a file a repeated line is set aside; across files only this check sees it. A line is known by its journal and line number; a ledger without them is not compared.',
      },
      sentTwiceSql({
        sql: LEDGER_LINES,
        part: 'fiscal_year',
        key: ['amount_type', 'journal_id', 'line_no'],
        name: `'gl_transactions, fiscal year ' || pairs.fiscal_year`,
      }),
    ),
    check(
      'list_records_once',
      {
        title:
          'Two files say something of the same site, code, person or student group, and only one of them can be right.',
        fix: 'Take one of the two files out of the folder, or ask for files that do not overlap.',
        key: ['extract', ...TWO_FILES],
        partition: 'none',
        description:
          'Within a file a repeated key is set aside; across files only this check sees it. The tables of core take the first of the two, so that it is this sentence that stops the publish. Records are named by number alone: a key may be a person.',
      },
      sentTwiceSql({
        sql: KEYED_LISTS.map(listSql).join('\n    union all\n'),
        part: 'extract',
        key: ['key_cells'],
        name: 'pairs.extract',
      }),
    ),
  ];
}

function check(
  name: string,
  header: Pick<CheckHeader, 'title' | 'fix' | 'key' | 'partition' | 'description'>,
  sql: string,
): CheckModel {
  return {
    kind: 'check',
    relation: `checks.${name}`,
    schema: 'checks',
    name,
    header: { rule: 'K01', severity: 'block', acceptable: true, lookback: 0, ...header },
    sql,
  };
}

/** A year in one file needs no comparison, which on a large ledger is costly. */
const LEDGER_LINES = `    select
        lines.fiscal_year, lines.amount_type, lines.journal_id, lines.line_no,
        lines.source_id, lines.source_file_key, lines.record_no,
    from staging.gl_transactions as lines
    where ${severalFiles('gl_transactions')}
        and lines.journal_id is not null
        and lines.line_no is not null`;

/** The records of one list with the cells of their key, where the list came in several files. */
function listSql(contract: Contract): string {
  const { name, key } = contract;
  const staged = new Set(contractColumns(contract).map((column) => column.name));
  const lost = key.filter((column) => !staged.has(column));
  if (lost.length > 0) throw new Error(`The key of ${name} is not staged: ${lost.join(', ')}.`);
  const cells = key.map((column) => `listed.${column}::varchar`).join(', ');
  return `    select '${name}' as extract, [${cells}] as key_cells, listed.source_id, listed.source_file_key, listed.record_no
    from staging.${name} as listed
    where ${severalFiles(name)}`;
}

function severalFiles(extract: string): string {
  return `(select count(*) > 1 from (select distinct one.source_id, one.source_file_key from staging.${extract} as one))`;
}
