import type { Contract } from '../transforms/contract/contract.ts';
import { contractColumns } from '../transforms/contract/staged-relation.ts';
import { EXTRACTS } from '../transforms/extracts/index.ts';
import type { CheckModel } from './catalog.ts';

/**
 * The extracts of which no two files may have a record of the same key: all whose key always holds. Ledger lines and
 * absences may come without their numbers; `checks.ledger_lines_once` compares the lines that have them.
 */
export const KEYED_LISTS: readonly Contract[] = [...EXTRACTS.values()].filter(
  ({ key, keyOnlyWhenMapped }) => key.length > 0 && keyOnlyWhenMapped !== true,
);

/** The check of all lists together, made from their contracts, so that no list is forgotten. */
export function listRecordsModel(): CheckModel {
  return {
    kind: 'check',
    relation: 'checks.list_records_once',
    schema: 'checks',
    name: 'list_records_once',
    header: {
      rule: 'K01',
      title:
        'Two files say something of the same site, code, person or student group, and only one of them can be right.',
      severity: 'block',
      fix: 'Take one of the two files out of the folder, or ask for files that do not overlap.',
      acceptable: true,
      key: ['extract', 'source_id', 'source_file_key', 'first_source_id', 'first_source_file_key'],
      partition: 'none',
      lookback: 0,
      description:
        'Within a file a repeated key is set aside; across files only this check sees it. The tables of core take the first of the two, so that it is this sentence that stops the publish. Records are named by number alone: a key may be a person.',
    },
    sql: `with keyed as (\n${KEYED_LISTS.map(branch).join('\n    union all\n')}\n),\n\n${COMPARED}`,
  };
}

/** The records of one list with the cells of their key, where the list came in several files. */
function branch(contract: Contract): string {
  const { name, key } = contract;
  const staged = new Set(contractColumns(contract).map((column) => column.name));
  const lost = key.filter((column) => !staged.has(column));
  if (lost.length > 0) throw new Error(`The key of ${name} is not staged: ${lost.join(', ')}.`);
  const cells = key.map((column) => `listed.${column}::varchar`).join(', ');
  return `    select '${name}' as extract, [${cells}] as key_cells, listed.source_id, listed.source_file_key, listed.record_no
    from staging.${name} as listed
    where (select count(distinct (one.source_id, one.source_file_key)) from staging.${name} as one) > 1`;
}

/** Each file beside the first that has a record of the same key. */
const COMPARED = `repeated as (
    select
        keyed.extract,
        keyed.key_cells,
        min({
            'source_id': keyed.source_id, 'source_file_key': keyed.source_file_key, 'record_no': keyed.record_no
        }) as first_record,
    from keyed
    group by
        keyed.extract,
        keyed.key_cells
    having min((keyed.source_id, keyed.source_file_key)) <> max((keyed.source_id, keyed.source_file_key))
),

pairs as (
    select
        keyed.extract,
        keyed.source_id,
        keyed.source_file_key,
        repeated.first_record.source_id as first_source_id,
        repeated.first_record.source_file_key as first_source_file_key,
        count(*) as records,
        min({'record_no': keyed.record_no, 'first_record_no': repeated.first_record.record_no}) as example,
    from keyed
    inner join repeated
        on repeated.extract = keyed.extract
        and repeated.key_cells = keyed.key_cells
    where (keyed.source_id, keyed.source_file_key) <> (repeated.first_record.source_id, repeated.first_record.source_file_key)
    group by all
)

select
    format(
        '{}: records of source {} (file {}) that source {} (file {}) has too: {:,}; for instance record {}, there record {}.',
        pairs.extract, pairs.source_id, pairs.source_file_key, pairs.first_source_id, pairs.first_source_file_key,
        pairs.records, pairs.example.record_no, pairs.example.first_record_no
    ) as what,
    pairs.extract,
    pairs.source_id,
    pairs.source_file_key,
    pairs.first_source_id,
    pairs.first_source_file_key,
from pairs`;
